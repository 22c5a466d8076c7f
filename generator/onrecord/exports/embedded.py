"""A reference as metadata of a web page, for programs that collect citations from pages.

Zotero and its kin read Dublin Core from ``<meta>`` (DCMI: Expressing Dublin Core metadata using HTML/XHTML).
The names that begin with ``z:`` and ``prism.``, and ``citation_public_url``, are those of Zotero's
translators "Embedded Metadata" and "RDF"; without a type there, a page counts as an article of a journal.
"""

from collections.abc import Iterator, Mapping

from onrecord.exports.reference import Reference, machine_date

_TYPES: Mapping[str, str] = {
    "agency": "newspaperArticle",
    "legal": "document",
    "news": "newspaperArticle",
    "official-text": "document",
    "post": "blogPost",
    "video": "videoRecording",
}


def embedded(work: Reference) -> tuple[tuple[str, str], ...]:
    """Return names and contents of ``<meta>`` elements, without any that would be empty.

    An organisation is the publisher only: Zotero takes every creator apart into a first and a last name.
    """
    return tuple((name, content) for name, content in _pairs(work) if content)


def _pairs(work: Reference) -> Iterator[tuple[str, str]]:
    yield "z:itemType", _TYPES.get(work.kind, "webpage")
    yield "DC.title", work.title
    if work.kind != "page":
        for author in work.authors:
            yield "DC.creator", author
    yield "DC.publisher", work.publisher
    yield "DC.date", machine_date(work.issued)
    yield "DC.language", work.lang
    yield "prism.publicationName", work.container
    yield "citation_public_url", work.url
    yield "z:archiveLocation", work.archive_url
