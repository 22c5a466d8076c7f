"""Statements and sources as works in JSON-LD."""

from typing import Any

from onrecord.exports.jsonld_parts import name_or_node, nodes, texts
from onrecord.exports.release import Release
from onrecord.records.sources import Source
from onrecord.records.statements import Quote, Statement
from onrecord.records.vocabulary import SourceKind

_SOURCES: dict[SourceKind, str] = {
    "official-text": "CreativeWork",
    "transcript": "CreativeWork",
    "video": "VideoObject",
    "interview": "Article",
    "agency": "NewsArticle",
    "news": "NewsArticle",
    "analysis": "AnalysisNewsArticle",
    "post": "SocialMediaPosting",
    "reference": "WebPage",
    "legal": "CreativeWork",
}


def quotation(release: Release, statement: Statement) -> dict[str, Any]:
    """Return a statement as a ``Quotation`` if its words are known, else as a ``Statement``."""
    return {
        "@type": "Quotation" if statement.quote else "Statement",
        "name": release.titles[statement.id],
        **(_words(release, statement.quote) if statement.quote else {}),
        "abstract": texts(release, statement.paraphrase),
        "creator": nodes(release, [statement.speaker]),
        "dateCreated": statement.said.machine,
        "about": nodes(release, (*statement.about, *statement.topics)),
        "citation": nodes(release, (each.source for each in statement.sources)),
        "recordedAt": nodes(release, [statement.at] if statement.at else []),
    }


def _words(release: Release, quote: Quote) -> dict[str, Any]:
    found: dict[str, Any] = {"text": quote.text, "inLanguage": quote.lang}
    if translation := quote.translation:
        work: dict[str, Any] = {
            "@type": "Quotation",
            "text": translation.text,
            "inLanguage": translation.lang,
        }
        if translation.by:
            work["translator"] = name_or_node(release, translation.by, "Organization")
        found["workTranslation"] = work
    return found


def source_work(release: Release, source: Source) -> dict[str, Any]:
    """Return a source as the kind of work it is; its own address takes the place of its page's."""
    return {
        "@type": _SOURCES[source.kind],
        "name": source.title,
        "url": source.url,
        "mainEntityOfPage": release.url(source.id),
        "publisher": name_or_node(release, source.publisher, "Organization"),
        "author": [{"@type": "Person", "name": each} for each in source.authors],
        "datePublished": source.published.machine,
        "inLanguage": source.lang,
        "isBasedOn": nodes(release, source.derived_from),
        "archivedAt": source.archive.url if source.archive else "",
    }
