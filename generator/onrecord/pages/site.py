"""What every page may look up: the dossier and what follows from it, each computed once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from onrecord.dossier.attribution import Attribution, attribution
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.lives import Life, life
from onrecord.dossier.substance import Substance, substance
from onrecord.pages.addresses import Addresses


@dataclass(frozen=True)
class Site:
    """The dossier that is shown, and how its addresses become links."""

    dossier: Dossier
    addresses: Addresses

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
