"""Jinja: where templates are found, and how strictly they are read."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from onrecord.pages.compiled import Codes, QuickEnvironment

Render = Callable[[str, object], str]
"""Fills the template of that name with one view."""

CODES = Codes()
"""Our templates as they were compiled in this process, or before it."""


def environment(folders: tuple[Path, ...]) -> Environment:
    """Return the environment that looks for a template in ``folders``, the first one first.

    It is made anew when a template came, went or changed, and itself looks at the disk no more.
    """
    return _environment(folders, tuple(_stamps(folders)))


def _stamps(folders: tuple[Path, ...]) -> Iterator[tuple[str, int]]:
    for folder in folders:
        for file in sorted(folder.rglob("*.jinja")):
            if file.is_file():  # an editor's mark that it is at work is a link that leads nowhere
                yield str(file), file.stat().st_mtime_ns


@lru_cache(maxsize=2)
def _environment(folders: tuple[Path, ...], stamps: object) -> Environment:  # noqa: ARG001  # tells states apart
    return QuickEnvironment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        auto_reload=False,
        bytecode_cache=CODES,
        cache_size=-1,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def compile_all(folders: tuple[Path, ...]) -> None:
    """Read every template, so that processes that are forked from now on need not; faults are told on use."""
    known = environment(folders)
    for name in known.list_templates(filter_func=lambda each: each.endswith(".jinja")):
        with suppress(TemplateError):
            known.get_template(name)


def renderer(folders: tuple[Path, ...]) -> Render:
    """Return the function that renders templates found in ``folders``."""
    known = environment(folders)

    def render(name: str, view: object) -> Markup:
        return Markup(known.get_template(name).render(view=view))  # noqa: S704  # autoescaped by the template

    return render
