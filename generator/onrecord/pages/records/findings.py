"""What the search shows of a record, and by which words and facets it finds it."""

from collections.abc import Iterable, Iterator

from onrecord.dossier.dossier import Dossier
from onrecord.pages.page import Finding
from onrecord.pages.words.markdown import plain
from onrecord.pages.words.titles import shortened, title
from onrecord.pages.words.wording import KINDS
from onrecord.records.actors import Actor
from onrecord.records.background import Place, Topic
from onrecord.records.claims import Claim
from onrecord.records.ids import is_id
from onrecord.records.record import Record
from onrecord.records.references import markdown_fields
from onrecord.records.sources import Source
from onrecord.records.statements import Statement
from onrecord.records.when import When, short_words

_DATES = ("said", "when", "published", "on")


def finding(dossier: Dossier, record: Record) -> Finding:
    """Return what a search knows of a record: its own words, and not those of what it refers to."""
    when = _when(record)
    day = when.first_day if when else None
    return Finding(
        kind=_group(dossier, record),
        title=_title(dossier, record),
        who=_who(dossier, record),
        when=short_words(when) if when else "",
        day=day.isoformat() if day else "",
        names=record.aliases if isinstance(record, Actor) else (),
        words=tuple(dict.fromkeys(text for text in _words(record) if text)),
        facets=tuple(_facets(dossier, record)),
    )


def _when(record: Record) -> When | None:
    found = (getattr(record, name, None) for name in _DATES)
    return next((each for each in found if isinstance(each, When)), None)


def _group(dossier: Dossier, record: Record) -> str:
    return KINDS[dossier.folders[record.id]][1].capitalize()


def _title(dossier: Dossier, record: Record) -> str:
    if isinstance(record, Statement):
        return shortened(plain(record.paraphrase) or next(_words(record), ""))
    return title(dossier, record)


def _who(dossier: Dossier, record: Record) -> str:
    if isinstance(record, Statement):
        return _name(dossier, record.speaker)
    return _name(dossier, record.publisher) if isinstance(record, Source) else ""


def _name(dossier: Dossier, words: str) -> str:
    actor = dossier.actors.get(words) if is_id(words) else None
    return actor.name if actor else words


def _words(record: Record) -> Iterator[str]:
    yield from (plain(text) for _, text in markdown_fields(record))
    if isinstance(record, Statement):
        yield from _spoken(record)
    elif isinstance(record, Actor):
        yield from (role.title for role in record.roles)
        yield record.country
    elif isinstance(record, Source):
        yield from record.authors
    elif isinstance(record, Place):
        yield record.country
    else:
        yield from getattr(record, "watch", ())


def _spoken(statement: Statement) -> Iterator[str]:
    if quote := statement.quote:
        yield quote.text
        yield quote.translation.text if quote.translation else ""
    yield from (stance.condition for stance in statement.stances)
    yield from (statement.occasion, statement.capacity)
    yield from (citation.as_printed for citation in statement.sources)


def _facets(dossier: Dossier, record: Record) -> Iterator[tuple[str, str]]:
    yield "kind", _group(dossier, record)
    yield from (
        ("actor", name) for name in sorted({_name(dossier, each) for each in _actors(dossier, record)})
    )
    topics = (record.id,) if isinstance(record, Topic) else getattr(record, "topics", ())
    yield from (("topic", dossier.topics[each].title) for each in topics if each in dossier.topics)
    yield from (("year", str(year)) for year in sorted(_years(dossier, record)))


def _actors(dossier: Dossier, record: Record) -> Iterator[str]:
    if isinstance(record, Actor):
        yield record.id
        return
    yield from (each.to for each in dossier.references[record.id] if each.to in dossier.actors)
    yield from (statement.speaker for statement in _saying(dossier, record))


def _years(dossier: Dossier, record: Record) -> set[int]:
    """Return the year of the record itself; a claim is of every year in which somebody spoke to it."""
    dates: Iterable[When | None] = (_when(record),)
    if isinstance(record, Claim):
        dates = (statement.said for statement in _saying(dossier, record))
    return {when.first_day.year for when in dates if when and when.first_day}


def _saying(dossier: Dossier, record: Record) -> Iterator[Statement]:
    """Yield the statements that speak to a claim, and those that a source carries."""
    if isinstance(record, (Claim, Source)):
        named = dossier.naming(record.id, "stances", "sources")
        yield from (dossier.statements[each] for each in named if each in dossier.statements)
