"""A card inside another site: in a frame, without scripts, at whatever width."""

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.built import BASE, HOST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

_CODE = re.compile(r'<textarea id="frame-\w+"[^>]*>(.*?)</textarea>', re.DOTALL)


@pytest.fixture
def scriptless(browser: "Browser") -> "Iterator[Page]":
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [240, 400, 900])
def test_every_frame_that_can_be_copied_shows_its_card_without_scripts(
    scriptless: "Page", site: Path, address: str, width: int
) -> None:
    page = (site / "embed/index.html").read_text(encoding="utf-8")
    codes = [unescape(code).replace(HOST + BASE, address) for code in _CODE.findall(page)]
    assert len(codes) == 3

    for code in codes:
        scriptless.set_content(f'<body style="margin: 0; width: {width}px">{code}</body>')
        card = scriptless.frame_locator("iframe")
        assert card.locator("footer a").first.get_attribute("href")
        box = scriptless.locator("iframe").bounding_box()
        assert box is not None
        assert box["width"] <= width
        for part in card.locator("main, p, blockquote, footer").all():
            inner = part.bounding_box()
            assert inner is None or inner["x"] + inner["width"] <= box["x"] + box["width"] + 1
