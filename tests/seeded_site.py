"""The site of a seeded dossier, built as the default one is."""

from pathlib import Path
from shutil import copy

from tests.built import ROOT, mkdocs
from tests.synthetic import Size, write


def build_seeded(home: Path, size: Size) -> Path:
    """Write a seeded dossier into ``home``, build its site there, and return the folder of the site."""
    write(home / "content", size)
    copy(ROOT / "mkdocs.yml", home)
    mkdocs(home / "site", "--config-file", str(home / "mkdocs.yml"))
    return home / "site"
