"""The headings of a page, read back from its HTML, for a table of contents."""

import re
from html import unescape

from onrecord.pages.page import Heading

_HEADING = re.compile(r'<h([23]) id="([^"]+)">([^<]*)')


def headings(html: str) -> tuple[Heading, ...]:
    """Return the second and third level headings that carry an anchor, in order."""
    return tuple(
        Heading(int(level), anchor, unescape(text).strip()) for level, anchor, text in _HEADING.findall(html)
    )
