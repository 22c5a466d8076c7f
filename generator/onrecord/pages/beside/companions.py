"""What is published beside the pages: redirects, cards for other sites, and files for machine readers."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.pages.beside.embeds import embeds
from onrecord.pages.beside.redirects import redirects
from onrecord.pages.beside.signposts import llms, robots
from onrecord.pages.beside.twin import twins
from onrecord.pages.page import Asset, Page
from onrecord.pages.site import Site
from onrecord.pages.templates import renderer


def companions(site: Site, pages: Iterable[Page], templates: tuple[Path, ...]) -> Iterator[Asset]:
    """Make the files that belong to the site and its ``pages`` and are no pages themselves."""
    made, render = tuple(pages), renderer(templates)
    yield from redirects(site, render)
    yield from embeds(site, render)
    yield robots(site.addresses)
    yield llms(site, made)
    yield from twins(made, site.addresses)
