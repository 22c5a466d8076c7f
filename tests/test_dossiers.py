"""A dossier at its beginning: with nothing in it, and with one actor, it is already a sensible site."""

import re
from html import unescape

import pytest

from onrecord.loading import load
from tests.built import NAMES, Sites, content_of, pages_of

BEGINNINGS = ("empty", "one-actor")


def article(name: str, path: str) -> str:
    return next(page.html for page in pages_of(name) if page.path == path)


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_an_empty_dossier_is_free_of_problems() -> None:
    assert load(content_of("empty")).problems == ()


def test_a_lone_actor_is_no_more_than_warned_about() -> None:
    assert [problem.code for problem in load(content_of("one-actor")).problems] == ["unreferenced-record"]


@pytest.mark.parametrize("name", BEGINNINGS)
def test_it_is_built_strictly_and_has_a_brief_a_timeline_and_a_method(name: str, sites: Sites) -> None:
    site = sites.built(name)

    for page in ("index.html", "timeline/index.html", "changes/index.html", "method/index.html"):
        assert (site / page).is_file(), page


@pytest.mark.parametrize("name", BEGINNINGS)
def test_every_page_of_it_has_one_title_and_says_something(name: str) -> None:
    for page in pages_of(name):
        titles = re.findall(r"<h1\b", page.html)
        assert len(titles) == 1, page.path
        assert len(words(page.html).split()) >= 5, page.path


@pytest.mark.parametrize("name", BEGINNINGS)
def test_the_brief_says_what_is_not_there(name: str) -> None:
    brief = words(article(name, ""))

    assert brief.count("Nothing on record.") == 3
    assert "0 statements" in brief
    assert "The old harbour" in brief


def test_the_timeline_of_nothing_says_so() -> None:
    assert words(article("empty", "timeline/")).startswith("Timeline 0 entries")


def test_the_one_actor_is_found_from_the_brief_and_from_the_list() -> None:
    assert 'href="actors/"' in article("one-actor", "")
    assert 'href="../actors/ilse-marten/"' in article("one-actor", "actors/")
    assert "Chairs the harbour board." in words(article("one-actor", "actors/ilse-marten/"))


@pytest.mark.parametrize("name", NAMES)
def test_no_section_of_any_page_is_a_heading_with_nothing_under_it(name: str) -> None:
    bare = re.compile(r"<h([2-4])\b[^>]*>(?:(?!</h\1>).)*</h\1>\s*</(?:section|article|details)>", re.DOTALL)

    assert [f"{page.path}: {found[0]}" for page in pages_of(name) for found in bare.finditer(page.html)] == []
