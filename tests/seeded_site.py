"""The site of a seeded dossier, built as the default one is."""

from pathlib import Path

from tests.built import ROOT, mkdocs
from tests.synthetic import Size, write


def build_seeded(home: Path, size: Size) -> Path:
    """Write a seeded dossier into ``home``, build its site there, and return the folder of the site.

    It has no posters: no page loads one, and to draw thousands of them takes longer than all the rest.
    """
    write(home / "content", size)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "\n  - onrecord\n" in settings
    without = settings.replace("\n  - onrecord\n", "\n  - onrecord: {posters: false}\n")
    (home / "mkdocs.yml").write_text(without, encoding="utf-8")
    mkdocs(home / "site", "--config-file", str(home / "mkdocs.yml"))
    return home / "site"
