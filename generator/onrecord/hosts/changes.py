"""Changes of files, told by the operating system as they happen."""

from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

_TOLD = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
"""That a file was opened or closed is an event too, but no change."""


class Changes:
    """An observer as MkDocs' server expects it, which remembers what changed.

    MkDocs looks through all files twice a second, which takes longer than the edit of one of ten thousand.
    Where the system cannot tell of changes, or of no more, files are looked through as MkDocs does.
    """

    def __init__(self) -> None:
        """Begin with nothing to watch."""
        self._observer: Any = Observer()
        self._watched: list[tuple[FileSystemEventHandler, str, bool]] = []
        self._changed: SimpleQueue[Path] = SimpleQueue()

    def taken(self) -> frozenset[Path]:
        """Return what changed since the last time."""
        changed = set()
        while not self._changed.empty():
            changed.add(self._changed.get())
        return frozenset(changed)

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> object:
        """Tell ``handler`` of changes at ``path``."""
        self._watched.append((handler, path, recursive))
        return self._schedule(handler, path, recursive=recursive)

    def unschedule(self, watch: object) -> None:
        """Tell no more of what ``schedule`` returned."""
        self._observer.unschedule(watch)

    def start(self) -> None:
        """Begin to tell."""
        try:
            self._observer.start()
        except OSError:
            self._observer = PollingObserver()
            for handler, path, recursive in self._watched:
                self._schedule(handler, path, recursive=recursive)
            self._observer.start()

    def stop(self) -> None:
        """Tell of nothing more."""
        if self._observer.is_alive():
            self._observer.stop()

    def join(self) -> None:
        """Wait until nothing more is told."""
        self._observer.join()

    def _schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> object:
        """Watch the folder of a single file: an editor that replaces the file ends a watch on it."""
        place = Path(path)
        if place.is_file():
            noted = _Noted(handler, self._note, place)
            return self._observer.schedule(noted, str(place.parent), event_filter=_TOLD)
        noted = _Noted(handler, self._note)
        return self._observer.schedule(noted, path, recursive=recursive, event_filter=_TOLD)

    def _note(self, path: Path) -> None:
        self._changed.put(path)


class _Noted(FileSystemEventHandler):
    """Tells of an event after it has noted what changed; with ``only``, of what happens to that file."""

    def __init__(
        self, told: FileSystemEventHandler, note: Callable[[Path], None], only: Path | None = None
    ) -> None:
        self._told, self._note, self._only = told, note, only

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = {Path(str(each)) for each in (event.src_path, event.dest_path) if each}
        if self._only is None or self._only in paths:
            for path in paths:
                self._note(path)
            self._told.dispatch(event)
