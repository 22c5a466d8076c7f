"""A record as a work that can be cited, before it takes the form of any citation format."""

from dataclasses import dataclass, replace
from typing import Literal

from onrecord.dossier.names import actor_name
from onrecord.exports.release import Release
from onrecord.records.lines import one_line
from onrecord.records.record import Record
from onrecord.records.sources import Source
from onrecord.records.vocabulary import SourceKind
from onrecord.records.when import When, parse


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """A source as what it is, or any other record as a page of this site.

    ``key`` is the record's id and ``container`` what the work appeared in, as words.
    ``archive_url`` leads to an archived copy, made on ``archived`` if that is known.
    """

    key: str
    kind: SourceKind | Literal["page"]
    title: str
    authors: tuple[str, ...] = ()
    container: str = ""
    publisher: str = ""
    issued: When
    lang: str = ""
    url: str = ""
    accessed: When | None = None
    archive_url: str = ""
    archived: When | None = None


def reference(release: Release, record: Record) -> Reference:
    """Return what is to be cited for a record."""
    return _source(release, record) if isinstance(record, Source) else _page(release, record)


def _source(release: Release, source: Source) -> Reference:
    publisher = actor_name(release.dossier, source.publisher)
    made = Reference(
        key=source.id,
        kind=source.kind,
        title=one_line(source.title),
        authors=source.authors,
        container=publisher,
        publisher=publisher,
        issued=source.published,
        lang=source.lang,
        url=source.url,
        accessed=source.accessed,
    )
    archive = source.archive
    return replace(made, archive_url=archive.url, archived=archive.on) if archive and archive.url else made


def _page(release: Release, record: Record) -> Reference:
    about = release.dossier.about
    return Reference(
        key=record.id,
        kind="page",
        title=release.titles[record.id],
        authors=(about.publisher,) if about.publisher else (),
        container=one_line(about.title),
        publisher=about.publisher,
        issued=parse((release.changed[record.id] or release.day).isoformat()),
        lang=about.language,
        url=release.url(record.id),
    )


def machine_date(when: When) -> str:
    """Return a date without its clock time as far as it is certain: year, month, day; else empty."""
    return when.machine.partition("T")[0]
