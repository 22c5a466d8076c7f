"""What a reader of the brief sees before scrolling."""

import pytest
from playwright.sync_api import Browser

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

COMMON_PHONE = {"width": 360, "height": 740}


@pytest.mark.parametrize("part", ["bottomline", "judgment__text"])
def test_a_phone_shows_the_bottom_line_and_the_first_judgment_at_once(
    browser: Browser, address: str, part: str
) -> None:
    with Visit(browser, address, viewport=COMMON_PHONE) as visit:
        place = visit.open("").locator(f".or-{part}").first.bounding_box()

    assert place is not None
    assert place["y"] + place["height"] <= COMMON_PHONE["height"]
