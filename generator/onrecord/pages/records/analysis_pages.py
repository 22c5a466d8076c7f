"""The pages of questions, judgments and corrections: what the editors ask, think, and mended."""

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.pages.capped import capped
from onrecord.pages.cards import claim_card, publisher_links
from onrecord.pages.here import Here
from onrecord.pages.records.frame import Top, frame
from onrecord.pages.records.views import FactView, FrameView
from onrecord.pages.views import ClaimCard, LinkView, ShortList
from onrecord.pages.words.markdown import first_sentence, paragraph, paragraphs
from onrecord.pages.words.wording import KINDS, LIKELIHOODS
from onrecord.records.analysis import Correction, Judgment, Question
from onrecord.records.lines import one_line
from onrecord.records.references import references

_SOURCES = 3
"""How many sources of each record a judgment names; the record names them all."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """Everything that the page of an open question shows."""

    frame: FrameView
    watch: tuple[str, ...]
    claims: ShortList[ClaimCard]


@dataclass(frozen=True, slots=True)
class RungView:
    """A step of the scale of likelihood; ``here`` marks the one that the judgment is on."""

    words: str
    range: str
    here: bool


@dataclass(frozen=True, slots=True)
class BasisView:
    """A record that a judgment rests on, with its kind, and with those who print it."""

    link: LinkView
    kind: str
    sources: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class JudgmentPageView:
    """Everything that a judgment's page shows."""

    frame: FrameView
    scale: tuple[RungView, ...]
    rests_on: tuple[BasisView, ...]
    would_change: Markup


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """Everything that a correction's page shows."""

    frame: FrameView
    was: Markup
    now: Markup
    reason: Markup


def question_view(here: Here, question: Question) -> QuestionView:
    """Return the view of an open question, with the claims on it and those that name it."""
    claims = here.dossier.claims
    ids = tuple(dict.fromkeys((*question.claims, *here.dossier.naming(question.id, "question"))))
    known = tuple(each for each in ids if each in claims)
    asked = (FactView("Asked since", time=here.time(question.asked)),) if question.asked else ()
    top = Top(
        paragraphs(question.why_it_matters),
        asked,
        shown=(("claims", "question"),),
        title=one_line(question.text),
    )
    return QuestionView(
        frame=frame(here, question, top),
        watch=question.watch,
        claims=capped(here, known, lambda here, key: claim_card(here, claims[key]), "claims"),
    )


def judgment_view(here: Here, judgment: Judgment) -> JudgmentPageView:
    """Return the view of a judgment."""
    likely = judgment.likelihood
    words, span = LIKELIHOODS[likely] if likely else ("", "")
    facts = (
        FactView("Likelihood", words=f"{words} ({span})" if likely else ""),
        FactView("Confidence", words=judgment.confidence or ""),
        FactView("Judged on", time=here.time(judgment.on)),
    )
    scale = tuple(RungView(*step, here=key == likely) for key, step in LIKELIHOODS.items())
    first, others = first_sentence(judgment.text)
    return JudgmentPageView(
        frame=frame(here, judgment, Top(paragraph(others), facts, title=one_line(first))),
        scale=scale if likely else (),
        rests_on=tuple(_basis(here, each) for each in judgment.rests_on),
        would_change=paragraphs(judgment.would_change),
    )


def _basis(here: Here, record_id: str) -> BasisView:
    record = here.dossier.find(record_id)
    named = (each.to for each in references(record)) if record else ()
    sources = tuple(dict.fromkeys(each for each in named if each in here.dossier.sources))
    return BasisView(
        here.record(record_id), _kind(here, record_id), publisher_links(here, sources[:_SOURCES])
    )


def _kind(here: Here, record_id: str) -> str:
    folder = here.dossier.folders.get(record_id)
    return KINDS[folder][0] if folder else ""


def correction_view(here: Here, correction: Correction) -> CorrectionView:
    """Return the view of a correction."""
    facts = (
        FactView("Corrects", (here.record(correction.of),)),
        FactView("On", time=here.time(correction.on)),
    )
    return CorrectionView(
        frame=frame(here, correction, Top(facts=facts)),
        was=paragraphs(correction.was),
        now=paragraphs(correction.now),
        reason=paragraphs(correction.reason),
    )
