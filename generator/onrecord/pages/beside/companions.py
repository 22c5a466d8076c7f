"""What is published beside the pages: redirects, cards for other sites, and files for machine readers."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.pages.beside.redirects import redirects
from onrecord.pages.beside.signposts import llms, robots
from onrecord.pages.page import Asset, Page
from onrecord.pages.site import Site
from onrecord.pages.templates import renderer


def companions(site: Site, pages: Iterable[Page], templates: tuple[Path, ...]) -> Iterator[Asset]:
    """Make the files that belong to the site as a whole and are no pages themselves."""
    yield from redirects(site, renderer(templates))
    yield robots(site.addresses)
    yield llms(site, pages)
