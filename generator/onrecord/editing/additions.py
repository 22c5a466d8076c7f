"""Keys added to a record where it stands, with every other byte left alone."""

from onrecord.editing.layout import STEP
from onrecord.editing.scalars import inline
from onrecord.problems import Route
from onrecord.source.positions import last_end, stretch
from onrecord.source.raw import Edit

Added = dict[str, str | dict[str, str]]
"""Keys to texts, or to mappings of texts."""


def added(text: str, route: Route, fields: Added) -> Edit:
    """Return the edit that adds ``fields`` at the end of the mapping at ``route``."""
    start, end = stretch(text, route)
    if text[start] == "{":
        at = last_end(text, route)
        return Edit(at, at, "".join(f", {key}: {_flow(value)}" for key, value in fields.items()))
    column = start - text.rfind("\n", 0, start) - 1
    line_end = text.find("\n", end)
    at = len(text) if line_end < 0 else line_end
    return Edit(at, at, "".join(f"\n{' ' * column}{line}" for line in _lines(fields)))


def _lines(fields: Added) -> tuple[str, ...]:
    lines: list[str] = []
    for key, value in fields.items():
        if isinstance(value, dict):
            lines += [f"{key}:", *(f"{' ' * STEP}{name}: {_text(each)}" for name, each in value.items())]
        else:
            lines.append(f"{key}: {_text(value)}")
    return tuple(lines)


def _flow(value: str | dict[str, str]) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_text(each, in_list=True)}" for key, each in value.items()) + "}"
    return _text(value, in_list=True)


def _text(value: str, *, in_list: bool = False) -> str:
    return inline(value, typed=True, in_list=in_list)
