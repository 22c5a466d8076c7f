"""The corpus that is kept, and a few thousand bytes grown from it by chance that is always the same."""

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.layers import read_date, read_yaml

CORPUS = Path(__file__).parent / "corpus"
LAYERS = {"yaml": read_yaml, "dates": read_date}
FILES = sorted(file for file in CORPUS.rglob("*") if file.is_file())
GROWN = 40
"""How many inputs are grown from each file."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_what_is_kept_is_read_or_refused_and_so_is_what_is_grown_from_it(file: Path) -> None:
    layer, data = LAYERS[file.parent.name], file.read_bytes()
    chance = Random(file.name)  # noqa: S311  # the same each time is what is wanted
    layer(data)
    for _ in range(GROWN):
        layer(grown(data, chance))


def grown(data: bytes, chance: Random) -> bytes:
    """Return bytes with one to three of them changed, gone, or doubled."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(made) + 1)
        change = chance.randrange(3)
        if change == 0:
            made[at:at] = chance.randbytes(1)
        elif change == 1:
            del made[at : at + chance.randint(1, 8)]
        else:
            made[at:at] = made[max(0, at - 8) : at]
    return bytes(made)
