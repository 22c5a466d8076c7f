"""A walk through the content folder: files worth reading, and files that are out of place."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.problems import Location, Problem, Severity
from onrecord.suggest import closest

PAGES = "pages"
"""The folder of hand-written pages, which the site's engine reads."""

_ENDINGS = (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class Found:
    """A file: its path as problems show it, and its place on the disk."""

    path: str
    place: Path

    @property
    def folder(self) -> str:
        """The first folder of the path; nothing for a file at the top."""
        top, slash, _ = self.path.partition("/")
        return top if slash else ""


def found(
    content: Path, folders: Collection[str], about: str
) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """Return the YAML files that can hold records, and ``about``; and what is wrong with the others."""
    files: list[Found] = []
    problems: list[Problem] = []
    strange: set[str] = set()
    root = content.resolve()
    for file in sorted(_below(content), key=lambda file: file.path):
        if not _lies_in(root, file.place):
            problems.append(_leaves(file))
        elif file.path.lower().endswith(tuple(f"{ending}.txt" for ending in _ENDINGS)):
            problems.append(_text_ending(file))
        elif file.place.is_dir() and not file.place.is_symlink():
            problems.append(_locked(file))
        elif file.place.is_dir() or not _is_yaml(file.path):
            continue
        elif file.path == about or file.folder in folders:
            files.append(file)
        elif not file.folder:
            problems.append(_stray(file, folders, about))
        else:
            strange.add(file.folder)
    problems += _missing(content, about)
    problems += (_unknown(folder, folders) for folder in sorted(strange))
    return tuple(files), tuple(problems)


def _below(folder: Path, path: str = "") -> Iterator[Found]:
    """Iterate over files, folders that cannot be opened, and links to folders, which are not followed.

    A link to a folder inside content leads to files that are read anyway.
    """
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield Found(path.removesuffix("/"), folder)
        return
    for entry in entries:
        name = entry.name.encode(errors="surrogateescape").decode(errors="replace")
        if name.startswith(".") or f"{path}{name}" == PAGES:
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _below(entry, f"{path}{name}/")
        elif entry.is_symlink() or name.lower().endswith((*_ENDINGS, ".txt")):
            yield Found(f"{path}{name}", entry)


def _is_yaml(name: str) -> bool:
    return name.lower().endswith(_ENDINGS)


def _lies_in(root: Path, place: Path) -> bool:
    return not place.is_symlink() or Path(os.path.realpath(place)).is_relative_to(root)


def _locked(folder: Found) -> Problem:
    message = f"the folder '{folder.path}' cannot be opened"
    return Problem("unreadable-file", Location(folder.path), message, "check that you may read it")


def _leaves(file: Found) -> Problem:
    message = f"'{file.path}' is a link that leads out of the content folder"
    return Problem("link-leaves-content", Location(file.path), message, "put the file itself there")


def _text_ending(file: Found) -> Problem:
    message = f"the file '{file.path}' ends in '.txt' and is not read"
    hint = f"name it '{file.path.rpartition('/')[2][: -len('.txt')]}'"
    return Problem("stray-file", Location(file.path), message, hint, severity=Severity.WARNING)


def _stray(file: Found, folders: Collection[str], about: str) -> Problem:
    message = f"the file '{file.path}' lies outside the folders of records"
    near = file.path.lower().rpartition(".")[0] == about.rpartition(".")[0]
    hint = f"name it '{about}'" if near else f"move it to one of {', '.join(sorted(folders))}"
    return Problem("stray-file", Location(file.path), message, hint)


def _missing(content: Path, about: str) -> tuple[Problem, ...]:
    """Return the problem of a missing ``about``, unless it is there under a name that is reported."""
    stem = about.rpartition(".")[0]
    names = [place.name.lower() for place in content.iterdir()]
    if any(name.rpartition(".")[0] == stem and _is_yaml(name) for name in names):
        return ()
    hint = "add it, with 'title: …', 'language: …', 'bottom_line: …' and 'as_of: …'"
    return (Problem("no-dossier", Location(about), f"the file '{about}' is missing", hint),)


def _unknown(folder: str, folders: Collection[str]) -> Problem:
    hint = closest(folder, folders) or f"the folders of records are {', '.join(sorted(folders))}"
    return Problem("unknown-folder", Location(folder), f"no kind of record is kept in '{folder}'", hint)
