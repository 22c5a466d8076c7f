from onrecord.checks.brief import WORDS, bottom_line_too_long, edition_order
from onrecord.problems import Location, Problem
from onrecord.records.about import About
from tests.dossier.make import about, dossier, edition

HERE = Location("dossier.yml")
TOO_LONG = "word " * (WORDS + 1)


def editions(*on: str, as_of: str = "2025-12-01") -> About:
    return about(as_of, *map(edition, on))


def test_a_bottom_line_of_sixty_words_is_read_in_ten_seconds() -> None:
    assert list(bottom_line_too_long(dossier(of=about(bottom_line="word " * WORDS)))) == []


def test_longer_bottom_lines_are_found_those_of_editions_too() -> None:
    told = edition("2025-11-13"), edition("2025-11-14", TOO_LONG)
    found = list(bottom_line_too_long(dossier(of=about("2025-12-01", *told, bottom_line=TOO_LONG))))

    assert found == [
        Problem(
            "bottom-line-too-long",
            place,
            "the bottom line has 61 words, and 60 are allowed",
            "keep what a reader must take away, and leave the rest to judgments",
        )
        for place in (HERE.at("bottom_line"), HERE.at("editions", 1, "bottom_line"))
    ]


def test_an_edition_may_be_of_the_day_of_the_dossier() -> None:
    assert list(edition_order(dossier(of=editions("2025-11-13", "2025-12-01")))) == []


def test_editions_of_no_day_too_late_or_out_of_order_are_found() -> None:
    found = list(
        edition_order(dossier(of=editions("2025-11", "2025-11-13", "unknown", "2025-12-02", "2025-12-02")))
    )

    assert [(each.location, each.message) for each in found] == [
        (HERE.at("editions", 0, "on"), "the edition's date '2025-11' is not one day"),
        (HERE.at("editions", 2, "on"), "the edition's date 'unknown' is not one day"),
        (
            HERE.at("editions", 3, "on"),
            "the edition of '2025-12-02' is later than the dossier's 'as_of: 2025-12-01'",
        ),
        (HERE.at("editions", 4, "on"), "the edition of '2025-12-02' stands after that of '2025-12-02'"),
    ]


def test_nothing_is_wrong_with_a_first_edition_whose_day_is_unknown_but_that() -> None:
    assert [each.message for each in edition_order(dossier(of=editions("unknown", "2025-11-13")))] == [
        "the edition's date 'unknown' is not one day"
    ]
