"""Two folders that take each other's place in one step, so that nobody ever finds neither."""

import ctypes
import os
import sys
from pathlib import Path

_HERE = -100
_SWAP = 2
"""``AT_FDCWD`` and ``RENAME_EXCHANGE`` of Linux; on macOS the flag ``RENAME_SWAP`` has the same number."""


def exchange(one: Path, other: Path) -> bool:
    """Let two folders swap names; tell whether that could be done, which not every system can."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(library.renamex_np(os.fsencode(one), os.fsencode(other), _SWAP) == 0)
        return bool(library.renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _SWAP) == 0)
    except (AttributeError, OSError, TypeError):
        return False
