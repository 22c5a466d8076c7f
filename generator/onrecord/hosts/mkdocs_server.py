"""MkDocs' preview server, told of changes at once, with pages put in order just before they are served."""

import posixpath
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from onrecord.hosts.changes import Changes
from onrecord.hosts.preview import Preview

_SETTLING = 0.02
"""Seconds without a further change after which an edit is taken to be complete."""

_RELOAD = "/livereload/"
"""Where browsers wait for news."""


class PreviewServer(LiveReloadServer):
    """Serves what ``preview`` shows; ``follow`` is called with the paths that changed.

    ``ready`` waits for a file that is still being made.
    """

    def __init__(
        self,
        server: LiveReloadServer,
        preview: Preview,
        follow: Callable[[frozenset[Path]], None],
        ready: Callable[[str], None],
    ) -> None:
        """Take the place of ``server``, which has not begun to serve."""
        host, port = server.server_address[:2]
        super().__init__(
            lambda: follow(changes.taken()), str(host), int(port), server.root, server.mount_path
        )
        self.error_handler = server.error_handler
        self.build_delay = _SETTLING
        self.observer: Any = (changes := Changes())
        self._preview, self._ready = preview, ready
        for path in server._watched_paths:  # noqa: SLF001  # what MkDocs watches anyway
            self.watch(path)
        server.server_close()

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer with a file that is in order, and was so when it was read."""
        asked = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if asked.startswith(_RELOAD):
            return super().serve_request(environ, start_response)
        if "\\" in asked or ":" in asked:  # no file of a site, but on some systems a way out of its folder
            return super().serve_request({**environ, "PATH_INFO": f"{self.mount_path}:"}, start_response)
        name, answers = self._name(asked), list[tuple[Any, ...]]()
        version = -1
        while version != self._preview.version:
            version = self._preview.bring(name)
            self._ready(name)
            body = super().serve_request(environ, lambda *answer: answers.append(answer))
        start_response(*answers[-1])
        return body

    def _name(self, asked: str) -> str:
        """Return the file of the site that an address means: itself, or the index of a folder."""
        name = posixpath.normpath("/" + asked.removeprefix(self.mount_path)).lstrip("/")
        is_file = posixpath.splitext(name)[1] and not asked.endswith("/")
        return name if is_file else posixpath.join(name, "index.html")
