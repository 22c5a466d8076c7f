"""The brief: where things stand, who says so, what changed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from onrecord.dossier.brief import columns, main_actors, newest_statements
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.editions import Difference
from onrecord.dossier.positions import latest
from onrecord.dossier.sides import capacity, roles_on
from onrecord.exports.edition_items import edition_anchor
from onrecord.exports.feeds import ALL
from onrecord.pages.cards import statement_card
from onrecord.pages.follow import follow
from onrecord.pages.here import Here
from onrecord.pages.positions.fronts import opponents
from onrecord.pages.sections.differences import ChangesView, changes_view
from onrecord.pages.sections.judgments import JudgmentView, judgment_views
from onrecord.pages.timeline.overview import OverviewView, overview
from onrecord.pages.views import LinkView, StatementCard, StatusView, TimeView
from onrecord.pages.words.markdown import paragraphs
from onrecord.pages.words.wording import counted
from onrecord.records.statements import Statement
from onrecord.records.when import parse, timeline_key

_PER_COLUMN = 8
_NEWEST = 6
_ACTORS = 8
_QUESTIONS = 6
_EDITIONS = 6


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim, or an open question (then without a status), in a column of the brief."""

    link: LinkView
    status: StatusView | None


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One of the three columns; ``more`` counts what is left out and links where it stands.

    ``total`` counts all that belongs there, and ``sides`` names who contradicts whom.
    """

    key: str
    title: str
    explains: str
    lines: tuple[ClaimLine, ...]
    total: int
    more: tuple[LinkView, ...]
    sides: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class WatchView:
    """An open question and what would show the answer."""

    question: LinkView
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorTile:
    """A main actor: in what role last heard, when, and how many statements are on record."""

    link: LinkView
    role: str
    heard: TimeView | None
    count: int


@dataclass(frozen=True, slots=True)
class BriefView:
    """Everything the brief shows; ``stood`` is set when it is shown as it stood on a past day."""

    title: str
    subtitle: str
    as_of: TimeView
    stood: bool
    today: LinkView
    earlier: LinkView | None
    bottom_line: str
    rests_on: tuple[LinkView, ...]
    judgments: tuple[JudgmentView, ...]
    columns: tuple[ColumnView, ...]
    changes: ChangesView | None
    all_changes: LinkView
    past_changes: tuple[LinkView, ...]
    watch: tuple[WatchView, ...]
    questions: int
    more_questions: LinkView | None
    newest: tuple[StatementCard, ...]
    timeline: LinkView
    overview: OverviewView | None
    actors: tuple[ActorTile, ...]
    all_actors: LinkView
    covers: Markup
    leaves_out: Markup
    method: LinkView
    counts: tuple[LinkView, ...]
    feeds: tuple[LinkView, ...]


def brief_view(here: Here, differences: Iterable[Difference] | None, *, stood: bool = False) -> BriefView:
    """Return the brief of ``here.dossier``; ``differences`` are those from the edition before, if any."""
    about, dossier = here.dossier.about, here.dossier
    return BriefView(
        title=about.title,
        subtitle=about.subtitle,
        as_of=here.time(about.as_of),
        stood=stood,
        today=here.page("", "the brief as it stands today"),
        earlier=here.page("changes/", "what changed") if about.editions[1:] else None,
        bottom_line=about.bottom_line,
        rests_on=here.records(each for each in about.rests_on if dossier.find(each)),
        judgments=judgment_views(here),
        columns=_columns(here, stood=stood),
        changes=None if differences is None else changes_view(here, differences),
        all_changes=here.page("changes/", "all changes, edition by edition"),
        past_changes=_past_changes(here),
        watch=_watch(here)[:_QUESTIONS],
        questions=len(dossier.questions),
        more_questions=_more_questions(here),
        newest=tuple(
            statement_card(here, dossier.statements[key]) for key in newest_statements(dossier, _NEWEST)
        ),
        timeline=here.page("timeline/", "the whole timeline"),
        overview=overview(here),
        actors=_actors(here),
        all_actors=here.page("actors/", "all actors"),
        covers=paragraphs(about.scope.covers),
        leaves_out=paragraphs(about.scope.leaves_out),
        method=here.page("method/", "how statuses are decided"),
        counts=_counts(here),
        feeds=() if stood else follow(here, ALL),
    )


def _columns(here: Here, *, stood: bool) -> tuple[ColumnView, ...]:
    """Return the three columns; pages tell who contradicts whom today, so that a past brief does not."""
    found = columns(here.site.statuses)
    return (
        _column(here, _CONFIRMED, found.confirmed),
        replace(_column(here, _CONTESTED, found.contested), sides=() if stood else opponents(here)),
        _column(here, _NOT_KNOWN, found.not_known),
    )


_CONFIRMED = (
    "confirmed",
    "Confirmed or agreed",
    "Settled, or asserted by more than one side and denied by none.",
)
_CONTESTED = ("contested", "Contested", "Somebody asserts it and somebody denies it.")
_NOT_KNOWN = ("open", "Not known", "Open, conditional, or told by one side only.")


def _column(here: Here, heading: tuple[str, str, str], ids: tuple[str, ...]) -> ColumnView:
    weight = {each: -len(latest(here.dossier, each)) if each in here.dossier.claims else 1 for each in ids}
    ordered = sorted(ids, key=lambda each: (weight[each], each))
    lines = tuple(
        ClaimLine(here.record(each), here.substance(each) if each in here.dossier.claims else None)
        for each in ordered[:_PER_COLUMN]
    )
    return ColumnView(*heading, lines, len(ids), _rest(here, ordered[_PER_COLUMN:]))


def _rest(here: Here, ids: Sequence[str]) -> tuple[LinkView, ...]:
    """Link the lists that hold what the column leaves out, with how many of each kind."""
    found = Counter(here.dossier.folders[each] for each in ids)
    return tuple(here.page(f"{folder}/", _more(found[folder], folder)) for folder in sorted(found))


def _more(number: int, folder: str) -> str:
    """Return in words what is left out; questions have a list of their own here, which counts otherwise."""
    return "the open questions" if folder == "questions" else f"{counted(number, folder)} more"


def _watch(here: Here) -> tuple[WatchView, ...]:
    return tuple(
        WatchView(here.record(question.id), question.watch)
        for question in sorted(here.dossier.questions.values(), key=lambda each: (-len(each.claims), each.id))
        if question.watch
    )


def _more_questions(here: Here) -> LinkView | None:
    more = len(here.dossier.questions) - _QUESTIONS
    return here.page("questions/", f"{more} more open questions") if more > 0 else None


def _past_changes(here: Here) -> tuple[LinkView, ...]:
    """Link what each of the last editions changed, the newest first, but for the one that is shown."""
    days = sorted((day for each in here.dossier.about.editions if (day := each.on.last_day)), reverse=True)
    return tuple(
        here.page("changes/", here.time(parse(day.isoformat())).words, edition_anchor(day))
        for day in days[1 : 1 + _EDITIONS]
    )


def _actors(here: Here) -> tuple[ActorTile, ...]:
    return tuple(_tile(here, actor_id) for actor_id in main_actors(here.dossier, _ACTORS))


def _tile(here: Here, actor_id: str) -> ActorTile:
    said = [here.dossier.statements[each] for each in here.dossier.naming(actor_id, "speaker")]
    last = max(said, key=lambda each: (timeline_key(each.said), each.id), default=None)
    role = _role(here.dossier, last) if last else ""
    return ActorTile(here.record(actor_id), role, here.time(last.said) if last else None, len(said))


def _role(dossier: Dossier, last: Statement) -> str:
    """Return in what role somebody spoke last, with ``then`` if it is theirs no longer."""
    role = capacity(dossier, last)
    now = (each.title for each in roles_on(dossier.actors[last.speaker], dossier.about.as_of.last_day))
    once = {each.title for each in dossier.actors[last.speaker].roles}
    return f"then {role}" if role in once.difference(now) else role


def _counts(here: Here) -> tuple[LinkView, ...]:
    folders = ("statements", "events", "actors", "claims", "sources")
    return tuple(_count(here, each, len(here.dossier.of_kind(each))) for each in folders)


def _count(here: Here, folder: str, number: int) -> LinkView:
    """Return how many records there are; a kind without records has no page to link."""
    words = counted(number, folder)
    return here.page(f"{folder}/", words) if number else LinkView("", words)
