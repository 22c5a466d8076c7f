"""The citation of every record, written once for its page and for the files."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.dossier.asked import Asked
from onrecord.exports.bibtex import bibtex
from onrecord.exports.citation import citation
from onrecord.exports.csl import csl
from onrecord.exports.reference import Reference, reference
from onrecord.exports.release import Release
from onrecord.exports.ris import ris


@dataclass(frozen=True, slots=True)
class CitationFile:
    """A citation in one format: the name of the format, the address of the file, what is in it."""

    name: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A work and its citation: in plain words, as an entry of BibTeX and of RIS, as an item of CSL-JSON."""

    work: Reference
    words: str
    bibtex: str
    ris: str
    csl: str

    @property
    def files(self) -> tuple[CitationFile, ...]:
        """The citation as files that reference managers open."""
        return citation_files(self.work.key, self.bibtex, self.ris, self.csl)


def citation_files(key: str, bibtex: str, ris: str, csl: str) -> tuple[CitationFile, ...]:
    """Return the citation of the work with that key, in all formats, as files."""
    path = f"data/citations/{key}"
    return (
        CitationFile("BibTeX", f"{path}.bib", bibtex),
        CitationFile("RIS", f"{path}.ris", ris),
        CitationFile("CSL-JSON", f"{path}.csl.json", f"[{csl}]\n"),
    )


Citations = Mapping[str, Cited]
"""The citations of all records, by id."""


def citations(release: Release) -> Citations:
    """Return the citation of every record."""
    found = release.dossier.record
    return Asked(release.dossier.folders, lambda each: _cited(reference(release, found(each))))


def _cited(work: Reference) -> Cited:
    return Cited(work, citation(work), bibtex(work), ris(work), json.dumps(csl(work), ensure_ascii=False))
