"""What MkDocs writes becomes the site when all of it is there, and the last good site stays until then."""

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.exceptions import BuildError as KnownError
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from onrecord.hosts.quick_files import Mark
from onrecord.hosts.staging import SiteChangedError, Staging
from onrecord.report.failure import failure

_DEBUG = "ONRECORD_DEBUG"

_AS_IT_WAS = "Nothing was published: the last good site and the records are as they were."
_MIXED = "The site may hold pages of before and of now: build it again. The records are as they were."

log = get_plugin_logger("onrecord")


class _Defect(Abort):
    """The end of a build for which the program is to blame."""

    exit_code = 2


class Publishing:
    """One build; unless ``staged``, it is written where MkDocs wants it at once, as a preview is."""

    def __init__(self, *, staged: bool = True) -> None:
        """Begin without a place for the site."""
        self._staged = staged
        self._staging: Staging | None = None
        self._config: MkDocsConfig | None = None
        self._site = ""
        self._mixes = False

    @property
    def is_staged(self) -> bool:
        """Whether the site is written beside the last one."""
        return self._staged

    def begin(self, config: MkDocsConfig) -> None:
        """Let MkDocs write beside the last good site, which it would empty otherwise."""
        if self._staged:
            self._config, self._site = config, config.site_dir
            self._staging = Staging(Path(config.site_dir))
            config.site_dir = str(self._staging.folder)

    def end(self, config: MkDocsConfig, standing: Mapping[str, Mark], forget: Callable[[], None]) -> bool:
        """Publish what was written, unless MkDocs is about to end with an error because of its warnings.

        Files that are ``standing`` in the last site stay there; if they do not, ``forget`` sees to it that
        the next build makes everything. Return whether the site is another one now.
        """
        if self._staging is None:
            return False
        if config.strict and any(handler.get_counts() for handler in _counting()):
            self._leave()
            return False
        self._mixes = bool(standing)
        try:
            self._staging.publish(standing)
        except SiteChangedError as changed:
            self._leave()
            forget()
            msg = f"{changed}: build it again"
            raise PluginError(msg) from changed
        self._leave()
        log.info("the site is in '%s'", self._site)
        return True

    def fail(self, error: Exception) -> None:
        """Drop what was written; say what went wrong, unless MkDocs does, or tracebacks are wanted."""
        self._leave()
        if isinstance(error, KnownError | Abort) or log.isEnabledFor(logging.DEBUG) or os.environ.get(_DEBUG):
            return
        told = failure(error, "mkdocs build --verbose")
        log.error("%s", told.message)
        end = _Defect if told.ours else Abort
        raise end(_MIXED if self._mixes else _AS_IT_WAS) from error

    def _leave(self) -> None:
        if self._staging is not None and self._config is not None:
            self._staging.drop()
            self._config.site_dir = self._site
            self._staging = None


def _counting() -> list[CountHandler]:
    handlers = logging.getLogger("mkdocs").handlers
    return [handler for handler in handlers if isinstance(handler, CountHandler)]
