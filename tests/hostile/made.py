"""One dossier that carries every hostile text in every field, and what is made of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.pipeline import Built, build
from onrecord.problems import has_errors
from tests.built import BASE, HOST, TEMPLATES
from tests.hostile.fields import Filler, write


@dataclass(frozen=True)
class Hostile:
    """The dossier's content folder, its texts, and what the pipeline makes of it."""

    content: Path
    texts: Filler
    built: Built

    @property
    def files(self) -> Mapping[str, bytes]:
        return {asset.path: asset.content for asset in self.built.assets}


def made(content: Path) -> Hostile:
    """Write the dossier into a folder that does not exist yet, and make its pages."""
    content.mkdir()
    texts = write(content)
    built = build(content, TEMPLATES, site_url=HOST + BASE)
    assert not has_errors(built.problems), built.problems
    return Hostile(content, texts, built)
