import re
from fnmatch import fnmatch
from pathlib import Path

from tests.exports.conftest import Files

DOC = Path(__file__).parents[2] / "docs" / "data.md"
NAMES = re.findall(r"`((?:data|feeds)/[\w.*/]+)`", DOC.read_text(encoding="utf-8"))
NAMED = frozenset(name.replace("ID", "*") for name in NAMES)


def test_every_file_is_described(files: Files) -> None:
    assert [path for path in files if not any(fnmatch(path, name) for name in NAMED)] == []


def test_every_file_that_is_described_is_there(files: Files) -> None:
    assert [name for name in sorted(NAMED) if not any(fnmatch(path, name) for path in files)] == []
