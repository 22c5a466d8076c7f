from gzip import compress, decompress
from itertools import permutations

from onrecord.hosts.search_order import ordered

SIGNATURE = b"pagefind_dcd"


def text(words: str) -> bytes:
    return bytes((0x60 | len(words),)) + words.encode()


def listed(*items: bytes) -> bytes:
    return bytes((0x80 | len(items),)) + b"".join(items)


def packed(held: bytes) -> bytes:
    return compress(SIGNATURE + held, mtime=0)


def index(values: tuple[bytes, ...], digest: str = "abc1234") -> dict[str, bytes]:
    """Return an index of one facet whose values stand in the order given."""
    facets = listed(listed(text("kind"), text(f"en_{digest}")))
    meta = listed(text("1.5.2"), listed(), listed(), facets, listed())
    return {
        "pagefind-entry.json": b'{"hash":"en_0123456789"}',
        "pagefind.en_0123456789.pf_meta": packed(meta),
        f"filter/en_{digest}.pf_filter": packed(listed(text("kind"), listed(*values))),
        "pagefind.js": b"export {};",
    }


# a value and its pages; 0x19 begins a number of two bytes, 0x98 a list whose length is in the next byte
VALUES = (
    listed(text("Actors"), listed(b"\x01", b"\x19\x01\x00")),
    listed(text("Claims"), b"\x98\x18" + b"\x05" * 24),
    listed(text("Events"), listed()),
)


def test_the_order_in_which_values_come_makes_no_difference() -> None:
    found = [ordered(index(values, f"abc123{n}")) for n, values in enumerate(permutations(VALUES))]

    assert len(found) == 6
    assert all(each == found[0] for each in found)


def test_every_value_is_kept_and_every_name_leads_to_its_file() -> None:
    found = ordered(index(VALUES[::-1]))
    (facet,) = (name for name in found if name.endswith(".pf_filter"))
    (meta,) = (name for name in found if name.endswith(".pf_meta"))
    digest = facet.removeprefix("filter/").removesuffix(".pf_filter")

    assert decompress(found[facet]) == SIGNATURE + listed(text("kind"), listed(*VALUES))
    assert digest.encode() in decompress(found[meta])
    assert meta.split(".")[1].encode() in found["pagefind-entry.json"]
    assert found["pagefind.js"] == b"export {};"


def test_what_changes_changes_the_names() -> None:
    names = {name for name in ordered(index(VALUES)) if name.endswith(".pf_filter")}

    assert not names & set(ordered(index(VALUES[:2])))


def test_a_list_of_more_than_255_values_keeps_its_length() -> None:
    values = tuple(listed(text(f"{number:04}"), listed()) for number in range(300))
    long = b"\x99\x01\x2c" + b"".join(reversed(values))
    files = index(()) | {"filter/en_abc1234.pf_filter": packed(listed(text("kind"), long))}
    (facet,) = (held for name, held in ordered(files).items() if name.endswith(".pf_filter"))

    assert decompress(facet) == SIGNATURE + listed(text("kind"), b"\x99\x01\x2c" + b"".join(values))
