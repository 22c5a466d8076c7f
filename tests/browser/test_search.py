"""The search, as readers meet it: on a key, by kind, with facets, without leaving the page."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.test_pages import DESK, PHONE, window
from tests.browser.visit import Visit
from tests.built import BASE

pytestmark = pytest.mark.browser

HITS = ".or-search [role=option]"


def search(page: Page, words: str) -> None:
    """Open the search with its key and type."""
    page.keyboard.press("/")
    page.locator("#or-search-words").fill(words)
    page.locator(HITS).first.wait_for()


def groups(page: Page) -> dict[str, int]:
    """Return how many results there are of each kind."""
    headings = page.locator(".or-search__kind").all_inner_texts()
    pairs = (heading.rsplit(" · ", 1) for heading in headings)
    return {kind: int(count) for kind, count in pairs}


def test_nothing_of_the_search_is_fetched_before_it_is_opened(browser: Browser, address: str) -> None:
    asked: list[str] = []
    with Visit(browser, address, **window(DESK)) as visit:
        visit.page.on("request", lambda request: asked.append(request.url))
        page = visit.open("actors/viktor-orban/")
        page.wait_for_load_state("networkidle")
        before = tuple(asked)
        search(page, "Lavrov")

    assert [url for url in before if "pagefind" in url or "search-panel" in url] == []
    assert [url for url in before if url.endswith("assets/search.js")]
    assert [url for url in asked if "/pagefind/pagefind.js" in url]
    assert visit.faults == []


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_results_are_grouped_by_kind_with_date_and_speaker(
    browser: Browser, address: str, width: int
) -> None:
    with Visit(browser, address, **window(width)) as visit:
        page = visit.open("statements/")
        search(page, "Lavrov condition Alaska")
        counts = groups(page)
        statement = page.locator(".or-search [role=group]", has_text="Statements ·").locator("a").first
        foot = statement.locator(".or-hit__foot").inner_text()

        assert counts["Statements"] >= 1
        assert len(counts) >= 2
        assert "Lavrov" in foot
        assert "2025" in foot
        assert page.url.endswith("statements/")
    assert visit.faults == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Orban", "Viktor Orbán"),
        ("Орбан", "Viktor Orbán"),
        ("Лавров", "Sergey Lavrov"),
        ("Lawrow", "Sergey Lavrov"),
    ],
)
def test_a_name_in_another_script_or_spelling_finds_the_actor(
    browser: Browser, address: str, words: str, name: str
) -> None:
    with Visit(browser, address, **window(DESK)) as visit:
        page = visit.open("")
        search(page, words)
        first = page.locator(".or-search [role=group]", has_text="Actors ·").locator("a").first

        expect(first).to_contain_text(name)
    assert visit.faults == []


def test_a_facet_narrows_the_results_and_more_of_a_kind_can_be_asked_for(
    browser: Browser, address: str
) -> None:
    with Visit(browser, address, **window(DESK)) as visit:
        page = visit.open("")
        search(page, "summit")
        everything = groups(page)
        page.locator(HITS, has_text="More of").first.click()
        expect(page.locator(".or-search__kind")).to_have_count(1)
        (kind,) = groups(page)
        shown = page.locator(f"{HITS} >> css=.or-hit__title, .or-hit__words").count()
        page.locator("select[name=kind]").select_option("Statements")
        page.locator(".or-search summary").click()
        page.locator("select[name=actor]").select_option("Sergey Lavrov")
        page.locator("select[name=year]").select_option("2025")
        expect(page.locator(".or-search__kind")).not_to_have_text(f"Statements · {everything['Statements']}")
        narrowed = groups(page)

        assert everything[kind] > 4
        assert shown > 4
        assert 0 < narrowed["Statements"] < everything["Statements"]
    assert visit.faults == []


def test_facets_alone_list_what_they_leave_newest_first(browser: Browser, address: str) -> None:
    with Visit(browser, address, **window(DESK)) as visit:
        page = visit.open("")
        page.keyboard.press("/")
        page.locator(".or-search summary").click()
        page.locator("select[name=actor] option", has_text="Sergey Lavrov").wait_for(state="attached")
        page.locator("select[name=kind]").select_option("Statements")
        page.locator("select[name=actor]").select_option("Sergey Lavrov")
        page.locator(HITS).first.wait_for()
        years = [foot.split(" · ")[0][-4:] for foot in page.locator(".or-hit__foot").all_inner_texts()]

        assert len(years) > 4
        assert years == sorted(years, reverse=True)
    assert visit.faults == []


def test_arrows_walk_through_the_results_and_enter_opens_one(browser: Browser, address: str) -> None:
    with Visit(browser, address, **window(DESK)) as visit:
        page = visit.open("claims/")
        search(page, "exemption")
        field = page.locator("#or-search-words")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        active = field.get_attribute("aria-activedescendant")
        chosen = page.locator(f"#{active}")

        expect(chosen).to_have_attribute("aria-selected", "true")
        expect(page.locator(f"{HITS}[aria-selected=true]")).to_have_count(1)
        expect(field).to_be_focused()
        expect(field).to_have_attribute("aria-expanded", "true")
        target = chosen.get_attribute("href")
        assert target is not None
        assert target.startswith(BASE)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{target}")
        expect(page.locator("article h1").first).to_be_visible()
    assert visit.faults == []


def test_escape_closes_the_search_and_gives_the_focus_back(browser: Browser, address: str) -> None:
    with Visit(browser, address, **window(DESK)) as visit:
        page = visit.open("")
        button = page.locator(".or-find")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#or-search-words")).to_be_focused()
        page.keyboard.press("Escape")

        expect(page.locator(".or-search")).to_be_hidden()
        expect(button).to_be_focused()
    assert visit.faults == []


def test_a_slash_that_is_typed_into_a_field_stays_a_slash(browser: Browser, address: str) -> None:
    with Visit(browser, address, **window(DESK)) as visit:
        page = visit.open("")
        page.keyboard.press("/")
        page.keyboard.type("1/2")

        expect(page.locator("#or-search-words")).to_have_value("1/2")
        expect(page.locator(".or-search__status")).to_contain_text("result")
    assert visit.faults == []


def test_what_is_typed_while_the_search_is_on_its_way_goes_into_it(browser: Browser, address: str) -> None:
    """The theme knows keys of its own: ``n`` leads to the next page."""
    waiting: list[Route] = []
    with Visit(browser, address, **window(DESK)) as visit:
        page = visit.open("")
        page.route("**/search-panel.js", lambda route: waiting.append(route))  # noqa: PLW0108  # no builtin is taken
        page.keyboard.press("/")
        page.keyboard.type("nine")
        page.wait_for_timeout(300)
        for each in waiting:
            each.continue_()

        expect(page.locator("#or-search-words")).to_have_value("nine")
        assert page.url == address
    assert visit.faults == []


def test_words_that_look_like_markup_are_shown_as_words(browser: Browser, address: str) -> None:
    with Visit(browser, address, **window(DESK)) as visit:
        page = visit.open("")
        page.keyboard.press("/")
        page.locator("#or-search-words").fill("<img src=x onerror=alert(1)> summit")
        page.wait_for_timeout(600)

        assert page.locator(".or-search img").count() == 0
    assert visit.faults == []
