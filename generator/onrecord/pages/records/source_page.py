"""The page of a source: who printed it, from whom they have it, and all that rests on it."""

from dataclasses import dataclass

from onrecord.pages.capped import capped, group
from onrecord.pages.here import Here
from onrecord.pages.records.chains import upward
from onrecord.pages.records.frame import Top, filled, frame
from onrecord.pages.records.receipts import archive_fact, outside, words_in
from onrecord.pages.records.views import FactView, FrameView
from onrecord.pages.views import LinkGroup, LinkView, ShortList, StatusView
from onrecord.pages.words.languages import language_name
from onrecord.pages.words.wording import RELIABILITIES, spaced
from onrecord.records.sources import Source
from onrecord.records.statements import Citation, Statement
from onrecord.records.when import timeline_key

_SHOWN = (
    ("sources", "derived_from"),
    ("statements", "sources"),
    ("events", "sources"),
    ("events", "history"),
    ("claims", "evidence"),
    ("claims", "resolved"),
    ("actors", "roles"),
    ("actors", "relations"),
    ("judgments", "rests_on"),
)
_RESTS = (
    ("Events", "events", ("sources", "history")),
    ("Claims, as evidence or to settle them", "claims", ("evidence", "resolved")),
    ("Roles and ties of", "actors", ("roles", "relations")),
    ("Judgments", "judgments", ("rests_on",)),
)


@dataclass(frozen=True, slots=True)
class CarriedView:
    """A statement that the source carries: the words there, and where in it."""

    link: LinkView
    attribution: StatusView
    as_printed: str
    locator: str
    outside: LinkView | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """Everything that a source's page shows; ``described`` tells that its title is ours."""

    frame: FrameView
    described: bool
    outside: LinkView | None
    chains: tuple[tuple[LinkView, ...], ...]
    relayed_by: LinkGroup | None
    carries: ShortList[CarriedView]
    lang: str
    rests: tuple[LinkGroup, ...]

    @property
    def rests_title(self) -> str:
        """Return the heading over all that is no statement."""
        return "What else rests on it" if self.carries.items else "What rests on it"


def source_view(here: Here, source: Source) -> SourceView:
    """Return the view of a source."""
    dossier = here.dossier
    relays = dossier.naming(source.id, "derived_from")
    return SourceView(
        frame=frame(here, source, Top(facts=_facts(here, source), shown=_SHOWN)),
        described=source.title.startswith("[") and source.title.endswith("]"),
        outside=outside(source),
        chains=upward(here, source.id) if source.derived_from else (),
        relayed_by=group(here, "Relayed by", relays) if relays else None,
        carries=capped(
            here, _citations(here, source), lambda here, pair: _carried(here, source, *pair), "statements"
        ),
        lang=source.lang,
        rests=_rests(here, source),
    )


def _facts(here: Here, source: Source) -> tuple[FactView, ...]:
    return (
        FactView(
            "Title", words="in our words: the headline was not seen" if source.title.startswith("[") else ""
        ),
        FactView("Published by", (here.record_or_words(source.publisher),)),
        FactView("Published", time=here.time(source.published)),
        FactView("Seen by us", time=here.time(source.accessed) if source.accessed else None),
        FactView("Kind", words=spaced(source.kind)),
        FactView("By", words=", ".join(source.authors)),
        FactView("Language", words=language_name(source.lang) if source.lang else ""),
        FactView("Derived from", here.shorts(source.derived_from), joint="; "),
        FactView("Reliability", words=_reliability(here, source)),
        *filled([archive_fact(here, source.archive)] if source.archive else ()),
        FactView(
            "Stored text",
            words="on file, for the check that quoted words stand in it" if source.text_file else "",
        ),
    )


def _reliability(here: Here, source: Source) -> str:
    if source.reliability:
        return f"{RELIABILITIES[source.reliability]} (this source)"
    publisher = here.dossier.actors.get(source.publisher)
    letter = publisher.reliability if publisher else None
    return f"{RELIABILITIES[letter]} (the publisher in general)" if letter else "not judged"


def _citations(here: Here, source: Source) -> tuple[tuple[Statement, Citation], ...]:
    statements = here.dossier.statements
    found = [statements[each] for each in here.dossier.naming(source.id, "sources") if each in statements]
    found.sort(key=lambda statement: timeline_key(statement.said))
    return tuple(
        (each, citation)
        for each in found
        for citation in each.sources
        if str(citation.source) == str(source.id)
    )


def _carried(here: Here, source: Source, statement: Statement, citation: Citation) -> CarriedView:
    link = outside(source, words_in(source, citation, statement.quote))
    status = here.attribution(statement.id)
    return CarriedView(here.record(statement.id), status, citation.as_printed, citation.locator, link)


def _rests(here: Here, source: Source) -> tuple[LinkGroup, ...]:
    found = (
        (
            name,
            tuple(
                each
                for each in here.dossier.naming(source.id, *fields)
                if here.dossier.folders[each] == folder
            ),
        )
        for name, folder, fields in _RESTS
    )
    return tuple(group(here, name, ids) for name, ids in found if ids)
