"""What every page may look up: the dossier and what follows from it, each computed once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.dossier.attribution import Attribution
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.fronts import Fronts, fronts
from onrecord.dossier.lives import Life
from onrecord.dossier.reads import Noted
from onrecord.dossier.standings import Standings
from onrecord.dossier.statuses import Statuses
from onrecord.dossier.substance import Substance
from onrecord.exports.cited import Citations, citations
from onrecord.exports.release import Release
from onrecord.pages.addresses import Addresses
from onrecord.pages.words.markdown import plain
from onrecord.pages.words.titles import title
from onrecord.records.record import Record


@dataclass(frozen=True)
class Site:
    """The dossier that is shown with what follows from it, and how its addresses become links."""

    statuses: Statuses
    addresses: Addresses

    @cached_property
    def dossier(self) -> Dossier:
        """The dossier that is shown."""
        return self.statuses.dossier

    @property
    def attributions(self) -> Mapping[str, Attribution]:
        """Whether each statement was made."""
        return self.statuses.attributions

    @property
    def substances(self) -> Mapping[str, Substance]:
        """Whether each claim is so."""
        return self.statuses.substances

    @property
    def lives(self) -> Mapping[str, Life]:
        """What has become of each event."""
        return self.statuses.lives

    @property
    def known(self) -> Mapping[str, date | None]:
        """The day since which each record has been public."""
        return self.statuses.known

    @cached_property
    def fronts(self) -> Fronts:
        """Where whole sides stand, and whom they contradict."""
        return fronts(self.dossier)

    def title(self, record: Record) -> str:
        """Return what a record is called; every link to it asks."""
        return self.release.titles[record.id]

    @cached_property
    def views(self) -> dict[object, Noted[object]]:
        """Small views that look the same from many pages, kept by ``seen_alike``."""
        return {}

    @property
    def standings(self) -> Standings:
        """How the dossier stood at each edition."""
        return self.release.standings

    @cached_property
    def release(self) -> Release:
        """The same dossier on its way out as data."""
        addresses = self.addresses
        return Release(self.statuses, addresses.site_url, addresses.below_root, title, plain)

    @cached_property
    def citations(self) -> Citations:
        """How each record is cited."""
        return citations(self.release)
