import pickle

import pytest

from onrecord.problems import Route, Span
from onrecord.source.document import Document
from onrecord.source.yamldoc import parse

TEXT = """\
- id: one
  quote: {text: "Мы готовы", lang: ru}
  topics:
    - talks
- id: two
  summary: >
    Some words
  note: goes
    on
"""


@pytest.mark.parametrize(
    ("route", "span"),
    [
        ((), Span(1, 1, 10)),
        ((0,), Span(1, 3, 5)),
        ((1,), Span(5, 3, 5)),
        ((0, "id"), Span(1, 7, 10)),
        ((0, "quote", "lang"), Span(2, 36, 38)),
        ((0, "topics"), Span(4, 5, 12)),
        ((0, "topics", 0), Span(4, 7, 12)),
        ((1, "summary"), Span(6, 12, 13)),
        ((1, "note"), Span(8, 9, 13)),
        ((1, "missing"), Span(5, 3, 5)),
        ((0, "quote", "missing"), Span(2, 10, 39)),
        ((0, "topics", 7), Span(4, 5, 12)),
        ((9,), Span(1, 1, 10)),
        (("id",), Span(1, 1, 10)),
        ((0, "id", "deeper"), Span(1, 7, 10)),
    ],
)
def test_a_route_has_the_place_of_its_value_or_of_the_nearest_parent(route: Route, span: Span) -> None:
    document, _ = parse("statements/x.yml", TEXT.encode())
    assert document.span(route) == span


@pytest.mark.parametrize(
    ("route", "span"),
    [
        ((0, "quote", "lang"), Span(2, 30, 34)),
        ((0, "topics"), Span(3, 3, 9)),
        ((0, "topics", 0), Span(4, 7, 12)),
        ((1, "missing"), Span(5, 3, 5)),
        ((), Span(1, 1, 10)),
    ],
)
def test_a_key_has_a_place_of_its_own(route: Route, span: Span) -> None:
    document, _ = parse("statements/x.yml", TEXT.encode())
    assert document.key_span(route) == span


def test_a_file_that_could_not_be_read_has_its_first_character_as_place() -> None:
    assert Document("a.yml", "a: 'b").span(("a",)) == Span(1, 1, 2)
    assert Document("a.yml", value={"a": "b"}).key_span(("a",)) == Span(1, 1, 2)


def test_a_document_that_was_pickled_holds_the_same_before_and_after_it_is_looked_into() -> None:
    document, _ = parse("statements/x.yml", TEXT.encode())

    brought = _through_a_pickle(document)
    again = _through_a_pickle(brought)

    for each in (brought, again, _through_a_pickle(again)):
        assert each.path == "statements/x.yml"
        assert each.has_value
        assert each == document
        assert each.span((1, "summary")) == Span(6, 12, 13)
    assert not _through_a_pickle(Document("a.yml", "a: 'b")).has_value
    assert brought != Document("statements/x.yml", TEXT)


def test_whoever_looks_into_a_document_again_need_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = "".join(f"- id: entry-{number}\n  title: Entry {number}\n" for number in range(50))
    document = _through_a_pickle(parse("topics/all.yml", entries.encode())[0])
    looked, loads = [], pickle.loads

    def counted(held: bytes) -> object:
        looked.append(held)
        return loads(held)

    monkeypatch.setattr(pickle, "loads", counted)
    places = [document.span((number, "title")) for number in range(50)]

    assert places[49] == Span(100, 10, 18)
    assert document.span((3,)) == Span(7, 3, 5)
    assert len(looked) == 1


def test_a_document_shows_itself_as_it_is_made() -> None:
    assert repr(Document("a.yml", "a: b\n", {"a": "b"})) == r"Document('a.yml', 'a: b\n', {'a': 'b'}, ())"


def _through_a_pickle(document: Document) -> Document:
    made: Document = pickle.loads(pickle.dumps(document))  # noqa: S301  # pickled here
    return made
