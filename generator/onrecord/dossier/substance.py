"""Is it so? The status of a claim, from who stands by it, who denies it, and the evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.names import actor_name, counted, listed, origin_name, sentence
from onrecord.dossier.positions import Paths, Position, positions
from onrecord.dossier.sides import day_of
from onrecord.dossier.voices import Voices, sides, voices
from onrecord.records.claims import Assessment, Claim, Resolved
from onrecord.records.vocabulary import Resolution
from onrecord.records.when import words

SubstanceStatus = Literal[
    "confirmed", "refuted", "resolved", "contested", "conditional", "one-sided", "agreed", "open"
]

ASSESSED = "An editor's assessment, with its reason, stands above the rules."
"""The rule that is shown for whatever status an editor gave."""

RULES: tuple[tuple[SubstanceStatus, str], ...] = (
    ("confirmed", "An editor has assessed that it is so and gives the reason."),
    ("refuted", "An editor has assessed that it is not so and gives the reason."),
    ("resolved", "It has turned out true or false, or it no longer matters, and the claim says how."),
    (
        "contested",
        "Somebody asserts it or evidence supports it, and somebody denies it or evidence contradicts it.",
    ),
    ("conditional", "Nobody asserts it outright, and whoever stands by it names a condition."),
    ("one-sided", "Only one side speaks to it."),
    ("agreed", "At least two sides assert it, and nobody denies or doubts it."),
    ("open", "Nobody speaks to it, or those who do neither agree nor contradict each other."),
)
"""The statuses in the order in which they are tried, each with its rule; the first that fits holds."""

_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Substance:
    """Whether something is so.

    ``rule`` is the general rule that fired and ``because`` this case, both plain sentences.
    ``decisive`` holds the ids of what decided: statements, sources, or nothing where an editor did.
    ``resolution`` is set where the status is ``resolved``.
    """

    status: SubstanceStatus
    rule: str
    because: str
    decisive: tuple[str, ...]
    by_editor: bool = False
    resolution: Resolution | Literal[""] = ""


def substance(
    dossier: Dossier, claim: Claim, taken: Paths | None = None, *, in_words: bool = True
) -> Substance:
    """Apply the rules to a claim, in order. Of an assessment and a resolution the later one holds.

    ``taken`` are the positions of the dossier on the claim, for those who have them at hand.
    Whoever will not tell what voices decided need not have it put ``in_words``, which takes longest.
    """
    assessment, resolved = claim.assessment, claim.resolved
    if assessment and not (resolved and _is_later(resolved, assessment)):
        return _assessed(dossier, assessment)
    if resolved:
        return _resolved(resolved)
    heard = voices(dossier, claim, positions(dossier, claim.id) if taken is None else taken)
    status = _status(dossier, heard)
    because = sentence(_grounds(dossier, heard, status)) if in_words else ""
    return Substance(status, dict(RULES)[status], because, _decisive(heard))


def _is_later(resolved: Resolved, assessment: Assessment) -> bool:
    settled, judged = day_of(resolved.on), day_of(assessment.on)
    return settled is None or judged is None or settled >= judged


def _assessed(dossier: Dossier, assessment: Assessment) -> Substance:
    by = actor_name(dossier, assessment.by) if assessment.by else "the editors"
    because = sentence(f"{by} judged so on {words(assessment.on)}")
    return Substance(assessment.status, ASSESSED, because, (), by_editor=True)


def _resolved(resolved: Resolved) -> Substance:
    outcome = {"true": "it turned out true", "false": "it turned out false", "moot": "it ceased to matter"}
    because = sentence(f"{outcome[resolved.outcome]} on {words(resolved.on)}")
    rule = dict(RULES)["resolved"]
    return Substance("resolved", rule, because, tuple(resolved.sources), resolution=resolved.outcome)


def _status(dossier: Dossier, heard: Voices) -> SubstanceStatus:
    if (heard.asserting or heard.supporting) and (heard.denying or heard.contradicting):
        return "contested"
    if heard.conditional and not heard.asserting:
        return "conditional"
    if len(sides(dossier, heard.speaking)) == 1:
        return "one-sided"
    if not heard.doubting and len(sides(dossier, heard.asserting)) >= _ENOUGH:
        return "agreed"
    return "open"


def _decisive(heard: Voices) -> tuple[str, ...]:
    """Return the ids of what decided."""
    statements = (position.statement for position in heard.speaking)
    return tuple(dict.fromkeys((*statements, *heard.supporting, *heard.contradicting)))


def _grounds(dossier: Dossier, heard: Voices, status: SubstanceStatus) -> str:
    """Say what decided."""
    told = "; ".join(_told(dossier, heard)) or "nobody speaks to it and no evidence bears on it"
    if status == "agreed":
        asserting = sides(dossier, heard.asserting)
        names = listed(actor_name(dossier, each) for each in asserting)
        told += f", from {counted(len(asserting), 'side')}: {names}"
    if status == "one-sided":
        told += "; no other side speaks to it"
    return told


def _told(dossier: Dossier, heard: Voices) -> Iterator[str]:
    """Say what each voice says, for as many sorts of voice as there are."""
    for taken, how in (
        (heard.asserting, "asserted"),
        (heard.conditional, "asserted on a condition"),
        (heard.denying, "denied"),
        (heard.doubting, "doubted"),
    ):
        if taken:
            yield f"{how} by {_speakers(dossier, taken)}"
    for sources, how in ((heard.supporting, "supported"), (heard.contradicting, "contradicted")):
        if sources:
            what = "a source" if len(sources) == 1 else "sources"
            yield f"{how} by {what}: {listed(origin_name(dossier, each) for each in sources)}"


def _speakers(dossier: Dossier, taken: Iterable[Position]) -> str:
    return listed(actor_name(dossier, position.actor) for position in taken)
