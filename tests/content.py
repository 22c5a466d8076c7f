"""A small sound dossier on the disk, for tests of commands that change content."""

from collections.abc import Mapping
from pathlib import Path

from typer.testing import CliRunner, Result

from onrecord.cli import app

FILES = {
    "dossier.yml": "title: T\nlanguage: en\nbottom_line: B\nas_of: 2026-01-01\nrests_on: [says]\n",
    "actors/ann.yml": "# who she is\nname: Ann Lee\nkind: person\naliases:\n  - Annie\n",
    "sources/2025.yml": (
        "- id: paper\n  title: Talks\n  publisher: The Paper\n  kind: news\n  published: 2025-11-13\n"
        "  lang: en\n"
    ),
    "claims/held.yml": "text: It was held.\n",
    "statements/2025.yml": (
        "# all that was said\n- id: says\n  speaker: ann   # that is Ann\n  said: 2025-11-13\n"
        "  paraphrase: It was held, says ann.\n  about: [ann]\n"
        "  stances:\n    - {claim: held, stance: asserts}\n  sources: [{source: paper}]\n"
    ),
}


def dossier(folder: Path, more: Mapping[str, str] | None = None) -> Path:
    """Write the dossier into ``folder / "content"``, with ``more`` files or others in their place."""
    content = folder / "content"
    for name, text in {**FILES, **(more or {})}.items():
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    return content


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def run(*arguments: str, said: str | None = None) -> Result:
    """Call ``onrecord``; ``said`` is what is typed in answer to its questions."""
    return CliRunner().invoke(app, arguments, input=said)
