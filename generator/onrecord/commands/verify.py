"""``onrecord verify``: whether quoted words stand in the stored texts."""

import json
from collections import Counter
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from onrecord.commands.progress import working
from onrecord.commands.telling import FOLDER, Content, Form, FormOption, Quiet, linked

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from onrecord.editing.verifying import Verdict
    from onrecord.source.document import Document


def verify(  # noqa: PLR0913 - what the command line takes
    content: Content = FOLDER,
    form: FormOption = Form.TEXT,
    *,
    online: Annotated[
        bool, typer.Option("--online", help="First get and store texts that are missing, and archive states.")
    ] = False,
    service: Annotated[str, typer.Option(help="Who is asked for archived copies.")] = "",
    pause: Annotated[float, typer.Option(help="Seconds between two requests to a server.")] = 2.0,
    every: Annotated[bool, typer.Option("--all", help="Tell the words that were found, too.")] = False,
    quiet: Quiet = False,
) -> None:
    """Compare every quotation with the stored text of its source; exit with 1 if words differ.

    A source's stored text is the file that it names in 'text_file'. Kinds of space, quotation mark and dash
    make no difference, nor do cuts marked […] and additions marked [ ].

    Examples: 'onrecord verify', 'onrecord verify --all --format json', 'onrecord verify --online'.
    """
    if online:
        from onrecord.commands.online import store
        from onrecord.fetching.copies import SERVICE

        store(content, service or SERVICE, pause)
    from onrecord.editing.verifying import verdicts
    from onrecord.source.files import read_texts

    dossier, loaded = linked(content)
    with working("comparing quotations with texts", quiet=quiet):
        names = (source.text_file for source in dossier.sources.values() if source.text_file)
        found = tuple(verdicts(dossier, read_texts(content, names)))
    wrong = tuple(each for each in found if each.state in ("found altered", "not found"))
    told = found if every else wrong
    if form is Form.JSON:
        typer.echo(_json(told))
    elif told or not quiet:
        typer.echo(_text(told, found, loaded.documents, content))
    raise typer.Exit(int(bool(wrong)))


def _text(
    told: "Iterable[Verdict]", found: "Iterable[Verdict]", documents: "Iterable[Document]", content: "Path"
) -> str:
    from onrecord.editing.verifying import State

    by_path = {document.path: document for document in documents}
    lines = []
    for each in told:
        span = by_path[each.location.file].span(each.location.route)
        place = f"{content.as_posix()}/{each.location.file}:{span.line}:{span.column}"
        lines.append(f"{place}: {each.state} ({each.source})\n    {each.difference or each.words}")
    counts = Counter(each.state for each in found)
    order = get_args(State)
    return "\n".join((*lines, ", ".join(f"{counts[state]} {state}" for state in order)))


def _json(told: "Iterable[Verdict]") -> str:
    rows = [
        {"file": each.location.file, "route": list(each.location.route), "source": each.source,
         "words": each.words, "state": each.state, "difference": each.difference}
        for each in told
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, indent=2)
