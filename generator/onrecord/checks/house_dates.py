"""House rules on time: what has grown old, and what nobody has done yet."""

from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.known import known_from
from onrecord.dossier.lives import life
from onrecord.problems import Location
from onrecord.records.claims import Claim

Finding = tuple[Location, str, str]

DAYS = 90
"""After how many days evidence is old, if the dossier sets no limit."""

_OPEN = frozenset({"floated", "announced", "confirmed", "put-off"})


def bottom_line_age(dossier: Dossier, limit: int) -> Iterator[Finding]:
    """The bottom line is not older than what it rests on became known, by more than ``limit`` days."""
    about = dossier.about
    same = (each.on.last_day for each in about.editions if each.bottom_line == about.bottom_line)
    written = min(filter(None, same), default=about.as_of.last_day)
    for index, record_id in enumerate(about.rests_on):
        known = known_from(dossier, record_id)
        if written and known and known > written + timedelta(days=limit):
            yield (
                about.location.at("rests_on", index),
                f"the bottom line is of {written}, and '{record_id}' became known on {known}",
                "read the bottom line again, and date an edition with it",
            )


def stale_evidence(dossier: Dossier, limit: int) -> Iterator[Finding]:
    """A claim that is not resolved has evidence or a statement of the last days; 90 if no limit is set."""
    today, most = dossier.about.as_of.last_day, limit or DAYS
    for claim in dossier.claims.values():
        last = _last_word(dossier, claim)
        if today and last and not claim.resolved and (today - last).days > most:
            yield (
                claim.location.at("text"),
                f"the last evidence is {(today - last).days} days old, and {most} are allowed",
                "look for newer evidence, resolve the claim, or silence the rule with a reason",
            )


def _last_word(dossier: Dossier, claim: Claim) -> date | None:
    statements = (dossier.statements[each] for each in dossier.naming(claim.id, "stances"))
    said = (statement.said.last_day for statement in statements)
    cited = (dossier.sources.get(each.source) for each in claim.evidence)
    printed = (source.published.last_day for source in cited if source)
    return max(filter(None, (*said, *printed)), default=None)


def archive_state(dossier: Dossier, limit: int) -> Iterator[Finding]:  # noqa: ARG001 - rules are called alike
    """A source on the web says what became of the attempt to archive it."""
    for source in dossier.sources.values():
        if source.url and (source.archive is None or source.archive.state == "not-tried"):
            yield (
                source.location.at("url"),
                f"nobody has tried to archive '{source.id}'",
                "archive the page, and write 'archive' with its state and address",
            )


def passed_date(dossier: Dossier, limit: int) -> Iterator[Finding]:
    """A planned event whose date has passed by more than ``limit`` days was held, put off or called off."""
    today = dossier.about.as_of.last_day
    for event in dossier.events.values():
        now = life(event)
        planned = now.planned_for or event.when
        if now.state in _OPEN and today and planned.last_day and (today - planned.last_day).days > limit:
            yield (
                event.location.at("history", len(event.history) - 1),
                f"the event is '{now.state}' for {planned.text}, and the dossier is as of {today}",
                "write in 'history' what became of it",
            )
