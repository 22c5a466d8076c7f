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
_TEXTS = tuple(f"{ending}.txt" for ending in _ENDINGS)
_OTHERS = (".md", ".json", ".csv", ".doc", ".docx", ".odt", ".rtf")
"""What records are sometimes saved as; a file that begins with ``README`` is meant as it is."""


_TOLD = (*_ENDINGS, *_TEXTS, *_OTHERS)

_LOST = "\ufffd"
"""What stands for bytes of a name that are no text; two names that differ in them are shown alike."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file: its path as problems show it, its place on the disk, and what it is."""

    path: str
    place: str
    is_folder: bool = False
    is_link: bool = False

    @property
    def folder(self) -> str:
        """The first folder of the path; nothing for a file at the top."""
        top, slash, _ = self.path.partition("/")
        return top if slash else ""


def is_leftover(file: Path) -> bool:
    """Tell whether a file is what an editor or a system leaves beside the files that people write."""
    return file.name.startswith(".") or file.name.endswith(("~", ".swp", ".tmp"))


def found(
    content: Path, folders: Collection[str], about: str
) -> tuple[tuple[Found, ...], tuple[Found, ...], tuple[Problem, ...]]:
    """Return the YAML files that can hold records, and ``about``; others of them; and what is wrong."""
    files: list[Found] = []
    strays: list[Found] = []
    problems: list[Problem] = []
    root = content.resolve()
    for file in sorted(_below(str(content)), key=lambda file: file.path):
        if wrong := _unfit(file, root):
            problems.append(wrong)
        elif file.folder == PAGES:
            problems += () if Path(file.place).is_file() else (_no_file(file),)
        elif file.path.lower().endswith(_TEXTS):
            problems.append(_text_ending(file))
        elif file.is_folder:
            problems.append(_locked(file))
        elif file.folder in folders and _is_other(file.path):
            problems.append(_not_yaml(file))
        elif not _is_yaml(file.path):
            continue
        elif file.path == about or file.folder in folders:
            files.append(file)
        else:
            strays.append(file)
            problems += () if file.folder else (_stray(file, folders, about),)
    problems += _missing(content, about)
    strange = {file.folder for file in strays} - {""}
    problems += (_unknown(folder, folders) for folder in sorted(strange))
    return tuple(files), tuple(strays), tuple(problems)


def _below(folder: str, path: str = "", *, aside: bool = False) -> Iterator[Found]:
    """Iterate over files, folders that cannot be opened, and links to folders, which are not followed.

    ``aside`` from records, in hand-written pages and hidden folders, iterate over what is no plain file.
    """
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        yield Found(path.removesuffix("/"), folder, is_folder=True)
        return
    for entry in entries:
        name = entry.name.encode(errors="surrogateescape").decode(errors="replace")
        is_link, is_folder, is_hidden = entry.is_symlink(), _is_folder(entry), name.startswith(".")
        if is_folder and not is_link:
            apart = aside or is_hidden or f"{path}{name}" == PAGES
            yield from _below(entry.path, f"{path}{name}/", aside=apart)
        elif is_folder or (not is_hidden and (is_link or _is_worth_reading(entry, name, aside=aside))):
            yield Found(f"{path}{name}", entry.path, is_folder, is_link)


def _is_worth_reading(entry: os.DirEntry[str], name: str, *, aside: bool) -> bool:
    return not entry.is_file() if aside else "." not in name or name.lower().endswith(_TOLD)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads back to itself
        return False


def _is_yaml(name: str) -> bool:
    return name.lower().endswith(_ENDINGS)


def _locked(folder: Found) -> Problem:
    message = f"the folder '{folder.path}' cannot be opened"
    return Problem("unreadable-file", Location(folder.path), message, "check that you may read it")


def _unfit(file: Found, root: Path) -> Problem | None:
    """Return what is wrong with a name or a link, whatever is behind it."""
    if _LOST in file.path:
        message = f"'{file.path}' has a name that is not UTF-8 text"
        return Problem("unreadable-file", Location(file.path), message, "give it another name")
    if file.is_link and not Path(os.path.realpath(file.place)).is_relative_to(root):
        message = f"'{file.path}' is a link that leads out of the content folder"
        return Problem("link-leaves-content", Location(file.path), message, "put the file itself there")
    if file.is_link and file.is_folder:
        message = f"'{file.path}' is a link to a folder"
        return Problem("link-to-folder", Location(file.path), message, "put the files themselves there")
    return None


def _no_file(file: Found) -> Problem:
    message = f"the file '{file.path}' cannot be read: it is not a file, or leads to none"
    hint = "put a file there, or take it away"
    return Problem("unreadable-file", Location(file.path), message, hint)


def _text_ending(file: Found) -> Problem:
    message = f"the file '{file.path}' ends in '.txt' and is not read"
    hint = f"name it '{file.path.rpartition('/')[2][: -len('.txt')]}'"
    return Problem("stray-file", Location(file.path), message, hint, severity=Severity.WARNING)


def _is_other(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return ("." not in name or name.endswith(_OTHERS)) and not name.startswith("readme")


def _not_yaml(file: Found) -> Problem:
    name = file.path.rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    said = f"ends in '.{ending}'" if dot else "has no ending"
    message = f"the file '{file.path}' {said} and is not read"
    hint = f"write its records as YAML, in '{stem}.yml'" if dot else f"name it '{name}.yml'"
    return Problem("stray-file", Location(file.path), message, hint, severity=Severity.WARNING)


def _stray(file: Found, folders: Collection[str], about: str) -> Problem:
    message = f"the file '{file.path}' lies outside the folders of records"
    near = file.path.lower().rpartition(".")[0] == about.rpartition(".")[0]
    hint = f"name it '{about}'" if near else f"move it to the folder of its kind\n{_known(folders)}"
    return Problem("stray-file", Location(file.path), message, hint)


def _missing(content: Path, about: str) -> tuple[Problem, ...]:
    """Return the problem of a missing ``about``, unless it is there under a name that is reported."""
    stem = about.rpartition(".")[0]
    names = [place.name.lower() for place in content.iterdir()]
    if any(name.rpartition(".")[0] == stem and _is_yaml(name) for name in names):
        return ()
    hint = "add it\nit needs 'title: …', 'language: …', 'bottom_line: …' and 'as_of: …'"
    return (Problem("no-dossier", Location(about), f"the file '{about}' is missing", hint),)


def _unknown(folder: str, folders: Collection[str]) -> Problem:
    hint = closest(folder, folders) or f"name the folder for the kind of its records\n{_known(folders)}"
    return Problem("unknown-folder", Location(folder), f"no kind of record is kept in '{folder}'", hint)


def _known(folders: Collection[str]) -> str:
    return f"the folders of records are {', '.join(sorted(folders))}"
