"""What the brief is made of: what is confirmed, contested, not known; who matters; what was said last."""

from dataclasses import dataclass
from heapq import nlargest, nsmallest

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.statuses import Statuses
from onrecord.dossier.substance import Substance
from onrecord.records.analysis import Question
from onrecord.records.when import Precision, timeline_key

_TELLERS = frozenset({"media", "anonymous"})
_SETTLED = frozenset({"confirmed", "refuted", "agreed"})


@dataclass(frozen=True, slots=True)
class Columns:
    """The ids in the three columns of the brief, sorted; in the last one questions follow the claims."""

    confirmed: tuple[str, ...]
    contested: tuple[str, ...]
    not_known: tuple[str, ...]


def columns(statuses: Statuses) -> Columns:
    """Sort every claim into its column; a question is not known until one of its claims is confirmed.

    A claim that no longer matters stands in none.
    """
    dossier, found = statuses.dossier, statuses.substances
    confirmed = tuple(each for each, status in found.items() if _is_settled(status))
    contested = tuple(each for each, status in found.items() if status.status == "contested")
    unsettled = (
        each
        for each, status in found.items()
        if not _is_settled(status) and status.status not in {"contested", "resolved"}
    )
    settled = frozenset(confirmed)
    asked = (each.id for each in dossier.questions.values() if settled.isdisjoint(claims_of(dossier, each)))
    return Columns(confirmed, contested, (*unsettled, *asked))


def claims_of(dossier: Dossier, question: Question) -> tuple[str, ...]:
    """Return the claims that answer a question, whichever of the two names the other."""
    return tuple(dict.fromkeys((*question.claims, *dossier.naming(question.id, "question"))))


def main_actors(dossier: Dossier, n: int) -> tuple[str, ...]:
    """Return the ids of the ``n`` actors who said most, then who are named most, then by id.

    Media and those who are not named tell of the matter; they are no party to it.
    """

    def weight(actor_id: str) -> tuple[int, int, str]:
        said = len(dossier.naming(actor_id, "speaker"))
        return -said, -len(dossier.backlinks.get(actor_id, ())), actor_id

    parties = (key for key, actor in dossier.actors.items() if actor.kind not in _TELLERS)
    return tuple(nsmallest(n, parties, key=weight))


def newest_statements(dossier: Dossier, n: int) -> tuple[str, ...]:
    """Return the ids of the ``n`` newest statements, newest first; those of an unknown day are left out."""
    dated = (each for each in dossier.statements.values() if each.said.precision is not Precision.UNKNOWN)
    newest = nlargest(n, dated, key=lambda each: (timeline_key(each.said), each.id))
    return tuple(each.id for each in newest)


def _is_settled(found: Substance) -> bool:
    return found.status in _SETTLED or found.resolution in {"true", "false"}
