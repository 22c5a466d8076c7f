import pytest

from onrecord.checks.loops import loop_in_derived_from
from onrecord.records.ids import SourceIdOrWords
from tests.checks.conftest import SOURCE, Finding
from tests.dossier.make import dossier
from tests.dossier.make import source as made


def source(*above: str) -> str:
    return SOURCE.replace("}", f", derived_from: [{', '.join(above)}]}}")


def loops(find: Finding, chains: dict[str, tuple[str, ...]]) -> list[tuple[str, object]]:
    files = {f"sources/{name}.yml": source(*above) for name, above in chains.items()}
    return [(file, route) for code, file, route in find(files) if code == "loop-in-derived-from"]


def test_two_ways_to_one_origin_are_no_loop(find: Finding) -> None:
    assert loops(find, {"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ("s",)}) == []


def test_a_loop_is_told_once_where_it_closes(find: Finding) -> None:
    assert loops(find, {"a": ("b",), "b": ("c",), "c": ("a",)}) == [("sources/c.yml", ("derived_from", 0))]


def test_two_loops_are_told_apart(find: Finding) -> None:
    chains = {"a": ("b", "c"), "b": ("a",), "c": ("a",)}

    assert loops(find, chains) == [
        ("sources/b.yml", ("derived_from", 0)),
        ("sources/c.yml", ("derived_from", 0)),
    ]


def test_what_leads_into_a_loop_is_no_part_of_it(find: Finding) -> None:
    assert loops(find, {"a": ("b",), "b": ("c",), "c": ("b",)}) == [("sources/c.yml", ("derived_from", 0))]


def test_words_and_unknown_ids_end_a_chain(find: Finding) -> None:
    assert loops(find, {"a": ("Russian media", "nobody")}) == []


def test_a_source_of_itself_is_told_by_its_own_code(find: Finding) -> None:
    assert loops(find, {"a": ("a",)}) == []


def test_a_chain_may_be_longer_than_a_program_can_recurse(find: Finding) -> None:
    length = 3000
    source = "- {{id: s{}, title: S, publisher: P, kind: news, published: 2025, derived_from: [s{}]}}"
    entries = "\n".join(source.format(n, (n + 1) % length) for n in range(length))

    found = [code for code, *_ in find({"sources/all.yml": entries})]

    assert found.count("loop-in-derived-from") == 1


@pytest.mark.parametrize(
    ("length", "names"),
    [
        (6, "s0 → s1 → s2 → s3 → s4 → s5 → s0"),
        (7, "s0 → s1 → s2 → s3 → s4 → s5 → … → s0"),
    ],
)
def test_of_a_long_loop_the_beginning_is_told(length: int, names: str) -> None:
    ring = (made(f"s{n}", derived_from=(SourceIdOrWords(f"s{(n + 1) % length}"),)) for n in range(length))

    assert [each.message for each in loop_in_derived_from(dossier(*ring))] == [
        f"'s{length - 1}' is derived from 's0', which leads back to it: {names}"
    ]


def test_a_loop_is_not_told_again_to_those_who_come_to_it_later(find: Finding) -> None:
    chains = {"a": ("b",), "b": ("a",), "c": ("a", "b"), "d": ("c",)}

    assert loops(find, chains) == [("sources/b.yml", ("derived_from", 0))]
