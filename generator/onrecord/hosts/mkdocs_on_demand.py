"""Files that MkDocs learns of when it asks for one: those of pages that are written without it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import overload

from mkdocs.structure.files import File, Files

Find = Callable[[str], File | None]


class OnDemand(Files):
    """MkDocs' files; one that it does not have is looked for by ``find``, and kept."""

    def __init__(self, files: Iterable[File], find: Find) -> None:
        """Begin with the files that MkDocs has."""
        super().__init__(files)
        self._find = find
        self.found: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file of that source."""
        source = PurePath(path).as_posix()
        if known := super().get_file_from_path(source) or self.found.get(source):
            return known
        if found := self._find(source):
            self.found[source] = found
        return found


class Listed:
    """A value among many, of which templates ask for little: ``told`` is known, ``whole`` gives all else."""

    def __init__(self, whole: Callable[[], object], **told: object) -> None:
        """Begin with the attributes that are known."""
        self._whole = whole
        vars(self).update(told)

    def __getattr__(self, name: str) -> object:
        """Return an attribute that is not known."""
        return getattr(self._whole(), name)


class Pages(Sequence[File]):
    """The files of pages in an order; those that are not ``known`` are made by ``find`` and forgotten."""

    def __init__(self, order: Sequence[str], known: Mapping[str, File], find: Find) -> None:
        """Begin with the sources of all pages."""
        self._order, self._known, self._find = order, known, find

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._order)

    @overload
    def __getitem__(self, index: int) -> File: ...

    @overload
    def __getitem__(self, index: slice) -> list[File]: ...

    def __getitem__(self, index: int | slice) -> File | list[File]:
        """Return the file of a page, or of some."""
        if isinstance(index, slice):
            return [self._file(source) for source in self._order[index]]
        return self._file(self._order[index])

    def _file(self, source: str) -> File:
        found = self._known.get(source) or self._find(source)
        if found is None:
            raise LookupError(f"the page '{source}' went away while the site was built")
        return found
