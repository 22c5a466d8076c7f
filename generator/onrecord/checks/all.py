"""Every rule that a dossier is held to: the list reads like a contract."""

from collections.abc import Callable, Iterator

from onrecord.checks import (
    brief,
    house,
    loops,
    names,
    offices,
    order,
    orphans,
    places,
    printed,
    stances,
    support,
    wording,
)
from onrecord.dossier.dossier import Dossier
from onrecord.problems import Problem

CHECKS: tuple[Callable[[Dossier], Iterator[Problem]], ...] = (
    order.statement_after_source,
    order.history_out_of_order,
    order.held_on_another_day,
    order.as_of_too_old,
    offices.statement_before_role,
    offices.role_upside_down,
    offices.relation_upside_down,
    loops.loop_in_derived_from,
    loops.loop_in_part_of,
    loops.loop_in_relations,
    loops.loop_in_follows,
    loops.loop_in_replies_to,
    wording.statement_without_words,
    wording.quote_too_long,
    wording.quotation_marks_in_paraphrase,
    wording.translation_without_translator,
    wording.judgment_mixes_words,
    stances.stance_twice,
    stances.condition_missing,
    stances.condition_unexpected,
    support.judgment_rests_on_nothing,
    support.assessment_without_reason,
    support.archive_without_original,
    names.shared_alias,
    names.shared_url,
    names.formerly_in_use,
    names.self_reference,
    names.repeated_reference,
    brief.bottom_line_too_long,
    brief.edition_order,
    places.unknown_timezone,
    house.house_rules,
)
"""Rules that the records alone can break."""

TEXT_CHECKS: tuple[Callable[[Dossier, printed.Texts], Iterator[Problem]], ...] = (
    printed.text_file_missing,
    printed.as_printed_differs,
)
"""Rules that compare records with the stored texts of their sources."""


WHOLE_CHECKS: tuple[Callable[[Dossier], Iterator[Problem]], ...] = (
    support.claim_nobody_speaks_to,
    orphans.unreferenced_record,
)
"""Rules that ask for something: while a record cannot be read, it may be the one that is asked for."""


def check(dossier: Dossier, texts: printed.Texts, *, whole: bool) -> tuple[Problem, ...]:
    """Return all that is wrong with a dossier.

    ``texts`` holds the stored text of each ``text_file``; ``whole`` tells that every record could be read.
    """
    alone = (problem for rule in CHECKS for problem in rule(dossier))
    compared = (problem for rule in TEXT_CHECKS for problem in rule(dossier, texts))
    asked = (problem for rule in WHOLE_CHECKS if whole for problem in rule(dossier))
    return (*alone, *compared, *asked)
