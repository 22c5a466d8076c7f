"""The page of a statement: what was said, by whom, whether they said it, and the receipts."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.dossier.names import counted, sentence
from onrecord.dossier.origins import Origin
from onrecord.dossier.positions import Position, positions
from onrecord.dossier.sides import capacity
from onrecord.pages.capped import capped, group
from onrecord.pages.cards import quote_view, stance_view
from onrecord.pages.here import Here
from onrecord.pages.positions.views import MomentView
from onrecord.pages.records.frame import Top, frame
from onrecord.pages.records.receipts import receipts
from onrecord.pages.records.views import FactView, FrameView, ReceiptView
from onrecord.pages.views import LinkGroup, LinkView, QuoteView, ShortList, StanceView, StatusView
from onrecord.pages.words.languages import language_name, same_language
from onrecord.pages.words.markdown import paragraphs
from onrecord.pages.words.titles import short_title
from onrecord.pages.words.wording import STANCES, spaced
from onrecord.records.statements import Quote, Statement, TakenStance

_OTHERS = 20
_BY = {"asserts": "Asserted by", "denies": "Denied by", "doubts": "Doubted by"}
_WAYS = (
    ("replies_to", "In reply to", "Replies to it"),
    ("corrects", "Corrects", "Corrected by"),
    ("denies_saying", "Denies the saying of", "Denied by"),
)


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where a chain of sources begins, and the other sources that lead back to it."""

    link: LinkView
    named: bool
    sources: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class OtherView:
    """A statement by somebody else on the same claim."""

    speaker: LinkView
    moment: MomentView


@dataclass(frozen=True, slots=True)
class OthersView:
    """Those who take one stance on the same claim, under a name such as ``Denied by``."""

    name: str
    list: ShortList[OtherView]


@dataclass(frozen=True, slots=True)
class ClaimStanceView:
    """A stance on a claim: is the claim so, who agrees, who denies it, who doubts it."""

    stance: StanceView
    substance: StatusView | None
    others: tuple[OthersView, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """Everything that a statement's page shows; ``origins`` are empty where the receipts are just those."""

    frame: FrameView
    paraphrase: Markup
    quote: QuoteView | None
    printed: str
    attribution: StatusView
    origins: tuple[OriginView, ...]
    counted: str
    stances: tuple[ClaimStanceView, ...]
    receipts: tuple[ReceiptView, ...]
    carried: str
    ties: tuple[LinkGroup, ...]


def statement_view(here: Here, statement: Statement) -> StatementView:
    """Return the view of a statement."""
    quote = statement.quote
    origins = here.site.attributions[statement.id].origins
    found = receipts(here, statement)
    return StatementView(
        frame=frame(here, statement, _top(here, statement)),
        paraphrase=paragraphs(statement.paraphrase),
        quote=quote_view(here, quote) if quote else None,
        printed=_printed(here, quote) if quote else "",
        attribution=here.attribution(statement.id),
        origins=_origins(here, origins) if _tells_more(statement, origins) else (),
        counted=_counted(origins),
        stances=tuple(_stance(here, statement, each) for each in statement.stances),
        receipts=found,
        carried=sentence(f"{counted(len(found), 'source')} carry it") if len(found) > 1 else "",
        ties=_ties(here, statement),
    )


def _top(here: Here, statement: Statement) -> Top:
    return Top(
        facts=_facts(here, statement),
        shown=tuple(("statements", key) for key, *_ in _WAYS),
        title=short_title(here.dossier, statement),
    )


def _printed(here: Here, quote: Quote) -> str:
    """Say in what language words were printed, and whether they are translated for those who need it."""
    told = f"As printed, in {language_name(quote.lang)}"
    if quote.translation:
        return f"{told}; translated into {language_name(quote.translation.lang)}"
    ours = here.dossier.about.language
    return told if same_language(quote.lang, ours) else f"{told}; no translation printed"


def _facts(here: Here, statement: Statement) -> tuple[FactView, ...]:
    behalf = statement.on_behalf_of
    return (
        FactView("Who", (here.record(statement.speaker),), words=capacity(here.dossier, statement)),
        FactView("For", (here.record(behalf),) if behalf else ()),
        FactView("Said", time=here.time(statement.said)),
        FactView("Setting", words=spaced(statement.setting)),
        FactView("Occasion", words=statement.occasion),
        FactView("During", (here.record(statement.at),) if statement.at else ()),
        FactView("Said to", tuple(here.record_or_words(each) for each in statement.to)),
        FactView("About", here.records(statement.about)),
    )


def _origins(here: Here, found: tuple[Origin, ...]) -> tuple[OriginView, ...]:
    return tuple(
        OriginView(here.record_or_words(each.key), each.named, _carriers(here, each)) for each in found
    )


def _tells_more(statement: Statement, origins: tuple[Origin, ...]) -> bool:
    """Tell whether the origins are others than the sources that the page lists as carrying the words."""
    return sorted(each.key for each in origins) != sorted(each.source for each in statement.sources)


def _carriers(here: Here, origin: Origin) -> tuple[LinkView, ...]:
    """Return the sources that relay an origin; that it carries its own words goes without saying."""
    return here.records(each for each in origin.sources if each != origin.key)


def _counted(origins: tuple[Origin, ...]) -> str:
    named = sum(each.named for each in origins)
    unnamed = len(origins) - named
    chains = f"{counted(unnamed, 'chain')} that name{'s' if unnamed == 1 else ''} nobody"
    if not named:
        return chains
    told = f"{counted(named, 'named origin')}{'' if named == 1 else ', independent of each other'}"
    return f"{told}, and {chains}" if unnamed else told


def _stance(here: Here, statement: Statement, taken: TakenStance) -> ClaimStanceView:
    claim = taken.claim
    known = claim in here.dossier.claims
    return ClaimStanceView(
        stance_view(here, taken),
        here.substance(claim) if known else None,
        tuple(_others(here, statement.speaker, taken)),
    )


def _others(here: Here, speaker: str, taken: TakenStance) -> Iterator[OthersView]:
    """Yield the other actors who last took the same stance on a claim, then those who took another."""
    if taken.stance not in _BY:
        return
    by_actor = positions(here.dossier, taken.claim)
    now = [path[-1] for actor, path in by_actor.items() if actor != speaker]
    for stance in sorted(_BY, key=lambda each: each != taken.stance):
        found = [each for each in now if each.stance == stance]
        name = "In agreement" if stance == taken.stance else _BY[stance]
        yield OthersView(name, capped(here, found, _other, "claims", _OTHERS, others="more actors"))


def _other(here: Here, each: Position) -> OtherView:
    statement, label = here.record(each.statement), STANCES[each.stance]
    moment = MomentView(here.time(each.said), each.stance, label, statement, each.condition)
    return OtherView(here.record(each.actor), moment)


def _ties(here: Here, statement: Statement) -> tuple[LinkGroup, ...]:
    both = (
        pair
        for field, onward, back in _WAYS
        for pair in (
            (onward, tuple(getattr(statement, field))),
            (back, here.dossier.naming(statement.id, field)),
        )
    )
    return tuple(group(here, name, ids) for name, ids in both if ids)
