"""The page of a statement: what was said, by whom, whether they said it, and the receipts."""

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.dossier.origins import Origin
from onrecord.dossier.positions import positions
from onrecord.dossier.sides import capacity
from onrecord.pages.capped import capped, group
from onrecord.pages.cards import quote_view, stance_view
from onrecord.pages.frame import Top, frame
from onrecord.pages.here import Here
from onrecord.pages.languages import language_name
from onrecord.pages.markdown import paragraphs
from onrecord.pages.receipts import receipts
from onrecord.pages.record_views import FactView, FrameView, LinkGroup, MomentView, ReceiptView, ShortList
from onrecord.pages.views import LinkView, QuoteView, StanceView, StatusView
from onrecord.pages.wording import STANCES, counted, spaced
from onrecord.records.statements import Statement, TakenStance
from onrecord.records.when import short_words

_OTHERS = 20
_AGREE = {"asserts": ("asserts",), "denies": ("denies", "doubts"), "doubts": ("denies", "doubts")}
_CONTRADICT = {"asserts": ("denies", "doubts"), "denies": ("asserts",), "doubts": ("asserts",)}
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
class ClaimStanceView:
    """A stance on a claim: is the claim so, who agrees, who contradicts."""

    stance: StanceView
    substance: StatusView | None
    agreeing: ShortList[OtherView]
    contradicting: ShortList[OtherView]


@dataclass(frozen=True, slots=True)
class StatementView:
    """Everything that a statement's page shows."""

    frame: FrameView
    paraphrase: Markup
    quote: QuoteView | None
    original: str
    translated: str
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
    shown = (("statements", key) for key, *_ in _WAYS)
    speaker = here.record(statement.speaker).text
    name = f"{speaker}, {short_words(statement.said)}"
    origins = _origins(here, statement)
    found = receipts(here, statement)
    return StatementView(
        frame=frame(here, statement, Top(facts=_facts(here, statement), shown=tuple(shown), title=name)),
        paraphrase=paragraphs(statement.paraphrase),
        quote=quote_view(here, quote) if quote else None,
        original=language_name(quote.lang) if quote else "",
        translated=language_name(quote.translation.lang) if quote and quote.translation else "",
        attribution=here.attribution(statement.id),
        origins=origins,
        counted=_counted(origins),
        stances=tuple(_stance(here, statement, each) for each in statement.stances),
        receipts=found,
        carried=f"{counted(len(found), 'sources').capitalize()} carry it." if len(found) > 1 else "",
        ties=_ties(here, statement),
    )


def _facts(here: Here, statement: Statement) -> tuple[FactView, ...]:
    behalf = statement.on_behalf_of
    office = capacity(here.dossier, statement)
    held = office and not statement.capacity
    return (
        FactView(
            "Who",
            (here.record(statement.speaker),),
            words=f"{office} (the role held on that day)" if held else office,
        ),
        FactView("For", (here.record(behalf),) if behalf else ()),
        FactView("Said", time=here.time(statement.said)),
        FactView("Setting", words=spaced(statement.setting)),
        FactView("Occasion", words=statement.occasion),
        FactView("At", (here.record(statement.at),) if statement.at else ()),
        FactView("To", tuple(here.record_or_words(each) for each in statement.to)),
        FactView("About", here.records(statement.about)),
    )


def _origins(here: Here, statement: Statement) -> tuple[OriginView, ...]:
    return tuple(
        OriginView(here.record_or_words(each.key), each.named, _carriers(here, each))
        for each in here.site.attributions[statement.id].origins
    )


def _carriers(here: Here, origin: Origin) -> tuple[LinkView, ...]:
    """Return the sources that relay an origin; that it carries its own words goes without saying."""
    return here.records(each for each in origin.sources if each != origin.key)


def _counted(origins: tuple[OriginView, ...]) -> str:
    unnamed = sum(not each.named for each in origins)
    told = f"{len(origins)} independent origin{'' if len(origins) == 1 else 's'}"
    return f"{told}, {unnamed} of them not named" if unnamed else told


def _stance(here: Here, statement: Statement, taken: TakenStance) -> ClaimStanceView:
    claim = taken.claim
    known = claim in here.dossier.claims
    return ClaimStanceView(
        stance_view(here, taken),
        here.substance(claim) if known else None,
        _others(here, statement, claim, _AGREE.get(taken.stance, ())),
        _others(here, statement, claim, _CONTRADICT.get(taken.stance, ())),
    )


def _others(here: Here, statement: Statement, claim: str, stances: tuple[str, ...]) -> ShortList[OtherView]:
    """Return the last statements of other actors on a claim that take one of ``stances``."""
    now = [taken[-1] for actor, taken in positions(here.dossier, claim).items() if actor != statement.speaker]
    views = [
        OtherView(
            here.record(each.actor),
            MomentView(
                here.time(each.said),
                each.stance,
                STANCES[each.stance],
                here.record(each.statement),
                each.condition,
            ),
        )
        for each in now
        if each.stance in stances
    ]
    return capped(here, views, lambda _, view: view, "claims", _OTHERS)


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
