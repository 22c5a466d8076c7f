"""How a record is cited, in words and in the formats of reference managers."""

from onrecord.exports.cited import CitationFile
from onrecord.pages.here import Here
from onrecord.pages.records.views import CitationFormat, CitationView

_WRAPPED = 4
"""Rows for a text that is a single line."""


def citation_view(here: Here, record_id: str) -> CitationView:
    """Return the citation of a record; a work without an address is told by the record's id."""
    cited = here.site.citations[record_id]
    where = "" if cited.work.url else f" Record: {record_id}"
    return CitationView(f"{cited.words}{where}", tuple(_format(here, file) for file in cited.files))


def _format(here: Here, file: CitationFile) -> CitationFormat:
    text = file.text.replace("\r\n", "\n").strip()
    rows = text.count("\n") + 1 if "\n" in text else _WRAPPED
    link = here.page(file.path, f"{file.name} file")
    return CitationFormat(file.name, f"cite-{file.name.casefold()}", text, rows, link)
