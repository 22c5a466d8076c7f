"""Both statuses, computed once more from ``data/dossier.json`` alone, by whoever has read the rules.

Written from ``docs/statuses.md`` and ``docs/dates.md``, in other ways than the program, of which it imports
nothing. Run as ``python tests/honesty/recompute.py dossier.json``, it prints every status that differs.
"""

import calendar
import json
import re
import sys
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

Json = dict[str, Any]
SPOKEN = {"official-text", "transcript", "video", "interview"}
NAMELESS = ("unnamed", "anonymous", "unidentified", "unattributed", "not named")
WORD_OF_NOBODY = "*"
FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


def span(text: str) -> tuple[datetime | None, datetime | None]:
    """Return the first and the last moment of a date; ``None`` is an end that is open or not known."""
    if text == "unknown":
        return None, None
    if "/" in text:
        begin, end = text.split("/")
        return (span(begin)[0] if begin.strip(".") else None), (span(end)[1] if end.strip(".") else None)
    if ":" in text:
        minute = datetime.fromisoformat(text)
        return minute, minute + timedelta(minutes=1, microseconds=-1)
    parts = [int(part) for part in text.rstrip("?~%").split("-")]
    months = (parts[1], parts[1]) if len(parts) > 1 else (1, 12)
    last = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], months[1])[1]
    first = datetime(parts[0], months[0], parts[2] if len(parts) > 2 else 1, tzinfo=UTC)
    return first, datetime(parts[0], months[1], last, 23, 59, 59, 999999, tzinfo=UTC)


def day(text: str | None, which: int = 0) -> str:
    """Return the first or last day of a date as it was written, or nothing."""
    found = span(text)[which] if text else None
    return found.date().isoformat() if found else ""


def moment(text: str) -> tuple[datetime, timedelta]:
    """Return what a timeline goes by: the earliest moment, then the narrower; nothing known comes last."""
    if text == "unknown":
        return LAST, timedelta.max
    begin, end = span(text)
    return begin or FIRST, (end - begin if begin and end else timedelta.max)


class Recomputed:
    """The two statuses of every statement and claim of a published dossier."""

    def __init__(self, data: Json) -> None:
        """Take the records by id."""
        self.actors, self.sources, self.statements, self.claims = (
            {each["id"]: each for each in data.get(kind, [])}
            for kind in ("actors", "sources", "statements", "claims")
        )

    @cached_property
    def statuses(self) -> dict[str, str]:
        """Every status by id."""
        said = {each: self.attribution(record) for each, record in self.statements.items()}
        return said | {each: self.substance(record) for each, record in self.claims.items()}

    # Sides

    def part_of(self, actor: str, when: str) -> str:
        """Return the organisation of the role held on that day, or what the actor is part of."""
        held = self.actors.get(actor, {})
        if held.get("kind") == "media":
            return ""
        jobs = [
            each for each in held.get("roles", []) if each.get("organisation") and _during(each, "to", when)
        ]
        ties = [each for each in held.get("relations", []) if each["kind"] == "part-of"]
        ties = [each for each in ties if _during(each, "until", when)]
        for found, key in ((jobs, "organisation"), (ties, "to")):
            newest = sorted(found, key=lambda each: day(each.get("from")) or "0", reverse=True)
            if newest:
                return str(newest[0][key])
        return ""

    def side(self, actor: str, when: str) -> str:
        """Return the root above an actor; of a circle, the first in the alphabet."""
        way = [actor]
        while above := self.part_of(way[-1], when):
            if above in way:
                return min(way[way.index(above) :])
            way.append(above)
        return way[-1]

    def sides_of(self, statement: Json) -> set[str]:
        """Return the sides of the speaker and of whoever is spoken for."""
        who = [statement["speaker"], statement.get("for", "")]
        return {self.side(each, _day_of(statement)) for each in who if each}

    # Attribution

    def attribution(self, statement: Json) -> str:
        """Try the five rules from top to bottom."""
        name = statement["id"]
        denials = [each for each in self.statements.values() if name in each.get("denies_saying", [])]
        if any(self.sides_of(each) & self.sides_of(statement) for each in denials):
            return "disputed"
        cited = [each["source"] for each in statement["sources"]]
        if any(self.on_the_record(each, statement, ()) for each in cited):
            return "on-the-record"
        named = [each for each in self.origins(cited) if self.is_named(each)]
        return ("second-hand", "single-origin", "confirmed")[min(len(named), 2)]

    def on_the_record(self, source: str, statement: Json, below: tuple[str, ...]) -> bool:
        """Tell whether a source gives the words themselves, and all that it is made of as well."""
        if source not in self.sources or source in below:
            return bool(below)
        record = self.sources[source]
        publisher, speaker = record.get("publisher", ""), statement["speaker"]
        own = publisher == speaker
        if record["kind"] == "post" and not own:
            about = self.actors.get(speaker, {})
            names = {each.casefold() for each in (about.get("name", ""), *about.get("aliases", [])) if each}
            when = _day_of(statement)
            same = publisher in self.actors and self.side(publisher, when) == self.side(speaker, when)
            own = same or any(each.casefold() in names for each in (publisher, *record.get("authors", [])))
        above = record.get("derived_from", [])
        made_of = all(self.on_the_record(each, statement, (*below, source)) for each in above)
        return (own or record["kind"] in SPOKEN) and made_of

    # Origins

    def above(self, source: str) -> set[str]:
        """Return everything that a source goes back to."""
        found: set[str] = set()
        new = {source}
        while new:
            new = set(chain(*(self.sources.get(each, {}).get("derived_from", []) for each in new))) - found
            found |= new
        return found

    def origins(self, cited: list[str]) -> list[str]:
        """Return one source or words for each publisher in whom the ways end."""
        ends: dict[str, list[str]] = {}
        for source in cited:
            reached = {source} | self.above(source)
            roots = {each for each in reached if not self.sources.get(each, {}).get("derived_from")}
            for root in roots or {min(each for each in reached if each in self.above(each))}:
                ends.setdefault(self.publisher(root).casefold(), []).append(root)
        return [min(group, key=self.first_published) for group in ends.values()]

    def first_published(self, key: str) -> tuple[str, str]:
        """Return what decides which of a publisher's origins gives it its name."""
        return day(self.sources.get(key, {}).get("published")) or "9999-12-31", key

    def publisher(self, key: str) -> str:
        """Return the name of a source's publisher; words are their own."""
        if key not in self.sources:
            return key
        publisher = str(self.sources[key].get("publisher", ""))
        return str(self.actors[publisher]["name"]) if publisher in self.actors else publisher

    def is_named(self, key: str) -> bool:
        """Tell whether it is known who an origin is."""
        publisher = self.sources[key].get("publisher", "") if key in self.sources else key
        if key in self.sources and publisher in self.actors:
            return bool(self.actors[publisher]["kind"] != "anonymous")
        return not re.search(rf"\b({'|'.join(NAMELESS)})\b", publisher.lower())

    # Substance

    def substance(self, claim: Json) -> str:
        """Try the eight rules from top to bottom."""
        judged, settled = claim.get("assessment"), claim.get("resolved")
        if judged and not (settled and _counts(settled["on"]) >= _counts(judged["on"])):
            return str(judged["status"])
        if settled:
            return "resolved"
        last = self.last_words(claim["id"])
        by = {stance: [each for each, taken in last if taken == stance] for stance in
              ("asserts", "denies", "doubts", "conditional")}  # fmt: skip
        shown = self.evidence(claim)
        if (by["asserts"] or "supports" in shown) and (by["denies"] or "contradicts" in shown):
            return "contested"
        if by["conditional"] and not by["asserts"]:
            return "conditional"
        if self.count_sides([each for each, _ in last]) == 1:
            return "one-sided"
        return "agreed" if self.count_sides(by["asserts"]) > 1 and not by["doubts"] else "open"

    def last_words(self, claim: str) -> list[tuple[Json, str]]:
        """Return each actor's newest statement on a claim with its stance; refusals to comment are none."""
        newest: dict[str, tuple[Json, str]] = {}
        for statement in sorted(
            self.statements.values(), key=lambda each: (moment(each["said"]), each["id"])
        ):
            for taken in statement.get("stances", []):
                if taken["claim"] == claim and taken["stance"] != "declines-to-comment":
                    newest[statement["speaker"]] = (statement, taken["stance"])
        return list(newest.values())

    def count_sides(self, statements: list[Json]) -> int:
        """Count sides; those whom nobody can place are one, and only if there is no other."""
        found = {self.side(each.get("for") or each["speaker"], _day_of(each)) for each in statements}
        placed = {each for each in found if self.actors.get(each, {}).get("kind") != "anonymous"}
        return len(placed) or min(len(found), 1)

    def evidence(self, claim: Json) -> set[str]:
        """Return which way the evidence points that is not derived from other evidence of the claim."""
        shown = {each["source"]: each["bearing"] for each in claim.get("evidence", [])}
        return {
            bearing
            for source, bearing in shown.items()
            if not any(
                each in self.above(source) and (source not in self.above(each) or each < source)
                for each in shown
            )
        }


def _counts(text: str) -> str:
    return day(text) or day(text, 1)


def _day_of(statement: Json) -> str:
    return _counts(statement["said"])


def _during(tie: Json, end: str, when: str) -> bool:
    """Tell whether a role or a tie held on a day; on a day that is not known, everything did."""
    until = day(tie.get(end), 1)
    return not when or (day(tie.get("from")) <= when and (not until or when <= until))


def differing(data: Json) -> list[str]:
    """Return every status that is published otherwise than it was computed here."""
    told = {each["id"]: each["derived"]["attribution"] for each in data["statements"]}
    told |= {each["id"]: each["derived"]["substance"] for each in data["claims"]}
    found = Recomputed(data).statuses
    return [f"{key}: {told.get(key)}, here {found.get(key)}" for key in sorted(told.keys() | found.keys())
            if told.get(key) != found.get(key)]  # fmt: skip


if __name__ == "__main__":
    wrong = differing(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    sys.stdout.write("\n".join((*wrong, f"{len(wrong)} statuses differ", "")))
    sys.exit(bool(wrong))
