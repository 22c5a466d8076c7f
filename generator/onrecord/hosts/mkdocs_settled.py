"""What decides how a page looks, the records aside: told in one text that is another if any of it is."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.nav import Navigation
from mkdocs.theme import Theme as MkDocsTheme

_NOT_SEEN = frozenset({"site_dir", "dev_addr", "remote_branch", "remote_name", "watch"})
"""Settings that no page shows; the first is a new folder for every build."""


def settings(config: MkDocsConfig, nav: Navigation, folders: Iterable[str], *others: object) -> str:
    """Return the sum of a project's settings, its navigation, the files of its templates, and ``others``."""
    told = {name: _told(value) for name, value in config.items() if name not in _NOT_SEEN}
    files = tuple(_files((*config.theme.dirs, *folders)))
    return sha256(repr((told, str(nav), files, others)).encode(errors="surrogatepass")).hexdigest()


def _told(value: Any) -> object:
    """Return a value as something that is written the same in every process."""
    match value:
        case PluginCollection():
            told: object = [(name, _told(plugin.config)) for name, plugin in value.items()]
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
        case _ if callable(value):
            told = f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', value)}"
        case _:
            told = repr(value)
    return told


def _files(folders: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Yield the files of folders with size and time, but for what is hidden, such as a theme's icons."""
    for home in dict.fromkeys(folders):
        for folder, inner, names in os.walk(home):
            inner[:] = sorted(each for each in inner if not each.startswith("."))
            for name in sorted(names):
                about = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118
                yield os.path.join(folder, name), about.st_size, about.st_mtime_ns  # noqa: PTH118
