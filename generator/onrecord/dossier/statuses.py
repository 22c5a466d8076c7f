"""What follows from a dossier, each computed once for all who ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

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
        return {key: attribution(self.dossier, each) for key, each in self.dossier.statements.items()}

    @cached_property
    def substances(self) -> Mapping[str, Substance]:
        """Whether each claim is so."""
        return {key: substance(self.dossier, each) for key, each in self.dossier.claims.items()}

    @cached_property
    def lives(self) -> Mapping[str, Life]:
        """What has become of each event."""
        return {key: life(each) for key, each in self.dossier.events.items()}

    @cached_property
    def known(self) -> Mapping[str, date | None]:
        """The day since which each record has been public."""
        return {str(record.id): known_from(self.dossier, record.id) for record in self.dossier}
