"""What decides how a page looks, the records aside: told in one text that is another if any of it is."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.nav import Navigation
from mkdocs.theme import Theme as MkDocsTheme

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
"""Where in memory a value lies."""

_NOT_SEEN = frozenset({"site_dir", "dev_addr", "remote_branch", "remote_name", "watch"})
"""Settings that no page shows; the first is a new folder for every build."""


def settings(config: MkDocsConfig, nav: Navigation | None, folders: Iterable[str], *others: object) -> str:
    """Return the sum of a project's settings, its navigation, the files of its templates, and ``others``.

    It is empty if a setting can be told from another one in this process only.
    """
    told = {name: _told(value) for name, value in config.items() if name not in _NOT_SEEN}
    files = tuple(_files((*config.theme.dirs, *folders)))
    whole = repr((told, str(nav), files, others))
    return "" if _ADDRESS.search(repr(told)) else sha256(whole.encode(errors="surrogatepass")).hexdigest()


def _told(value: Any) -> object:
    """Return a value as something that is written the same in every process."""
    match value:
        case PluginCollection():
            told: object = [(name, _told(getattr(each, "config", each))) for name, each in value.items()]
        case MkDocsTheme():
            of_theme = {name: _told(value[name]) for name in sorted(value)}
            told = (value.name, value.dirs, sorted(value.static_templates), of_theme)
        case Mapping():
            told = [(_told(name), _told(each)) for name, each in value.items()]
        case str() | None | bool() | int() | float():
            told = value
        case set() | frozenset():
            told = sorted(repr(_told(each)) for each in value)
        case Sequence():
            told = [_told(each) for each in value]
        case partial():
            told = (_told(value.func), _told(value.args), _told(value.keywords))
        case _ if hasattr(value, "__qualname__"):
            told = f"{value.__module__}.{value.__qualname__}"
        case _:
            told = repr(value)
    return told


def _files(folders: Iterable[str]) -> Iterator[tuple[object, ...]]:
    """Yield the files of folders with what tells whether they changed, also of linked and hidden ones.

    The icons of an installed theme, ten thousand of them, go by its version.
    """
    seen: set[str] = set()
    for home in dict.fromkeys(folders):
        installed = Path(home, "mkdocs_theme.yml").is_file()
        for folder, inner, names in os.walk(home, followlinks=True):
            fresh = os.path.realpath(folder) not in seen
            seen.add(os.path.realpath(folder))
            inner[:] = sorted(each for each in inner if fresh and not (installed and each == ".icons"))
            yield from ((folder, name, *_stamp(folder, name)) for name in sorted(names) if fresh)


def _stamp(folder: str, name: str) -> tuple[int, ...]:
    try:
        about = Path(folder, name).stat()
    except OSError:  # a link that leads nowhere, such as an editor's mark that it is at work
        return ()
    return about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino
