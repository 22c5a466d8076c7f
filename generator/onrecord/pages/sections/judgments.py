"""Judgments in the brief and in their list: how likely, how sure, and on what they rest."""

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.pages.here import Here
from onrecord.pages.views import LinkView
from onrecord.pages.words.markdown import paragraphs
from onrecord.pages.words.wording import LIKELIHOODS
from onrecord.records.analysis import Judgment


@dataclass(frozen=True, slots=True)
class JudgmentView:
    """What the editors think; ``step`` is 1 to 7 on the scale of likelihood, 0 where none is given."""

    link: LinkView
    text: str
    step: int
    likelihood: str
    range: str
    confidence: str
    rests_on: tuple[LinkView, ...]
    would_change: Markup


def judgment_views(here: Here) -> tuple[JudgmentView, ...]:
    """Return all judgments in the order of the files that they are written in."""
    ordered = sorted(here.dossier.judgments.values(), key=as_written)
    return tuple(judgment_view(here, each) for each in ordered)


def as_written(judgment: Judgment) -> tuple[str, tuple[str | int, ...]]:
    """Return where a judgment is written: the editors' order tells what matters most."""
    return judgment.location.file, judgment.location.route


def judgment_view(here: Here, judgment: Judgment) -> JudgmentView:
    """Return a judgment with its likelihood in words and in the range that ICD 203 gives them."""
    steps = tuple(LIKELIHOODS)
    words, span = LIKELIHOODS[judgment.likelihood] if judgment.likelihood else ("", "")
    return JudgmentView(
        here.record(judgment.id),
        judgment.text,
        steps.index(judgment.likelihood) + 1 if judgment.likelihood else 0,
        words,
        span,
        judgment.confidence or "",
        here.records(judgment.rests_on),
        paragraphs(judgment.would_change),
    )
