import json
from base64 import b64encode
from gzip import decompress
from pathlib import Path
from typing import Any

import pytest

from onrecord.hosts.search_index import document, index, program
from onrecord.hosts.search_service import SearchIndexError
from onrecord.pages.page import Finding

ADA = Finding(
    kind="Actors",
    title='Ada "Countess" <Lovelace>',
    who="Herself",
    when="1843",
    day="1843-10-05",
    names=("Ада Лавлейс",),
    words=("gooseberry & cream",),
    facets=(("kind", "Actors"), ("topic", 'The "engine"'), ("topic", "Notes, with a comma")),
)


def pagefind() -> Path:
    found = program()
    assert found is not None
    return found


def texts(files: Any) -> list[dict[str, Any]]:
    packed = (held for name, held in sorted(files.items()) if name.endswith(".pf_fragment"))
    return [json.loads(decompress(held).removeprefix(b"pagefind_dcd")) for held in packed]


def test_what_is_given_comes_back_from_the_index() -> None:
    (found,) = texts(index(pagefind(), {"actors/ada/index.html": document(ADA, "en")}))

    assert found["url"] == "/actors/ada/"
    assert found["meta"] == {"title": ADA.title, "kind": "Actors", "who": "Herself", "when": "1843"}
    assert found["filters"]["kind"] == ["Actors"]
    assert sorted(found["filters"]["topic"]) == ["Notes, with a comma", 'The "engine"']
    assert "gooseberry & cream" in found["content"]
    assert "Ада Лавлейс" in found["content"]


def test_the_address_of_a_page_that_is_a_file_keeps_its_ending() -> None:
    (found,) = texts(index(pagefind(), {"actors/ada.html": document(ADA, "en")}))

    assert found["url"] == "/actors/ada.html"


def test_the_article_of_a_hand_written_page_is_read_without_its_permalinks() -> None:
    html = '<h1 id="a">Method<a class="headerlink" href="#a">permalink</a></h1><p>raspberry</p>'
    (found,) = texts(
        index(pagefind(), {"method/index.html": document(Finding("Pages", "Method"), "en", html)})
    )

    assert "raspberry" in found["content"]
    assert "permalink" not in found["content"]
    assert found["filters"] == {"kind": ["Pages"]}


def test_only_what_the_search_asks_for_is_kept() -> None:
    names = index(pagefind(), {"index.html": document(ADA, "en")})

    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"} <= set(names)
    assert [name for name in names if "-ui" in name or "highlight" in name] == []


def test_two_runs_give_the_same_bytes() -> None:
    pages = {
        f"actors/a-{n}/index.html": document(
            Finding("Actors", f"A {n}", facets=(("actor", f"A {n}"), ("year", str(2000 + n % 7)))), "en"
        )
        for n in range(40)
    }

    first = index(pagefind(), pages)

    assert all(index(pagefind(), pages) == first for _ in range(3))
    assert index(pagefind(), dict(reversed(pages.items()))) == first


REFUSED, DONE = (
    b64encode(json.dumps({"payload": each}).encode()).decode()
    for each in ({"type": "Error", "message": "no such page"}, {"type": "NewIndex"})
)


@pytest.mark.parametrize(
    ("does", "told"),
    [
        ("echo no room left; exit 1", "no room left"),
        ("echo main panicked, out of memory, at once; exit 101", "main panicked, out of memory, at once"),
        (f"printf '%s,' {DONE}; echo no room, none; exit 1", "^no room, none$"),
        (f"printf '%s,%s,' {DONE} {REFUSED}; exit 3", "no such page"),
        (f"printf '%s,%s,' {DONE} {REFUSED}; cat >/dev/null", "no such page"),
        (f"printf '%s,' {DONE}; exit 3", "ended with 3"),
        ("echo bad luck >&2; exit 1", "bad luck"),
    ],
)
def test_a_program_that_fails_is_told_in_its_own_words(tmp_path: Path, does: str, told: str) -> None:
    script = tmp_path / "pagefind"
    script.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    script.chmod(0o755)
    pages = {f"{number}.html": "long " * 100 for number in range(3_000)}

    with pytest.raises(SearchIndexError, match=told):
        index(script, pages)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_nobody_waits_for_answers_to_what_was_not_asked() -> None:
    pages: Any = {"a.html": "<p>a</p>", "b.html": object()}

    with pytest.raises(SearchIndexError, match="ended with"):
        index(pagefind(), pages)
