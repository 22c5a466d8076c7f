"""Where a page is: addresses below the site's root, and links between them that work anywhere.

An address is ``""`` for the brief, ``"actors/"`` for a section, ``"actors/sergey-lavrov/"`` for a record.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """How addresses become links: ``a/b/`` where the host serves folders, else ``a/b.html``.

    ``site_url`` is where the site is served, or empty if nobody said.
    """

    directory_urls: bool = True
    site_url: str = ""

    def link(self, start: str, to: str, anchor: str = "") -> str:
        """Return a link from the page at ``start`` to the page or file at ``to``, relative to the page."""
        return (self.up(start) + self._target(to) or "./") + (f"#{anchor}" if anchor else "")

    def up(self, start: str) -> str:
        """Return the way from the page at ``start`` to the root: pages that share it share their links."""
        return "../" * self._depth(start)

    def below_root(self, to: str) -> str:
        """Return where the page or file at ``to`` is served, relative to the site's root."""
        return self._target(to)

    def absolute(self, to: str) -> str:
        """Return the whole address of the page or file at ``to``, or nothing if the site has none."""
        return f"{self.site_url.rstrip('/')}/{self._target(to)}" if self.site_url else ""

    def _depth(self, path: str) -> int:
        return path.count("/") if self.directory_urls else output_name(path, directory_urls=False).count("/")

    def _target(self, path: str) -> str:
        is_page = path == "" or path.endswith("/")
        return output_name(path, directory_urls=False) if is_page and not self.directory_urls else path


def output_name(path: str, *, directory_urls: bool) -> str:
    """Return the file that a page at ``path`` is written to, below the site's root."""
    if directory_urls or path.count("/") < 2:  # noqa: PLR2004  # a section's page is its folder's index in both styles
        return f"{path}index.html"
    return f"{path.removesuffix('/')}.html"


def page_path(name: str, *, directory_urls: bool) -> str | None:
    """Return the address of the page that is written to the file ``name``, if a page can be."""
    stem = name.removesuffix("index.html")
    path = stem if stem.endswith("/") or not stem else f"{stem.removesuffix('.html')}/"
    return path if output_name(path, directory_urls=directory_urls) == name else None


def source_name(path: str) -> str:
    """Return the Markdown file whose page an engine such as MkDocs would put at ``path``."""
    return output_name(path, directory_urls=False).removesuffix(".html") + ".md"


def record_path(folder: str, record_id: str) -> str:
    """Return the address of a record's page."""
    return f"{folder}/{record_id}/"
