"""Characters that nobody means to write: each is found, wherever it stands, and nothing else is."""

import sys

import pytest

from onrecord.source.characters import STACKED, forbidden_in, harmless

RANGES = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0x2028, 0x202E), (0x2066, 0x2069), (0xD800, 0xDFFF),
    (0xFDD0, 0xFDEF), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0000, 0xE007F),
    *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0, sys.maxunicode, 0x10000)),
)  # fmt: skip
"""The first and the last of each range of what docs/threat-model.md keeps out."""

FORBIDDEN = {each for first, last in RANGES for each in range(first, last + 1)}


def test_of_all_characters_those_are_found_that_are_forbidden() -> None:
    found = {each for each in range(sys.maxunicode + 1) if forbidden_in(f"a\n{chr(each)}é")}

    assert found == FORBIDDEN


@pytest.mark.parametrize("mark", ["\u0301", "\u0489", "\u20dd"])
def test_a_flood_of_marks_is_found_and_what_languages_need_is_not(mark: str) -> None:
    assert forbidden_in(f"e{mark * STACKED}") == ""
    assert forbidden_in(f"e{mark * (STACKED + 1)}") == mark * (STACKED + 1)
    assert harmless(f"e{mark * 40}!") == f"e{chr(0xFFFD) * 40}!"
