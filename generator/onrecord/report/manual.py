"""The manual of problems, ``docs/problems.md``, section by section."""

import re
from collections.abc import Mapping
from itertools import pairwise

_HEADING = re.compile(r"^###? ", re.MULTILINE)


def sections(manual: str) -> Mapping[str, str]:
    """Return the text of each section by its code; chapters and what stands above them are left out."""
    starts = [*(found.start() for found in _HEADING.finditer(manual)), len(manual)]
    parts = (manual[start:end].strip() for start, end in pairwise(starts))
    named = (part.removeprefix("### ").partition("\n") for part in parts if part.startswith("### "))
    return {code: text.strip() for code, _, text in named}
