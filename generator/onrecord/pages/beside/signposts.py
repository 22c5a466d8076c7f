"""``robots.txt`` and ``llms.txt``: what machine readers ask for first."""

from collections.abc import Iterable, Iterator

from onrecord.pages.addresses import Addresses
from onrecord.pages.beside.twin import escaped, twin_name
from onrecord.pages.page import Asset, Page
from onrecord.pages.site import Site


def robots(addresses: Addresses) -> Asset:
    """Return the file that lets every reader in, and says where the sitemap is (RFC 9309, sitemaps.org).

    Crawlers look for it at the root of a host only; under a sub-path it is there for people.
    """
    sitemap = addresses.absolute("sitemap.xml")
    lines = ("User-agent: *", "Allow: /", *(("", f"Sitemap: {sitemap}") if sitemap else ()))
    return Asset("robots.txt", ("\n".join(lines) + "\n").encode())


def llms(site: Site, pages: Iterable[Page]) -> Asset:
    """Return the site in brief for language models, in the form that llmstxt.org proposes.

    It links the Markdown twin of each section's page, where the records are linked in turn.
    """
    about = site.dossier.about
    head = (f"# {escaped(about.title)}", f"> {escaped(about.subtitle or about.bottom_line)}")
    words = (about.bottom_line, _READING)
    sections = [page for page in pages if page.path == "" or page.path.count("/") == 1]
    blocks = (*head, *map(escaped, words), "## Pages", "\n".join(_lines(site.addresses, sections)))
    data = (f"- [{name}]({_where(site.addresses, path)}): {holds}" for name, path, holds in _DATA)
    return Asset("llms.txt", ("\n\n".join((*blocks, "## Data", "\n".join(data))) + "\n").encode())


_READING = (
    "Two questions are kept apart on every page: whether somebody said a thing (attribution), and whether it "
    "is so (substance). Quote a statement with its speaker, its date and its attribution."
)
_DATA = (
    ("dossier.json", "data/dossier.json", "every record, with both statuses and the rules behind them"),
    ("ids.json", "data/ids.json", "the id and the address of every record that was ever published"),
)


def _lines(addresses: Addresses, pages: Iterable[Page]) -> Iterator[str]:
    for page in pages:
        where = _where(addresses, twin_name(page.path, directory_urls=addresses.directory_urls))
        yield f"- [{escaped(page.title)}]({where}): {escaped(page.description)}"


def _where(addresses: Addresses, path: str) -> str:
    return addresses.absolute(path) or path
