"""Links to a page's feed."""

from onrecord.pages.here import Here
from onrecord.pages.views import LinkView


def follow(here: Here, feed: str) -> tuple[LinkView, ...]:
    """Return links to a feed in both of its formats; ``feed`` is its address without an ending, or empty."""
    return (here.page(f"{feed}.xml", "Atom"), here.page(f"{feed}.json", "JSON Feed")) if feed else ()
