from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onrecord.problems import Route
from onrecord.records.about import About
from onrecord.records.decode import decode
from onrecord.records.kinds import FOLDERS
from onrecord.records.shape import shape
from onrecord.source.document import Document, Value
from onrecord.source.files import ABOUT

KEYS = sorted({field.key for kind in (*FOLDERS.values(), About) for field in shape(kind)} | {"@location"})
WORDS = ["person", "a", "2025-10-16", "2025/..", "https://example.org/", "47.5", "en", "Q1", "true", "held"]

texts = st.sampled_from(WORDS) | st.text(max_size=12)
values = st.recursive(
    texts,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | texts, inner, max_size=6)
    ),
    max_leaves=12,
)
GOOD: list[dict[str, Any]] = [
    {"id": "a", "name": "A", "kind": "person", "roles": [{"title": "chair", "from": "2004"}]},
    {"id": "b", "title": "B", "published": "2025-10-16", "publisher": "X", "kind": "news"},
    {"id": "c", "speaker": "a", "said": "2025", "paraphrase": "p", "sources": [{"source": "b"}]},
]
almost = st.builds(
    lambda good, change: {**good, **change},
    st.sampled_from(GOOD),
    st.dictionaries(st.sampled_from(KEYS), values, max_size=2),
)
paths = st.sampled_from([ABOUT, *(f"{folder}/{name}.yml" for folder in FOLDERS for name in "ab")])
held = values | almost | st.lists(almost, max_size=3)
contents = st.dictionaries(paths, st.none() | held, max_size=4)


def leads_somewhere(value: Value | None, route: Route) -> bool:
    """Tell whether ``route`` exists in ``value``."""
    here: Any = value
    for step in route:
        steps = range(len(here)) if isinstance(here, list) else here if isinstance(here, dict) else ()
        if step not in steps:
            return False
        here = here[step]
    return True


@given(contents)
def test_whatever_a_document_holds_gives_records_or_problems(content: dict[str, Any]) -> None:
    decoded, problems = decode(Document(path, value=value) for path, value in content.items())

    unread = {path for path, value in content.items() if value is None}
    faulty = {problem.location.file for problem in problems}
    assert {record.location.file for record in decoded.records} <= content.keys() - unread
    assert all(problem.message and problem.hint and problem.code for problem in problems)
    assert (decoded.about is None) == (ABOUT in faulty | unread or ABOUT not in content)
    if not faulty | unread:
        assert decoded.broken == frozenset()


@given(contents)
def test_every_problem_is_at_a_place_that_exists_or_whose_parent_does(content: dict[str, Any]) -> None:
    _, problems = decode(Document(path, value=value) for path, value in content.items())

    for problem in problems:
        for location in (problem.location, *(note.location for note in problem.related)):
            assert leads_somewhere(content.get(location.file), location.route[:-1]), problem


@given(contents, st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(content: dict[str, Any], random: Any) -> None:
    documents = [Document(path, value=value) for path, value in content.items()]
    shuffled = documents.copy()
    random.shuffle(shuffled)

    assert decode(documents) == decode(shuffled)


@given(contents)
def test_a_record_that_is_there_is_decoded_or_known_to_be_broken(content: dict[str, Any]) -> None:
    decoded, _ = decode(Document(path, value=value) for path, value in content.items())

    known = decoded.broken | {record.id for record in decoded.records}
    for path, value in content.items():
        if isinstance(value, dict) and path.partition("/")[0] in FOLDERS:
            assert path.rpartition("/")[2].removesuffix(".yml") in known
