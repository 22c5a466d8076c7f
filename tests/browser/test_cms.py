"""The configuration that ``onrecord cms`` writes, read by Decap CMS itself, which checks it as it begins."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.content import run
from tests.npm import unpacked

ADMIN = "https://editors.example/admin/"
FRAME = "<!doctype html><meta charset=utf-8><body><script src=decap-cms.js></script>"


@pytest.fixture(scope="module")
def program() -> Path:
    return unpacked("decap-cms", "3.16.3", "dist/decap-cms.js")


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> str:
    project = tmp_path_factory.mktemp("cms") / "harbour"
    run("init", str(project))
    assert run("cms", str(project / "content"), "--repo", "varda/harbour").exit_code == 0
    return (project / "admin" / "config.yml").read_text(encoding="utf-8")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def begun(page: Page, program: Path, config: str) -> Page:
    """Open the CMS with a configuration; nothing but the two files is there to be asked for."""

    def served(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        if not name:
            route.fulfill(content_type="text/html", body=FRAME)
        elif name == program.name:
            route.fulfill(content_type="text/javascript", path=program)
        elif name == "config.yml":
            route.fulfill(content_type="text/yaml", body=config)
        else:
            route.abort()

    page.route("**/*", served)
    page.goto(ADMIN)
    return page


def test_decap_begins_with_what_we_write(page: Page, program: Path, config: str) -> None:
    expect(begun(page, program, config).get_by_role("button", name="Login with GitHub")).to_be_visible()


def test_decap_would_tell_of_a_wrong_field(page: Page, program: Path, config: str) -> None:
    wrong = config.replace('"widget": "select"', '"widget": 5', 1)

    begun(page, program, wrong)

    expect(page.get_by_text("Error loading the CMS configuration")).to_be_visible()
    expect(page.get_by_text("widget' must be string")).to_be_visible()
