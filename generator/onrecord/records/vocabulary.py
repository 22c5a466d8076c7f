"""The words that a field may hold where it may not hold any word."""

from typing import Literal

ActorKind = Literal["person", "state", "organisation", "government-body", "media", "group", "anonymous"]
RelationKind = Literal[
    "part-of",
    "member-of",
    "represents",
    "leads",
    "ally-of",
    "rival-of",
    "negotiates-with",
    "owns",
    "related-to",
]
EventKind = Literal[
    "summit", "call", "visit", "meeting", "press-conference", "negotiation", "agreement", "decision",
    "sanction", "ruling", "vote", "election", "publication", "appointment", "deadline", "military", "other",
]  # fmt: skip
EventState = Literal[
    "floated", "announced", "confirmed", "put-off", "called-off", "under-way", "held", "never-held"
]
Setting = Literal[
    "interview", "press-conference", "briefing", "remarks", "speech", "post", "letter",
    "written-answers", "official-text", "readout", "joint-statement", "leak", "report", "other",
]  # fmt: skip
Stance = Literal["asserts", "denies", "conditional", "doubts", "declines-to-comment"]
ClaimKind = Literal["fact", "forecast", "commitment"]
Bearing = Literal["supports", "contradicts"]
AssessedStatus = Literal["confirmed", "refuted", "contested", "conditional", "one-sided", "agreed", "open"]
Resolution = Literal["true", "false", "moot"]
SourceKind = Literal[
    "official-text",
    "transcript",
    "video",
    "interview",
    "agency",
    "news",
    "analysis",
    "post",
    "reference",
    "legal",
]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""Reliability of a source, in letters of the Admiralty (NATO) system: A reliable, E unreliable, F unknown."""

ArchiveState = Literal["archived", "refused", "missing", "not-tried"]
Likelihood = Literal[
    "almost-no-chance",
    "very-unlikely",
    "unlikely",
    "roughly-even-chance",
    "likely",
    "very-likely",
    "almost-certain",
]
"""The seven steps of expressing likelihood of the US Intelligence Community Directive 203 (2015)."""

HouseRuleName = Literal[
    "likelihood-words",
    "bottom-line-age",
    "single-origin-unsaid",
    "stale-evidence",
    "archive-state",
    "passed-date",
    "long-paraphrase",
    "known-names",
]
"""Rules that a desk of analysts may hold itself to, in the order of their numbers."""

Confidence = Literal["low", "moderate", "high"]
"""How sound the basis of a judgment is, a different thing from how likely it is (ICD 203)."""
