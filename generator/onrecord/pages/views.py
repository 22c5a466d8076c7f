"""Small frozen values that templates show: finished words, links and order."""

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from markupsafe import Markup

T = TypeVar("T")


class LinkView(NamedTuple):
    """A link: ``href`` is relative to the page or absolute, ``kind`` a folder of content or ``outside``.

    There are thirty on each page, so it is the kind of value that is made and compared fastest.
    """

    href: str
    text: str
    kind: str = ""
    lang: str = ""


class TimeView(NamedTuple):
    """A date in words; ``machine`` is the value for ``<time datetime>``, empty where HTML has none."""

    words: str
    short: str
    machine: str


@dataclass(frozen=True, slots=True)
class StatusView:
    """A computed status: ``key`` names its look, ``because`` what made it so, ``rule`` what fired."""

    key: str
    label: str
    asks: str
    rule: str
    because: str
    decisive: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class StanceView:
    """What a statement says of a claim."""

    key: str
    label: str
    claim: LinkView
    condition: str
    note: Markup


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Words as printed, with the language they are printed in, and a translation if there is one."""

    text: str
    lang: str
    lang_name: str
    direction: str
    translation: str = ""
    translation_lang: str = ""
    translation_direction: str = "ltr"
    translator: LinkView | None = None


@dataclass(frozen=True, slots=True)
class StatementCard:
    """A statement in a list."""

    link: LinkView
    speaker: LinkView
    capacity: str
    said: TimeView
    occasion: str
    paraphrase: Markup
    quote: QuoteView | None
    attribution: StatusView
    stances: tuple[StanceView, ...]
    sources: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim in a list: the proposition, whether it is so, and who takes which stance, latest first.

    ``because`` is what made it so, if the stances do not tell it.
    """

    link: LinkView
    kind: str
    substance: StatusView
    because: str
    holders: tuple["HoldersView", ...]


@dataclass(frozen=True, slots=True)
class HoldersView:
    """The actors who now take one stance on a claim, each linked to the statement that shows it."""

    key: str
    label: str
    actors: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event in a list; that it simply took place goes without saying, and ``state_label`` is empty."""

    link: LinkView
    kind: str
    when: TimeView
    place: LinkView | None
    state: str
    state_label: str
    summary: Markup


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source in a list; ``relays`` names what it has its news from."""

    link: LinkView
    publisher: LinkView
    published: TimeView
    kind: str
    outside: LinkView | None
    relays: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under a name of their own; ``rest`` tells how many were left out."""

    name: str
    links: tuple[LinkView, ...]
    rest: str = ""


@dataclass(frozen=True, slots=True)
class ShortList(Generic[T]):
    """The first items of a list; ``rest`` leads to the page that has them all.

    Where the others are found nowhere else by themselves, ``further`` links some of them, or all.
    """

    items: tuple[T, ...]
    rest: LinkView | None = None
    further: LinkGroup | None = None
