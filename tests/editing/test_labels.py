import pytest

from onrecord.editing.labels import candidates, exact, meant
from tests.dossier import make

ACTORS = (
    make.actor("sergey-lavrov", name="Sergey Lavrov", aliases=("Lawrow",)),
    make.actor("karoline-leavitt", name="Karoline Leavitt"),
    make.actor("laszlo-kover", name="László Kövér"),
)


@pytest.mark.parametrize("words", ["sergey-lavrov", "sergey lavrov", "Lawrow", "SERGEY LAVROV"])
def test_an_id_a_name_or_an_alias_is_enough(words: str) -> None:
    found = exact(ACTORS, words)

    assert found is not None
    assert found.id == "sergey-lavrov"


@pytest.mark.parametrize(("words", "likeliest"), [("lavr", "sergey-lavrov"), ("Kover", "laszlo-kover"),
                                              ("Karolin Levitt", "karoline-leavitt")])  # fmt: skip
def test_a_part_of_a_name_or_a_slip_finds_it(words: str, likeliest: str) -> None:
    assert exact(ACTORS, words) is None
    assert candidates(ACTORS, words)[0].id == likeliest


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Lavrov", "sergey-lavrov"),
        ("lavr", None),
        ("Kover", "laszlo-kover"),
        ("", None),
        ("Sergey", None),
        ("Lawrow", "sergey-lavrov"),
    ],
)
def test_a_whole_word_is_enough_if_only_one_has_it(words: str, found: str | None) -> None:
    record = meant((*ACTORS, make.actor("sergey-ryabkov", name="Sergey Ryabkov")), words)

    assert (record.id if record else None) == found


def test_other_words_find_nothing() -> None:
    assert candidates(ACTORS, "Brussels") == ()


def test_a_name_that_two_have_is_not_clear() -> None:
    twins = (make.actor("ann-1", name="Ann"), make.actor("ann-2", name="Ann"))

    assert exact(twins, "Ann") is None
    assert [record.id for record in candidates(twins, "ann")] == ["ann-1", "ann-2"]
