"""Checks of what must come first: words before their source, steps in their order, as-of last."""

from collections.abc import Iterator
from datetime import timedelta

from onrecord.dossier.dossier import Dossier
from onrecord.problems import Note, Problem, Route, Severity
from onrecord.records.events import Event
from onrecord.records.record import Record
from onrecord.records.when import Precision, When, certainly_before, timeline_key

_LOCAL_DAYS = timedelta(days=1)
"""A day is the local day of the place: the same evening can have two dates."""

_LAST_STATES = frozenset({"held", "never-held"})


def statement_after_source(dossier: Dossier) -> Iterator[Problem]:
    """A source carries what was said before it came out, give or take the day that local dates differ by."""
    for statement in dossier.statements.values():
        notes = tuple(
            Note(source.location.at("published"), f"'{source.id}' was published '{source.published.text}'")
            for source in (dossier.sources.get(citation.source) for citation in statement.sources)
            if source and _published_before(source.published, statement.said)
        )
        if notes:
            yield Problem(
                "statement-after-source",
                statement.location.at("said"),
                f"said '{statement.said.text}', after a source that carries it had been published",
                "correct one of the two dates\nor take the source off the statement",
                notes,
            )


def _published_before(published: When, said: When) -> bool:
    """Tell whether a source came out before the words, local days apart; clock times compare as they are."""
    if not certainly_before(published, said):
        return False
    if published.precision is said.precision is Precision.INSTANT:
        return True
    return bool(said.first_day and published.last_day and said.first_day - published.last_day > _LOCAL_DAYS)


def history_out_of_order(dossier: Dossier) -> Iterator[Problem]:
    """The steps of an event's history stand in the order of their days, and nothing follows its end."""
    for event in dossier.events.values():
        for index in range(1, len(event.history)):
            problem = _step_problem(event, index)
            if problem:
                yield problem


def _step_problem(event: Event, index: int) -> Problem | None:
    before, step = event.history[index - 1], event.history[index]
    here = event.location.at("history", index)
    if certainly_before(step.on, before.on):
        return Problem(
            "history-out-of-order",
            here.at("on"),
            f"'{step.state}' on '{step.on.text}' stands after '{before.state}' on '{before.on.text}'",
            "put the steps in the order of their days, or correct the day",
        )
    if before.state in _LAST_STATES:
        return Problem(
            "history-out-of-order",
            here.at("state"),
            f"'{step.state}' stands after '{before.state}', with which an event ends",
            "make what came later an event of its own that 'follows' this one",
        )
    return None


def held_on_another_day(dossier: Dossier) -> Iterator[Problem]:
    """An event that was held was held on its own date, give or take the day that local dates differ by."""
    for event in dossier.events.values():
        last = event.history[-1] if event.history else None
        if last and last.state == "held" and _are_apart(last.on, event.when):
            yield Problem(
                "held-on-another-day",
                event.location.at("when"),
                f"the event's date is '{event.when.text}', but it was held on '{last.on.text}'",
                "correct one of the two dates",
                (Note(event.location.at("history", len(event.history) - 1, "on"), "the day it was held on"),),
                Severity.WARNING,
            )


def _are_apart(one: When, other: When) -> bool:
    """Tell whether two dates, of which both are known, have more than a day between them."""
    if Precision.UNKNOWN in (one.precision, other.precision):
        return False
    return any(
        first.first_day and last.last_day and first.first_day - last.last_day > _LOCAL_DAYS
        for first, last in ((one, other), (other, one))
    )


def as_of_too_old(dossier: Dossier) -> Iterator[Problem]:
    """The dossier's ``as_of`` is no earlier than the newest thing recorded in it."""
    as_of = dossier.about.as_of
    later = (dated for dated in _dated(dossier) if certainly_before(as_of, dated[0]))
    if found := max(later, key=lambda dated: timeline_key(dated[0]), default=None):
        newest, record, route = found
        yield Problem(
            "as-of-too-old",
            dossier.about.location.at("as_of"),
            f"the dossier stands as of '{as_of.text}', but holds something of '{newest.text}'",
            f"write 'as_of: {newest.first_day}' or a later day\nif the record's day is wrong, correct that",
            (Note(record.location.at(*route), "the newest record"),),
        )


def _dated(dossier: Dossier) -> Iterator[tuple[When, Record, Route]]:
    """Give each date on which something was said, done, published, judged or corrected, and its place."""
    for statement in dossier.statements.values():
        yield statement.said, statement, ("said",)
    for event in dossier.events.values():
        for index, step in enumerate(event.history):
            yield step.on, event, ("history", index, "on")
    for source in dossier.sources.values():
        yield source.published, source, ("published",)
    for judgment in dossier.judgments.values():
        yield judgment.on, judgment, ("on",)
    for correction in dossier.corrections.values():
        yield correction.on, correction, ("on",)
