"""Templates of the theme and ours: compiled once for many builds, and rendered once for many pages."""

import os
from functools import cache
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from onrecord.hosts.mkdocs_again import NOBODY_FOLLOWS
from onrecord.hosts.mkdocs_frame import use_frames
from onrecord.hosts.mkdocs_others import others_change_context, others_take_part
from onrecord.hosts.mkdocs_scripts import moved
from onrecord.kept import keep, place_of, recalled
from onrecord.pages.compiled import Codes
from onrecord.pages.templates import CODES

THEME = Codes()
"""The theme's templates as they were compiled in this process, or before it."""

_LIBRARIES = ("jinja2", "markupsafe", "mkdocs")


def prepare(env: Environment, config: MkDocsConfig) -> None:
    """Move scripts out of pages; render the frame around pages once for many, unless plugins differ."""
    env.trim_blocks = env.lstrip_blocks = True  # a line that is but a tag of Jinja leaves no line behind
    moved(env)
    if not others_take_part(config):  # what templates are compiled to follows from filters and extensions too
        env.bytecode_cache = THEME
    if not others_change_context(config):
        use_frames(env)


def recall_compiled(config: MkDocsConfig) -> None:
    """Bring back what an earlier process compiled, if this one has not begun yet."""
    if not CODES.known and not THEME.known:
        match recalled(_place_for(config), tuple):
            case (dict() as ours, dict() as theme):
                CODES.known, THEME.known = ours, theme


def keep_compiled(config: MkDocsConfig) -> None:
    """Keep what was compiled for the next process, if any of it is new."""
    if CODES.has_new or THEME.has_new:
        keep((CODES.latest(), THEME.latest()), _place_for(config))
        CODES.has_new = THEME.has_new = False


def _place_for(config: MkDocsConfig) -> Path | None:
    return _place(Path(config.config_file_path).parent, os.environ.get(NOBODY_FOLLOWS, ""))


@cache
def _place(home: Path, nobody_follows: str) -> Path | None:
    """Return where it is kept: for the libraries that were there when this process began, and runs with."""
    place = None if nobody_follows else place_of(home, *_LIBRARIES)
    return place.with_suffix(".templates") if place else None
