"""What all exports share: the dossier, and how its records are called and addressed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.dossier.asked import Asked
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.link import folder_of
from onrecord.dossier.reads import Noted, kept, recalled
from onrecord.dossier.sides import day_of
from onrecord.dossier.standings import Standings, standings
from onrecord.dossier.statuses import Statuses
from onrecord.exports.changed import changed
from onrecord.records.record import Record


@dataclass(frozen=True)
class Release:
    """A dossier on its way out.

    ``site_url`` is where the site is served, or empty if nobody said: then nothing has an absolute address.
    ``link`` turns a page's path (``actors/sergey-lavrov/``) into its address below the site's root,
    ``title`` tells what a record is called, ``plain`` takes the markup out of an editor's Markdown.
    """

    statuses: Statuses
    site_url: str
    link: Callable[[str], str]
    title: Callable[[Dossier, Record], str]
    plain: Callable[[str], str]

    @property
    def dossier(self) -> Dossier:
        """The dossier itself."""
        return self.statuses.dossier

    @property
    def standings(self) -> Standings:
        """How the dossier stood at each edition."""
        return recalled(self._standings)

    @cached_property
    def _standings(self) -> Noted[Standings]:
        return kept(lambda: standings(self.statuses))

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What each record is called."""
        return Asked(self.dossier.folders, lambda each: self.title(self.dossier, self.dossier.record(each)))

    @cached_property
    def changed(self) -> Mapping[str, date | None]:
        """The day on which each record last got something new."""
        return Asked(self.dossier.folders, lambda each: changed(self.dossier, self.dossier.record(each)))

    @property
    def known(self) -> Mapping[str, date | None]:
        """The day since which each record has been public."""
        return self.statuses.known

    @property
    def removed(self) -> Mapping[str, str]:
        """The folder of each record that was taken back, by id."""
        return {each: folder_of(record) for each, record in self.dossier.removed.items()}

    @property
    def day(self) -> date:
        """The day of the dossier, for what has none of its own."""
        return day_of(self.dossier.about.as_of) or max(filter(None, self.changed.values()), default=date.min)

    def address(self, path: str) -> str:
        """Return the absolute address of a page or file of the site, or nothing if the site has none."""
        return f"{self._root}/{path.removeprefix('./')}" if self.site_url else ""

    @cached_property
    def _root(self) -> str:
        return self.site_url.rstrip("/")

    def url(self, record_id: str) -> str:
        """Return the absolute address of a record's page, also of one that was taken back, or nothing."""
        folder = self.dossier.folders.get(record_id)
        if folder is None:
            gone = self.dossier.removed.get(record_id)
            folder = folder_of(gone) if gone else ""
        return self.address(self.link(f"{folder}/{record_id}/")) if folder else ""

    def identifier(self, record_id: str) -> str:
        """Return the IRI that names a record for ever: its address, else a name made of its id."""
        return self.url(record_id) or f"urn:onrecord:{record_id}"
