"""Bytes that atheris grows towards code that they have not reached yet: ``make fuzz`` runs this.

``python -m tests.fuzz.atheris_runs yaml|dates [libFuzzer options]``. It begins with ``tests/fuzz/corpus/``.
What it finds is kept in ``.fuzz/``; a file that makes it crash belongs into the corpus.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["onrecord", "yaml", "edtf"]):
    from tests.fuzz.layers import read_date, read_yaml

ROOT = Path(__file__).parents[2]
LAYERS: dict[str, Callable[[bytes], None]] = {"yaml": read_yaml, "dates": read_date}


def main(layer: str, options: list[str]) -> None:
    """Grow inputs of one layer until an option says that it is enough."""
    grown = ROOT / ".fuzz" / layer
    grown.mkdir(parents=True, exist_ok=True)
    kept = ROOT / "tests" / "fuzz" / "corpus" / layer
    atheris.Setup(
        ["fuzz", str(grown), str(kept), f"-artifact_prefix={grown}/crash-", *options], LAYERS[layer]
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
