"""Where actors stand, as templates show it."""

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.pages.views import LinkView, QuoteView, StatusView, TimeView


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A mark and what it means."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class MomentView:
    """A stance taken at one time, with the statement that shows it.

    ``changed`` marks a stance unlike the one before, ``again`` the same one in the same words.
    """

    time: TimeView
    key: str
    label: str
    statement: LinkView
    condition: str = ""
    changed: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class PositionView:
    """Where one actor stands on one claim: the last word, the words and receipt for it, the path to it.

    ``subject`` is the claim on an actor's page, the actor on a claim's page; ``label`` is the stance in
    words that the subject ends: ``denies:``, ``denied by``.
    ``note`` is what the editors add to the stance.
    """

    subject: LinkView
    label: str
    substance: StatusView | None
    now: MomentView
    words: Markup
    note: Markup
    quote: QuoteView | None
    sources: tuple[LinkView, ...]
    path: tuple[MomentView, ...]
