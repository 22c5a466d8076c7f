"""The pages of ``docs/`` that the program itself reads: in the wheel, else in the repository."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_HOMES = (_PACKAGE / "docs", _PACKAGE.parents[1] / "docs")


def manual(name: str) -> str:
    """Return the text of a page, such as ``problems.md``."""
    file = next(home / name for home in _HOMES if (home / name).is_file())
    return file.read_text(encoding="utf-8")
