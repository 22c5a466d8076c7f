"""Pages that show no single record: made, or taken over from the last build if they would be the same."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from onrecord.dossier.reads import Cell, noted
from onrecord.pages.addresses import Addresses
from onrecord.pages.beside.twin import twins
from onrecord.pages.page import Asset, Page
from onrecord.pages.planned import Planned


@dataclass(frozen=True, slots=True)
class Listing:
    """A page that shows no single record, and its twin, as they came out of their ``plan``.

    ``reads`` are the cells that were read for it, if that is known and worth to be known.
    """

    plan: object
    page: Page
    twin: Asset
    reads: tuple[Cell, ...] | None = None


NONE_KNOWN: Mapping[str, Listing] = {}


def listings(
    addresses: Addresses, portion: Callable[[], Iterable[Planned]], known: Mapping[str, Listing]
) -> tuple[Listing, ...]:
    """Make the pages that are planned, or take them over if they are ``known`` and their plan is the same.

    One of each section is made all the same: if it does not come out as it was, all are made.
    """
    plans = {each.path: each for each in noted(lambda: tuple(portion())).value}
    wanted = {each: planned.plan for each, planned in plans.items() if planned.plan is not None}
    held = {each: known[each] for each, plan in wanted.items() if each in known and known[each].plan == plan}
    proofs = {listing.page.section: path for path, listing in held.items()}.values()
    proof = {each: _made(addresses, plans[each]) for each in proofs}
    if any(replace(made, reads=None) != held[each] for each, made in proof.items()):
        held = {}
    held |= proof
    return tuple(held.get(each) or _made(addresses, plan) for each, plan in plans.items())


def _made(addresses: Addresses, planned: Planned) -> Listing:
    made = noted(planned.make)
    (twin,) = twins((made.value,), addresses)
    return Listing(planned.plan, made.value, twin, made.reads if planned.plan is not None else None)
