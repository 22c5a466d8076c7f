"""What sections of a site are made of: the site, and what is known of those of the build before."""

from collections.abc import Mapping
from typing import NamedTuple

from onrecord.pages.beside.listings import Listing
from onrecord.pages.site import Site
from onrecord.parcels import Parcels


class Known(NamedTuple):
    """What is known of the sections of a site that is followed by another build, and follows one.

    ``traced`` is the same site, of which is noted what is read. Of the ``pages``, by their addresses, and of
    the ``parcels`` nothing that was read for them has changed.
    """

    traced: Site
    pages: Mapping[str, Listing]
    parcels: Parcels


class Basis(NamedTuple):
    """What sections are made of: a site, and what is ``known`` of it, if anything is to be noted."""

    site: Site
    known: Known | None = None

    @property
    def noting(self) -> Site:
        """The site, traced if anything is to be noted."""
        return self.known.traced if self.known else self.site

    @property
    def parcels(self) -> Parcels | None:
        """The parcels that are known, if anything is to be noted."""
        return self.known.parcels if self.known else None
