"""The page of a claim: is it so, by which rule, who stands where, since when, on what evidence."""

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.dossier.positions import positions, standing
from onrecord.pages.capped import capped
from onrecord.pages.held import HeldView
from onrecord.pages.here import Here
from onrecord.pages.positions.ledger import StanceGroup, by_stance, said_marks
from onrecord.pages.positions.stands import stand_of
from onrecord.pages.positions.views import LegendItem, PositionView
from onrecord.pages.records.frame import Top, frame
from onrecord.pages.records.views import FactView, FrameView
from onrecord.pages.timeline.chronicle import chronicle
from onrecord.pages.timeline.course import CourseView, course
from onrecord.pages.timeline.entries import DayView
from onrecord.pages.views import LinkView, ShortList, StatusView, TimeView
from onrecord.pages.words.markdown import inline, paragraphs
from onrecord.pages.words.wording import STANCES, SUBSTANCES
from onrecord.records.claims import Claim
from onrecord.records.lines import one_line
from onrecord.records.when import timeline_key

_SHOWN = (("statements", "stances"), ("questions", "claims"))
_POSITIONS, _NAMES = 60, 60
_UNSETTLED = ("conditional", "one-sided", "open")
_BEARINGS = (("supports", "Speaks for it"), ("contradicts", "Speaks against it"))
_OUTCOMES = {"true": "It is so.", "false": "It is not so.", "moot": "It no longer matters."}


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A source that bears on the claim by what it shows."""

    source: LinkView
    note: Markup


@dataclass(frozen=True, slots=True)
class BearingView:
    """All evidence that speaks for a claim, or all that speaks against it."""

    key: str
    name: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """An editor's assessment."""

    label: str
    reason: Markup
    by: LinkView | None
    on: TimeView


@dataclass(frozen=True, slots=True)
class ResolvedView:
    """How the claim was settled."""

    outcome: str
    on: TimeView
    how: Markup
    sources: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Everything that a claim's page shows."""

    frame: FrameView
    substance: StatusView
    last_spoken: TimeView | None
    assessment: AssessmentView | None
    resolved: ResolvedView | None
    positions: ShortList[PositionView]
    against: ShortList[StanceGroup]
    said_marks: tuple[LegendItem, ...]
    evidence: tuple[BearingView, ...]
    course: CourseView | None
    timeline: ShortList[DayView]


def claim_view(here: Here, claim: Claim) -> ClaimView:
    """Return the view of a claim."""
    against = _against(here, claim)
    return ClaimView(
        frame=frame(here, claim, Top(facts=_facts(here, claim), shown=_SHOWN, title=one_line(claim.text))),
        substance=here.substance(claim.id),
        last_spoken=_last_spoken(here, claim),
        assessment=_assessment(here, claim),
        resolved=_resolved(here, claim),
        positions=_positions(here, claim),
        against=against,
        said_marks=said_marks(against.items),
        evidence=_evidence(here, claim),
        course=course(here, claim.id),
        timeline=chronicle(here, claim.id),
    )


def _facts(here: Here, claim: Claim) -> tuple[FactView, ...]:
    asked = dict.fromkeys(
        (*((claim.question,) if claim.question else ()), *here.dossier.naming(claim.id, "claims"))
    )
    return (FactView("Type", words=f"about a {claim.kind}"), FactView("Open question", here.records(asked)))


def _against(here: Here, claim: Claim) -> ShortList[StanceGroup]:
    """Return who asserts and who denies the claim; nobody if there are not both."""
    now = sorted(standing(here.dossier, claim.id).values(), key=lambda each: timeline_key(each.said))
    groups = [[each for each in now if each.stance == stance] for stance in ("asserts", "denies")]
    if not all(groups):
        return ShortList(())
    shown = (HeldView(each) for group in groups for each in group[-_NAMES:])
    left = sum(max(0, len(group) - _NAMES) for group in groups)
    return ShortList(by_stance(here, shown), here.page("claims/", f"and {left} more") if left else None)


def _last_spoken(here: Here, claim: Claim) -> TimeView | None:
    """Return when somebody last spoke to a claim of which nothing is settled."""
    if here.site.substances[claim.id].status not in _UNSETTLED:
        return None
    words = [taken[-1].said for taken in positions(here.dossier, claim.id).values()]
    return here.time(max(words, key=timeline_key)) if words else None


def _assessment(here: Here, claim: Claim) -> AssessmentView | None:
    found = claim.assessment
    if found is None:
        return None
    by = here.record_or_words(found.by) if found.by else None
    return AssessmentView(SUBSTANCES[found.status], paragraphs(found.reason), by, here.time(found.on))


def _resolved(here: Here, claim: Claim) -> ResolvedView | None:
    found = claim.resolved
    if found is None:
        return None
    return ResolvedView(
        _OUTCOMES[found.outcome], here.time(found.on), paragraphs(found.how), here.shorts(found.sources)
    )


def _positions(here: Here, claim: Claim) -> ShortList[PositionView]:
    order = tuple(STANCES)
    taken = list(positions(here.dossier, claim.id).values())
    taken.sort(key=lambda path: timeline_key(path[-1].said), reverse=True)
    taken.sort(key=lambda path: order.index(path[-1].stance))
    return capped(here, taken, stand_of, "statements", _POSITIONS, others="more actors")


def _evidence(here: Here, claim: Claim) -> tuple[BearingView, ...]:
    groups = (
        BearingView(
            key,
            name,
            tuple(
                EvidenceView(here.record(each.source), inline(each.note))
                for each in claim.evidence
                if each.bearing == key
            ),
        )
        for key, name in _BEARINGS
    )
    return tuple(group for group in groups if group.evidence)
