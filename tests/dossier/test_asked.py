from onrecord.dossier.asked import Asked


def test_a_fact_is_found_when_it_is_asked_for_and_once() -> None:
    found: list[str] = []

    def find(key: str) -> str:
        found.append(key)
        return key.upper()

    facts = Asked(("b", "a"), find)

    assert ("a" in facts, "c" in facts, list(facts), len(facts), found) == (True, False, ["b", "a"], 2, [])
    assert (facts["a"], facts["a"], facts.get("c"), found) == ("A", "A", None, ["a"])
