"""``onrecord verify --online``: texts and archived copies, asked for and stored."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from onrecord.commands.telling import counted, held, refuse, sound, write
from onrecord.dossier.dossier import Dossier
from onrecord.editing.additions import Added, added
from onrecord.importing.plain_text import text_of
from onrecord.records.sources import Source
from onrecord.source.document import Document
from onrecord.source.raw import Edit, edited

if TYPE_CHECKING:
    from onrecord.fetching.visits import Visitor


def store(content: Path, service: str, pause: float) -> None:
    """Get the pages of sources that have an address and no stored text, and look for archived copies.

    Texts go to ``texts/ID.txt``; the sources then name them. Nothing that is stored already is asked for.
    """
    try:
        from onrecord.fetching.visits import Visitor
    except ModuleNotFoundError:
        refuse("'--online' needs the package httpx", "install it with: pip install 'onrecord[online]'")
    dossier, loaded = sound(content)
    wanted = tuple(_wanted(dossier))
    texts: dict[str, bytes] = {}
    edits: dict[str, list[Edit]] = {}
    documents = {document.path: document for document in loaded.documents}
    with Visitor(pause) as visitor:
        for number, source in enumerate(wanted, 1):
            typer.echo(f"[{number}/{len(wanted)}] {source.url}", err=True)
            fields = _asked(visitor, source, service, texts, content)
            if fields:
                file = source.location.file
                edits.setdefault(file, []).append(_edit(documents[file], source, fields))
    before = held(content, (documents[path] for path in edits))
    after = {path: edited(data, edits[path]) for path, data in before.items()}
    write(content, {**texts, **after}, before=before)
    typer.echo(f"{counted(len(texts), 'text')} stored, {counted(len(edits), 'file')} changed")


def _wanted(dossier: Dossier) -> Iterator[Source]:
    return (
        each for each in dossier.sources.values() if each.url and (not each.text_file or not each.archive)
    )


def _edit(document: Document, source: Source, fields: Added) -> Edit:
    return added(document.text, source.location.route, fields)


def _asked(visitor: "Visitor", source: Source, service: str, texts: dict[str, bytes], content: Path) -> Added:
    """Return what is new of a source; its text goes into ``texts``."""
    from onrecord.fetching.copies import copy_of
    from onrecord.fetching.visits import RefusedError

    fields: Added = {}
    try:
        name = f"texts/{source.id}.txt"
        if not source.text_file and (content / name).exists():
            typer.echo(f"  no text: '{name}' is there already; name it in 'text_file'", err=True)
        elif not source.text_file:
            page, _ = visitor.page(source.url)
            texts[name] = f"{text_of(page)}\n".encode()
            fields["text_file"] = name
    except RefusedError as refused:
        typer.echo(f"  no text: {refused}", err=True)
    try:
        if not source.archive:
            copy = copy_of(source.url, visitor.answer, service)
            found = {"state": "archived", "url": copy.url, "on": copy.on} if copy else {"state": "missing"}
            fields["archive"] = found
    except (RefusedError, ValueError) as refused:
        typer.echo(f"  nothing known of a copy: {refused}", err=True)
    return fields
