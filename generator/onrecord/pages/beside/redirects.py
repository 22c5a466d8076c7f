"""Old addresses of records that got another id: small documents that lead on without any script."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.dossier.link import folder_of
from onrecord.pages.addresses import output_name, record_path
from onrecord.pages.page import Asset
from onrecord.pages.site import Site
from onrecord.pages.templates import Render
from onrecord.records.record import Record


@dataclass(frozen=True, slots=True)
class RedirectView:
    """Where an old address leads: ``href`` is relative to it, ``canonical`` absolute if it can be."""

    language: str
    title: str
    href: str
    canonical: str


def redirects(site: Site, render: Render) -> Iterator[Asset]:
    """Make a document for every former id, at the address that the record had under it."""
    for record in (*site.dossier, *site.dossier.removed.values()):
        for former in record.formerly:
            yield _redirect(site, render, record, former)


def _redirect(site: Site, render: Render, record: Record, former: str) -> Asset:
    folder, addresses = folder_of(record), site.addresses
    old, new = record_path(folder, former), record_path(folder, record.id)
    href = addresses.link(old, new)
    name = record.id if record.removed else site.title(record)
    view = RedirectView(site.dossier.about.language, name, href, addresses.absolute(new) or href)
    document = render("pages/redirect.html.jinja", view)
    return Asset(output_name(old, directory_urls=addresses.directory_urls), f"{document}\n".encode())
