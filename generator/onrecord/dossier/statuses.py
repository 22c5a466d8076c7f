"""What follows from a dossier, each computed once for all who ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.dossier.asked import Asked
from onrecord.dossier.attribution import Attribution, attribution
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.known import known_from
from onrecord.dossier.lives import Life, life
from onrecord.dossier.substance import Substance, substance


@dataclass(frozen=True)
class Statuses:
    """A dossier with what follows from its records, by id; nothing is computed before somebody asks."""

    dossier: Dossier

    @cached_property
    def attributions(self) -> Mapping[str, Attribution]:
        """Whether each statement was made."""
        made = self.dossier.statements
        return Asked(made, lambda each: attribution(self.dossier, made[each]))

    @cached_property
    def substances(self) -> Mapping[str, Substance]:
        """Whether each claim is so."""
        claims = self.dossier.claims
        return Asked(claims, lambda each: substance(self.dossier, claims[each]))

    @cached_property
    def lives(self) -> Mapping[str, Life]:
        """What has become of each event."""
        events = self.dossier.events
        return Asked(events, lambda each: life(events[each]))

    @cached_property
    def known(self) -> Mapping[str, date | None]:
        """The day since which each record has been public."""
        return Asked(self.dossier.folders, lambda each: known_from(self.dossier, each))
