"""The house rules of a desk of analysts: warnings that a dossier asks for, and a record may silence."""

from collections.abc import Callable, Iterator, Mapping

from onrecord.checks import house_dates, house_wording
from onrecord.dossier.dossier import Dossier
from onrecord.problems import Location, Problem, Severity
from onrecord.records.record import Record
from onrecord.records.vocabulary import HouseRuleName

Finding = tuple[Location, str, str]
"""Where a rule is broken, what is wrong, what to do."""

RULES: Mapping[HouseRuleName, Callable[[Dossier, int], Iterator[Finding]]] = {
    "likelihood-words": house_wording.likelihood_words,
    "bottom-line-age": house_dates.bottom_line_age,
    "single-origin-unsaid": house_wording.single_origin_unsaid,
    "stale-evidence": house_dates.stale_evidence,
    "archive-state": house_dates.archive_state,
    "passed-date": house_dates.passed_date,
    "long-paraphrase": house_wording.long_paraphrase,
    "known-names": house_wording.known_names,
}
"""Every rule by its name; the first has number 1."""


def house_rules(dossier: Dossier) -> Iterator[Problem]:
    """A dossier keeps the house rules that its title page names, but where a record silences one."""
    owners: dict[tuple[str, object], Record] = {
        (record.location.file, record.location.route): record for record in dossier
    }
    for named in dossier.about.house_rules:
        number = [*RULES].index(named.rule) + 1
        for location, message, hint in RULES[named.rule](dossier, named.limit):
            owner = _owner(location, owners)
            if owner is None or all(each.rule != named.rule for each in owner.silenced):
                said = f"house rule {number} ({named.rule}): {message}"
                yield Problem("house-rule", location, said, hint, severity=Severity.WARNING)


def _owner(location: Location, owners: Mapping[tuple[str, object], Record]) -> Record | None:
    """Return the record that a place is in; the title page is none."""
    alone = owners.get((location.file, ()))
    return alone or owners.get((location.file, location.route[:1]))
