"""Jinja: where templates are found, and how strictly they are read."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

Render = Callable[[str, object], str]
"""Fills the template of that name with one view."""


@lru_cache(maxsize=8)
def environment(folders: tuple[Path, ...]) -> Environment:
    """Return the environment that looks for a template in ``folders``, the first one first."""
    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def forget_templates() -> None:
    """Look for every template again: there may be one now in an earlier folder."""
    environment.cache_clear()


def renderer(folders: tuple[Path, ...]) -> Render:
    """Return the function that renders templates found in ``folders``."""
    known = environment(folders)

    def render(name: str, view: object) -> Markup:
        return Markup(known.get_template(name).render(view=view))  # noqa: S704  # autoescaped by the template

    return render
