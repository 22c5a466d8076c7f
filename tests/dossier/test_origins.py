from onrecord.dossier.dossier import Dossier
from onrecord.dossier.origins import Origin, chain, origins
from tests.dossier.make import actor, dossier, source


def keys(linked: Dossier, *source_ids: str) -> tuple[str, ...]:
    return tuple(origin.key for origin in origins(linked, source_ids))


def test_a_source_derived_from_nothing_is_an_origin() -> None:
    assert origins(dossier(source("tass")), ("tass",)) == (Origin("tass", named=True, sources=("tass",)),)


def test_whatever_repeats_a_report_leads_back_to_it() -> None:
    linked = dossier(
        source("tass"), source("ria", derived_from=("tass",)), source("lenta", derived_from=("ria",))
    )

    assert origins(linked, ("lenta", "ria", "tass")) == (
        Origin("tass", named=True, sources=("lenta", "ria", "tass")),
    )


def test_an_origin_need_not_be_cited_itself() -> None:
    linked = dossier(source("tass"), source("ria", derived_from=("tass",)))

    assert keys(linked, "ria") == ("tass",)


def test_a_source_with_several_counts_with_all_of_them() -> None:
    linked = dossier(source("tass"), source("atv"), source("origo", derived_from=("tass", "atv")))

    assert keys(linked, "origo") == ("atv", "tass")


def test_words_are_one_origin_whatever_their_capitals() -> None:
    linked = dossier(
        source("a", derived_from=("Corriere della Sera",)), source("b", derived_from=("corriere della sera",))
    )

    assert len(origins(linked, ("a", "b"))) == 1


def test_words_that_name_nobody_are_no_named_origin() -> None:
    linked = dossier(
        source("a", derived_from=("Russian media reports, unnamed",)),
        source("b", derived_from=("an anonymous official",)),
        source("c", derived_from=("Corriere della Sera",)),
    )

    named = {origin.key: origin.named for origin in origins(linked, ("a", "b", "c"))}
    assert named == {
        "Corriere della Sera": True,
        "Russian media reports, unnamed": False,
        "an anonymous official": False,
    }


def test_an_anonymous_publisher_is_no_named_origin() -> None:
    linked = dossier(actor("channel", "anonymous"), source("post", publisher="channel"))

    assert [origin.named for origin in origins(linked, ("post",))] == [False]


def test_a_publisher_that_repeats_itself_is_one_origin_called_by_what_came_out_first() -> None:
    linked = dossier(
        source("b-late", publisher="TASS", published="2025-11-14"),
        source("z-first", publisher="tass", published="2025-11-13"),
        source("a-undated", publisher="TASS", published="unknown"),
    )

    assert origins(linked, ("a-undated", "b-late", "z-first")) == (
        Origin("z-first", named=True, sources=("a-undated", "b-late", "z-first")),
    )


def test_words_that_are_a_publishers_name_are_that_publisher() -> None:
    linked = dossier(
        actor("tass-agency", "media", name="TASS"),
        source("dispatch", publisher="tass-agency"),
        source("paper", derived_from=("TASS",)),
    )

    assert keys(linked, "dispatch", "paper") == ("dispatch",)


def test_a_circle_of_sources_is_one_origin() -> None:
    linked = dossier(
        source("b", derived_from=("c",)), source("c", derived_from=("b",)), source("a", derived_from=("c",))
    )

    assert keys(linked, "a", "b", "c") == ("b",)


def test_the_chain_shows_every_way_up() -> None:
    linked = dossier(
        source("top"),
        source("left", derived_from=("top", "hearsay, it says")),
        source("right", derived_from=("top",)),
        source("here", derived_from=("left", "right")),
    )

    assert chain(linked, "here") == (
        ("here", "left", "top"),
        ("here", "left", "hearsay, it says"),
        ("here", "right", "top"),
    )


def test_a_chain_that_runs_in_a_circle_ends() -> None:
    linked = dossier(source("a", derived_from=("b",)), source("b", derived_from=("a",)))

    assert chain(linked, "a") == (("a", "b"),)


def test_a_source_that_names_what_is_not_there_leads_back_to_that() -> None:
    assert keys(dossier(source("a", derived_from=("gone",))), "a") == ("gone",)


def test_what_lies_above_two_ways_is_shown_on_the_first() -> None:
    linked = dossier(
        source("top"),
        source("middle", derived_from=("top",)),
        source("left", derived_from=("middle",)),
        source("right", derived_from=("middle",)),
        source("here", derived_from=("left", "right")),
    )

    assert chain(linked, "here") == (("here", "left", "middle", "top"), ("here", "right", "middle"))
