"""The newest day of a dossier is found without asking every record about its neighbours."""

import pytest

from onrecord.dossier.statuses import Statuses
from onrecord.loading import load
from onrecord.pages.records.updated import newest, updated
from tests.built import content_of
from tests.dossier import make


@pytest.mark.parametrize("name", ["editions", "empty", "every-field", "moved-event", "one-actor", "statuses"])
def test_it_is_the_latest_on_which_any_record_was_updated(name: str) -> None:
    dossier = load(content_of(name)).dossier
    assert dossier
    statuses = Statuses(dossier)
    assert newest(statuses) == max((updated(statuses, each) for each in dossier), default="")


def test_it_may_be_the_last_day_that_a_vague_date_can_mean() -> None:
    """Such a statement has no first day, and counts as known from its last one."""
    dossier = make.dossier(
        make.actor("ann"), make.statement("said", speaker="ann", said="../2025-10", sources=())
    )
    statuses = Statuses(dossier)
    days = [updated(statuses, each) for each in dossier]
    assert newest(statuses) == max(days) != ""
