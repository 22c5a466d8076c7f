"""The dossier as JSON-LD in the words of schema.org: one graph, and what a page says of its record."""

import json
from collections.abc import Iterable
from typing import Any

from onrecord.exports.jsonld_nodes import node, review
from onrecord.exports.release import Release
from onrecord.records.claims import Claim
from onrecord.records.lines import one_line
from onrecord.records.record import Record

_CONTEXT = {
    "@vocab": "https://schema.org/",
    **{key: {"@type": "@id"} for key in ("archivedAt", "sameAs", "url")},
    "eventStatus": {"@type": "@vocab"},
}
"""Written out in every file, so that nobody has to fetch schema.org's own."""

_INERT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def graph_jsonld(release: Release, records: Iterable[str]) -> bytes:
    """Return one graph of the dossier and of ``records``, each as ``node_lines`` gives it."""
    lines = ",\n".join((json.dumps(_dataset(release), ensure_ascii=False), *records))
    return f'{{"@context": {json.dumps(_CONTEXT)}, "@graph": [\n{lines}\n]}}\n'.encode()


def node_lines(release: Release, record: Record) -> str:
    """Return a record and the editors' reviews of it as nodes of a graph, one a line."""
    return ",\n".join(json.dumps(each, ensure_ascii=False) for each in _nodes(release, record))


def record_jsonld(release: Release, record: Record) -> str:
    """Return one record as JSON-LD that is inert inside ``<script type="application/ld+json">``."""
    document = {"@context": _CONTEXT, "@graph": _nodes(release, record)}
    return json.dumps(document, ensure_ascii=False).translate(_INERT)


def _nodes(release: Release, record: Record) -> list[dict[str, Any]]:
    found = [node(release, record)]
    if isinstance(record, Claim) and record.assessment:
        found.append(review(release, record, record.assessment))
    return found


def _dataset(release: Release) -> dict[str, Any]:
    about, site = release.dossier.about, release.address("")
    found = {
        "@id": site or "urn:onrecord:dossier",
        "@type": "Dataset",
        "name": about.title,
        "description": one_line(about.bottom_line),
        "inLanguage": about.language,
        "license": about.licence,
        "url": site,
        "dateModified": about.as_of.machine,
        "publisher": {"@type": "Organization", "name": about.publisher} if about.publisher else "",
    }
    return {key: value for key, value in found.items() if value}
