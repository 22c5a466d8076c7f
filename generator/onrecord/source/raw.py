"""The bytes of files, and changes to them that leave every other byte as it was."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.source.characters import decoded
from onrecord.source.document import Document


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A stretch of a document's text (indexes from 0) and what to put in its place."""

    start: int
    end: int
    text: str


class ChangedError(Exception):
    """A file is not what it was when it was read; its path is the message."""


def raw(content: Path, documents: Iterable[Document]) -> Mapping[str, bytes]:
    """Return the bytes of the files of ``documents``, by path; ``ChangedError`` if one was changed since."""
    found = {each.path: ((content / each.path).read_bytes(), each.text) for each in documents}
    for path, (data, text) in found.items():
        if decoded(path, data)[0] != text:
            raise ChangedError(path)
    return {path: data for path, (data, _) in sorted(found.items())}


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a file's bytes with ``edits`` made, which do not overlap.

    Their indexes are those of ``Document.text``; byte order mark and line ends stay as they are, and new
    lines end as the file's first one does.
    """
    mark = data[: len(BOM_UTF8)] if data.startswith(BOM_UTF8) else b""
    text = data[len(mark) :].decode()
    newline = "\r\n" if "\r\n" in text else "\n"
    places = _places(text)
    for edit in sorted(edits, reverse=True):
        start, end = places[edit.start], places[edit.end]
        text = text[:start] + edit.text.replace("\n", newline) + text[end:]
    return mark + text.encode()


def _places(text: str) -> list[int]:
    """Return for each index of the text with single newlines the one in ``text``."""
    places = [index for index in range(len(text) + 1) if text[index - 1 : index + 1] != "\r\n"]
    return places if "\r\n" in text else list(range(len(text) + 1))
