"""Where the cards for other sites are, and what a frame that holds one needs."""

from dataclasses import dataclass
from html import escape

from onrecord.pages.site import Site
from onrecord.records.record import Record

EMBED = "embed/"
"""Where the cards are, below the site's root, and the page that explains them."""

WITH_TIMELINE = ("actors", "topics")
"""The kinds of record that have a timeline to put into another site."""

_HEIGHTS = {"statements": 320, "claims": 420, "timeline": 520}
_CLAIM = 100
"""What each claim that a statement speaks to adds to the height of its card."""

_STYLE = "max-width: 40rem; border: 0; resize: both; overflow: auto"


@dataclass(frozen=True, slots=True)
class EmbedFrame:
    """A frame that holds a card at whatever width it is given; ``height`` is in CSS pixels."""

    src: str
    title: str
    height: int

    @property
    def code(self) -> str:
        """The HTML that others copy into their sites; on ours it is shown as text."""
        return (
            f'<iframe src="{escape(self.src)}" title="{escape(self.title)}" width="100%" '
            f'height="{self.height}" loading="lazy" style="{_STYLE}"></iframe>'
        )


def card_path(folder: str, record_id: str) -> str:
    """Return the address of a record's card, or nothing if its kind has none."""
    if folder in WITH_TIMELINE:
        return f"{EMBED}timeline/{record_id}/"
    return f"{EMBED}{folder}/{record_id}/" if folder in _HEIGHTS else ""


def timeline_title(name: str) -> str:
    """Return the title of the card that shows the timeline of what has that name."""
    return f"Timeline: {name}"


def embed_frame(site: Site, path: str, title: str) -> EmbedFrame:
    """Return the frame of the card at ``path``; without an address of the site, its place below the root."""
    _, folder, *ids = path.rstrip("/").split("/")
    shown = site.dossier.statements.get(ids[0]) if folder == "statements" and ids else None
    height = _HEIGHTS[folder] + _CLAIM * len(shown.stances if shown else ())
    return EmbedFrame(site.addresses.absolute(path) or path, title, height)


def record_frame(site: Site, record: Record) -> EmbedFrame | None:
    """Return the frame of a record's card, if it has one and the site knows its own address."""
    folder = site.dossier.folders[record.id]
    path = card_path(folder, record.id)
    if not path or not site.addresses.site_url:
        return None
    title = site.title(record)
    return embed_frame(site, path, timeline_title(title) if folder in WITH_TIMELINE else title)
