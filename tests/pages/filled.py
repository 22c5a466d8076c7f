"""Records with every field filled in, each with a text of its own, and what a page must then show."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any, Literal, get_args, get_origin

from onrecord.dossier.dossier import Dossier
from onrecord.pages.words.wording import LIKELIHOODS, RELIABILITIES, STANCES, STATES, SUBSTANCES, spaced
from onrecord.problems import Location
from onrecord.records import ids
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record
from onrecord.records.shape import FieldShape, shape
from onrecord.records.when import When, parse, short_words, words
from tests.dossier import make

FOLDER_OF: dict[Any, str] = {
    ids.ActorId: "actors",
    ids.ClaimId: "claims",
    ids.EventId: "events",
    ids.PlaceId: "places",
    ids.QuestionId: "questions",
    ids.RecordId: "events",
    ids.SourceId: "sources",
    ids.StatementId: "statements",
    ids.TopicId: "topics",
}
GIVEN: dict[str, tuple[str, str]] = {
    "country": ("HU", "Hungary"),
    "lang": ("hu", "Hungarian"),
    "text_file": ("texts/stored.txt", "Stored text"),
    "timezone": ("Europe/Budapest", "Europe/Budapest"),
    "wikidata": ("Q58217", "Q58217"),
}
SHOWN: dict[str, str] = {
    **{key: f"{words} ({span})" for key, (words, span) in LIKELIHOODS.items()},
    **STATES,
    **SUBSTANCES,
    **STANCES,
    **RELIABILITIES,
    "person": "",  # the page names the kind of all other actors
    "archived": "an archived copy exists",
    "supports": "Speaks for it",
    "true": "It is so.",
}


@dataclass
class Filler:
    """Fills records and keeps, for each field, the texts of which a page must show one."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    expected: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def record(self, kind: type[Record], record_id: str) -> Record:
        return self._of(  # type: ignore[no-any-return]
            kind, kind.__name__, id=record_id, removed=None, silenced=(), location=Location("here.yml")
        )

    def _of(self, kind: Any, path: str, **given: Any) -> Any:
        values = {each.name: self._field(each, path) for each in shape(kind) if each.name not in given}
        return kind(**values, **given)

    def _field(self, each: FieldShape, path: str) -> Any:
        here = f"{path}.{each.name}"
        value = self._of(each.hint, here) if each.nested else self._value(each, here)
        return (value,) if each.many else value

    def _value(self, each: FieldShape, path: str) -> Any:
        value, *shown = self._made(each)
        self.expected.append((path, tuple(shown)))
        return value

    def _made(self, each: FieldShape) -> tuple[Any, ...]:
        number = next(self.numbers)
        if each.name in GIVEN:
            return GIVEN[each.name]
        if each.hint in FOLDER_OF:
            target = f"target-{FOLDER_OF[each.hint]}"
            return target, f"{FOLDER_OF[each.hint]}/{target}/"
        if each.hint is When:
            when = parse((date(2024, 1, 1) + timedelta(days=number)).isoformat())
            return when, words(when), short_words(when)
        if get_origin(each.hint) is Literal:
            word = get_args(each.hint)[0]
            return word, SHOWN.get(word, spaced(word))
        if each.hint is float:
            return 40.0 + number / 8, str(40.0 + number / 8)
        text = f"https://example.org/{number}" if each.name == "url" else f"Words number {number} x"
        return text, text


def targets() -> tuple[Record, ...]:
    """Return one plain record of each kind that can be named."""
    return (
        make.actor("target-actors"),
        make.claim("target-claims"),
        make.event("target-events"),
        make.place("target-places"),
        make.question("target-questions"),
        make.source("target-sources"),
        make.statement("target-statements", speaker="target-actors", sources=("target-sources",)),
        make.topic("target-topics"),
    )


def filled(folder: str) -> tuple[Dossier, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return a dossier with a full record ``full`` of that folder, and what its page must show."""
    filler = Filler()
    record = filler.record(FOLDERS[folder], "full")
    return make.dossier(record, *targets()), tuple(filler.expected)
