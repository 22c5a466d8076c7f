"""The page that gives the code to put a card into another site."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.pages.addresses import record_path
from onrecord.pages.beside.embeds import CardView, claim_embed, statement_embed, timeline_embed
from onrecord.pages.embedding import EMBED, card_path, embed_frame
from onrecord.pages.headings import headings
from onrecord.pages.here import Here
from onrecord.pages.page import Page
from onrecord.pages.site import Site
from onrecord.pages.templates import Render
from onrecord.pages.views import LinkView
from onrecord.records.when import timeline_key

_TEXT = "The code to put a statement, a claim or a timeline into another site."


@dataclass(frozen=True, slots=True)
class CodeView:
    """One kind of card with an example: how to address it, how it looks, and the code of both ways."""

    anchor: str
    heading: str
    pattern: str
    example: LinkView
    height: int
    frame: str
    markup: str


@dataclass(frozen=True, slots=True)
class MarkupView:
    """A card as HTML that stands on its own; ``page`` is an absolute address."""

    card: CardView
    page: str


@dataclass(frozen=True, slots=True)
class EmbedView:
    """All kinds of cards; ``has_address`` tells whether the code can be used as it stands."""

    codes: tuple[CodeView, ...]
    licence: str
    has_address: bool


def embed_page(site: Site, render: Render) -> Page:
    """Make the page; its examples are the newest statement, the claim most spoken to, the whole timeline."""
    view = EmbedView(tuple(_codes(site, render)), site.dossier.about.licence, bool(site.addresses.site_url))
    html = render("pages/embed.html.jinja", view)
    return Page(EMBED, "Embed", _TEXT, html, headings(html), EMBED)


def _codes(site: Site, render: Render) -> Iterator[CodeView]:
    dossier = site.dossier
    if dossier.statements:
        newest = max(dossier.statements.values(), key=lambda each: (timeline_key(each.said), each.id)).id
        yield _code(site, render, "statements", newest, statement_embed(site, newest))
    if dossier.claims:
        most = min(dossier.claims, key=lambda each: (-len(dossier.naming(each, "stances")), each))
        yield _code(site, render, "claims", most, claim_embed(site, most))
    yield _code(site, render, "timeline", "", timeline_embed(site))


_HEADINGS = {"statements": "A statement", "claims": "A claim", "timeline": "The timeline"}


def _code(site: Site, render: Render, folder: str, record_id: str, card: CardView) -> CodeView:
    addresses = site.addresses
    path = card_path(folder, record_id) if record_id else f"{EMBED}{folder}/"
    frame = embed_frame(site, path, card.title)
    page = record_path(folder, record_id) if record_id else f"{folder}/"
    target = addresses.absolute(page) or page
    return CodeView(
        anchor=folder,
        heading=_HEADINGS[folder],
        pattern=f"{EMBED}{folder}/ID/",
        example=Here(site, EMBED).page(path, card.title),
        height=frame.height,
        frame=frame.code,
        markup=str(render("embed/markup.html.jinja", MarkupView(card, target))) if record_id else "",
    )
