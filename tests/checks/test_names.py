from tests.checks.conftest import Finding, said


def codes(find: Finding, files: dict[str, str]) -> list[str]:
    return sorted(code for code, *_ in find(files) if code != "unreferenced-record")


def test_names_are_compared_without_capitals_and_spaces(find: Finding) -> None:
    assert codes(find, {"actors/bob.yml": "{name: Bob, kind: person, aliases: ['  ANN ']}"}) == [
        "shared-alias"
    ]


def test_an_actor_may_repeat_its_own_name(find: Finding) -> None:
    assert codes(find, {"actors/ann.yml": "{name: Ann, kind: person, aliases: [ann, ANN]}"}) == []


def test_three_actors_of_one_name_are_two_problems(find: Finding) -> None:
    actor = "{name: Ann, kind: person}"

    assert codes(find, {"actors/bob.yml": actor, "actors/cid.yml": actor}) == ["shared-alias", "shared-alias"]


def test_a_former_id_of_nobody_else_is_allowed(find: Finding) -> None:
    assert codes(find, {"statements/x.yml": said(more=", formerly: [y, z]")}) == []


def test_a_former_id_is_taken_whatever_the_kind_that_has_it(find: Finding) -> None:
    assert codes(find, {"statements/x.yml": said(more=", formerly: [s]")}) == ["formerly-in-use"]
    assert codes(
        find,
        {
            "statements/x.yml": said(more=", formerly: [gone]"),
            "topics/gone.yml": "{title: T, removed: {on: 2025-11-13, reason: R}}",
        },
    ) == ["formerly-in-use"]
    assert codes(find, {"statements/x.yml": said(more=", formerly: [x]")}) == ["formerly-in-use"]
    assert codes(find, {"statements/x.yml": said(more=", formerly: [y, y]")}) == ["formerly-in-use"]


def test_one_source_may_be_cited_at_two_places(find: Finding) -> None:
    cited = "{source: s, locator: page 1}, {source: s, locator: page 9}"

    assert codes(find, {"statements/x.yml": said(cited=cited)}) == []


def test_a_record_may_stand_in_two_lists(find: Finding) -> None:
    more = ", about: [ann], to: [ann]"

    assert codes(find, {"statements/x.yml": said(more=more)}) == []
    assert codes(find, {"statements/x.yml": said(more=", about: [ann, ann]")}) == ["repeated-reference"]


def test_three_sources_of_one_page_are_two_problems_and_sources_without_a_page_none(find: Finding) -> None:
    source = "{title: T, publisher: P, kind: news, published: 2025-11-13%s}"
    on_the_web = source % ", url: 'https://one.example/page'"

    assert codes(find, {f"sources/{name}.yml": on_the_web for name in "abc"}) == ["shared-url", "shared-url"]
    assert codes(find, {f"sources/{name}.yml": source % "" for name in "ab"}) == []
