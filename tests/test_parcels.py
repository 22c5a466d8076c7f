"""What is made of a few records at a time, and when it is taken over."""

from collections.abc import Mapping

import pytest

from onrecord.dossier.reads import Traced, packed_reads
from onrecord.parcels import NO_PARCELS, Key, Parcel, parceled

IDS = tuple(f"record-{number}" for number in range(400))


class Lengths:
    """Makes the length of what is held of each id, and remembers of which it was asked to."""

    def __init__(self) -> None:
        self.held = {each: each for each in IDS}
        self.asked: set[str] = set()
        self._notes = True

    def make(self, ids: Key) -> dict[str, int]:
        self.asked.update(ids)
        return {each: len(self._held(each)) for each in ids}

    def _held(self, each: str) -> str:
        return Traced(self.held, "words")[each] if self._notes else self.held[each]

    def made(self, known: Mapping[Key, Parcel] | None) -> tuple[dict[str, int], dict[Key, Parcel]]:
        """Return the lengths, and all parcels that a build would leave."""
        self.asked.clear()
        self._notes = known is not None
        values, found = parceled("lengths", self.held, self.make, known)
        left = {**{key: (known or NO_PARCELS)[key] for key in found.taken}, **found.made}
        return {each: length for value in values for each, length in value.items()}, left


@pytest.fixture
def lengths() -> Lengths:
    return Lengths()


def test_each_id_is_in_one_parcel_with_what_was_read_for_it(lengths: Lengths) -> None:
    made, left = lengths.made(NO_PARCELS)

    assert made == {each: len(each) for each in IDS}
    assert sorted(each for _, *ids in left for each in ids) == sorted(IDS)
    assert {sort for sort, *_ in left} == {"lengths"}
    assert 3 < len(left) < 20
    for (_, *ids), parcel in left.items():
        assert parcel.value() == {each: len(each) for each in ids}
        assert parcel.reads.names == tuple(sorted(("words", each) for each in ids))


def test_what_is_known_is_taken_over_but_for_a_proof(lengths: Lengths) -> None:
    first, known = lengths.made(NO_PARCELS)
    again, left = lengths.made(known)

    assert again == first
    assert left == known
    assert lengths.asked == set(next(iter(known))[1:])


def test_what_is_not_known_any_more_is_made(lengths: Lengths) -> None:
    _, known = lengths.made(NO_PARCELS)
    changed = frozenset({("words", "record-7")})
    held = {key: each for key, each in known.items() if not each.reads.meet(changed)}
    lengths.held["record-7"] = "longer than it was"
    again, left = lengths.made(held)

    assert len(held) == len(known) - 1
    assert again == {**{each: len(each) for each in IDS}, "record-7": 18}
    assert left.keys() == known.keys()
    assert len(lengths.asked) < len(IDS) / 4


def test_one_id_more_has_one_parcel_made(lengths: Lengths) -> None:
    _, known = lengths.made(NO_PARCELS)
    lengths.held["another"] = "another"
    again, left = lengths.made(known)

    assert again["another"] == 7
    assert len(left.keys() - known.keys()) == 1
    assert len(lengths.asked) < len(IDS) / 4


def test_one_id_less_has_one_parcel_made_and_nothing_is_left_of_it(lengths: Lengths) -> None:
    first, known = lengths.made(NO_PARCELS)
    del lengths.held["record-7"]
    again, left = lengths.made(known)

    assert again == {each: length for each, length in first.items() if each != "record-7"}
    assert len(left.keys() - known.keys()) == 1
    assert not any("record-7" in key for key in left)


def test_twice_as_many_ids_are_shared_out_anew(lengths: Lengths) -> None:
    _, known = lengths.made(NO_PARCELS)
    lengths.held |= {f"another-{each}": each for each in lengths.held}
    again, left = lengths.made(known)

    assert again == {each: len(held) for each, held in lengths.held.items()}
    assert left.keys().isdisjoint(known)


def test_if_one_comes_out_otherwise_all_are_made(lengths: Lengths) -> None:
    _, known = lengths.made(NO_PARCELS)
    lengths.held = {each: f"{each} unlike before" for each in IDS}
    again, left = lengths.made(known)

    assert again == {each: len(each) + 14 for each in IDS}
    assert lengths.asked == set(IDS)
    assert left != known


def test_where_nobody_will_ask_nothing_is_packed(lengths: Lengths) -> None:
    made, left = lengths.made(None)

    assert made == {each: len(each) for each in IDS}
    assert left == {}


@pytest.mark.parametrize("count", [0, 1, 15, 16, 31, 32, 1_000])
def test_parcels_are_neither_too_large_nor_too_many(count: int) -> None:
    ids = [f"id-{number}" for number in range(count)]
    values, _ = parceled("any", ids, list, None)

    assert sorted(each for ids in values for each in ids) == sorted(ids)
    assert all(len(each) < 64 for each in values)
    assert len(values) <= max(1, count / 16)


def test_reads_meet_what_was_read_and_nothing_else() -> None:
    reads = packed_reads([7, 3, ("words", "a")])

    assert reads.meet(frozenset({3, 4}))
    assert reads.meet(frozenset({("words", "a")}))
    assert not reads.meet(frozenset({4, ("words", "b")}))
