import pytest

from onrecord.checks.printed import fold, in_its_language
from tests.checks.conftest import SOURCE, Finding
from tests.dossier import make

TEXT = "He said:\r\n“We’re  ready — in\n\u00a0Budapest”, and left. We shall see."


STORED = SOURCE.replace("}", ", lang: en, text_file: texts/s.txt}")


def found(find: Finding, statement: str, other: str = STORED) -> list[tuple[str, object]]:
    """Compare a statement with the stored text of ``s``; ``other`` is a second source, ``t``."""
    files = {
        "sources/s.yml": STORED,
        "sources/t.yml": other,
        "texts/s.txt": TEXT,
        "statements/x.yml": f"speaker: ann\nsaid: 2025-11-13\n{statement}",
    }
    return [
        (code, route) for code, _, route in find(files) if code not in ("unreferenced-record", "curly-quotes")
    ]


def printed(words: str) -> str:
    return f"paraphrase: P\nsources:\n  - source: s\n    as_printed: |-\n      {words}\n"


def quoted(words: str, cited: str = "[{source: s}]", lang: str = "en") -> str:
    return f"quote:\n  lang: {lang}\n  text: |-\n    {words}\nsources: {cited}\n"


@pytest.mark.parametrize(
    "words",
    [
        "We're ready - in Budapest",
        '"We\'re ready – in Budapest"',
        "We’re […] Budapest",
        "We’re ready ... We shall see.",
        "We’re … see",
        "We … ready",
        "[Ann and Bob are] ready",
        "Bu\u00addapest",
    ],
)
def test_kinds_of_space_quote_and_dash_and_marked_cuts_make_no_difference(find: Finding, words: str) -> None:
    assert found(find, printed(words)) == found(find, quoted(words)) == []


@pytest.mark.parametrize(
    "words", ["we’re ready", "We're ready in Budapest", "Budapest […] ready", "We are ready"]
)
def test_other_words_another_case_or_order_are_found(find: Finding, words: str) -> None:
    assert found(find, printed(words)) == [("as-printed-differs", ("sources", 0, "as_printed"))]
    assert found(find, quoted(words)) == [("as-printed-differs", ("quote", "text"))]


def test_a_source_in_another_language_does_not_print_the_words_themselves(find: Finding) -> None:
    assert found(find, quoted("Мы готовы.", lang="ru")) == []


def test_a_source_in_the_same_language_of_another_country_does(find: Finding) -> None:
    assert found(find, quoted("We are ready", lang="en-GB")) == [("as-printed-differs", ("quote", "text"))]


def test_a_source_with_words_of_its_own_is_not_asked_for_the_quotation(find: Finding) -> None:
    cited = "[{source: s, as_printed: We shall see}]"

    assert found(find, quoted("They are ready", cited)) == []


def test_while_one_source_has_no_stored_text_nothing_is_said(find: Finding) -> None:
    statement = quoted("They are ready", "[{source: s}, {source: t}]")

    assert found(find, statement) == [("as-printed-differs", ("quote", "text"))]
    assert found(find, statement, other=SOURCE) == []


def test_the_country_of_the_source_does_not_matter_either(find: Finding) -> None:
    american = STORED.replace("lang: en", "lang: en-US")
    files = {"sources/s.yml": american, "texts/s.txt": TEXT}
    statement = f"speaker: ann\nsaid: 2025-11-13\n{quoted('We are ready')}"

    assert [code for code, *_ in find({**files, "statements/x.yml": statement})] == ["as-printed-differs"]


def test_folding_leaves_one_kind_of_space_quotation_mark_and_dash() -> None:
    assert fold(" “We’re\u00a0\n ready” — in ‘Buda\u00adpest’") == "\"We're ready\" - in 'Budapest'"


def test_without_a_quotation_any_source_of_no_language_may_have_printed_it() -> None:
    papers = make.source("plain"), make.source("english", lang="en")
    words = make.statement("x", sources=("plain", "english"))

    assert in_its_language(make.dossier(*papers, words), words) == papers[:1]
