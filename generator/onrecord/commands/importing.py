"""``onrecord import``: records made of what other programs wrote."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.commands.progress import working
from onrecord.commands.telling import (
    FOLDER,
    ContentOption,
    DryRun,
    Form,
    FormOption,
    Quiet,
    answer,
    counted,
    refuse,
    write,
)

if TYPE_CHECKING:
    from onrecord.importing.drafts import Import
    from onrecord.importing.settling import Settled


class Kind(StrEnum):
    """What can be imported."""

    TIMELINEJS = "timelinejs"
    CSV = "csv"
    CLAIMREVIEW = "claimreview"
    FTM = "ftm"
    POPOLO = "popolo"


Columns = Annotated[
    list[str] | None,
    typer.Option("--map", "-m", metavar="FIELD=COLUMN", help="For a CSV: which column fills which field."),
]
RecordKind = Annotated[
    str, typer.Option("--kind", "-k", help="For a CSV: what each row is, such as 'statement'.")
]


def import_(  # noqa: PLR0913 - what the command line takes
    kind: Annotated[Kind, typer.Argument(help="What the file is.")],
    file: Annotated[Path, typer.Argument(help="The file; for our own tables, their folder.")],
    record_kind: RecordKind = "",
    columns: Columns = None,
    content: ContentOption = FOLDER,
    *,
    dry_run: DryRun = False,
    form: FormOption = Form.TEXT,
    quiet: Quiet = False,
) -> None:
    """Make records of a file of another program, and tell all that could not be carried over, and why.

    What has no field of its own is kept in the record's note. No file is written over.

    Examples: 'onrecord import timelinejs timeline.json', 'onrecord import csv site/data',
    'onrecord import csv rows.csv --kind statement --map speaker=Who --map said=Date'.
    """
    from onrecord.importing.drafts import UnreadableError
    from onrecord.importing.settling import settled
    from onrecord.records.kinds import FOLDERS
    from onrecord.source.files import read

    try:
        with working(f"reading '{file.name}'", quiet=quiet):
            found = _read(kind, file, record_kind, columns or [])
    except UnreadableError as cannot:
        refuse(str(cannot), cannot.hint)
    except (OSError, UnicodeDecodeError) as fault:
        reason = "it is not UTF-8 text" if isinstance(fault, UnicodeDecodeError) else fault.strerror or "no"
        refuse(f"'{file}' cannot be read: {reason.lower()}")
    name = "all" if file.is_dir() else f"imported-{_slug(file.stem)}"
    with working("making records", quiet=quiet):
        made = settled(read(content, FOLDERS)[0] if content.is_dir() else (), found, name)
    taken = next((path for path in made.files if (content / path).exists()), "")
    if taken:
        refuse(f"the file '{content.as_posix()}/{taken}' is there already", "move it or take it away first")
    if not dry_run:
        content.mkdir(parents=True, exist_ok=True)
        write(content, made.files, before={})
    answer(_said(made, content, dry_run=dry_run), _data(made, content), form, quiet=quiet and not made.losses)
    raise typer.Exit(int(not made.files))


def _read(kind: Kind, file: Path, record_kind: str, columns: list[str]) -> "Import":
    from onrecord.importing.claimreview import read_claimreview
    from onrecord.importing.ftm import read_ftm
    from onrecord.importing.popolo import read_popolo
    from onrecord.importing.timelinejs import read_timelinejs

    if kind is Kind.CSV:
        return _read_csv(file, record_kind, columns)
    text = file.read_text(encoding="utf-8-sig")
    if kind is Kind.TIMELINEJS:
        return read_timelinejs(text, file.name)
    return {Kind.CLAIMREVIEW: read_claimreview, Kind.FTM: read_ftm, Kind.POPOLO: read_popolo}[kind](text)


def _read_csv(file: Path, record_kind: str, columns: list[str]) -> "Import":
    from onrecord.editing.skeletons import field_at, folder_of
    from onrecord.importing.csv_rows import read_csv
    from onrecord.importing.tables import read_tables

    if file.is_dir():
        tables = sorted(file.glob("*.csv"))
        return read_tables({table.stem: _text(table) for table in tables})
    folder = folder_of(record_kind)
    if not folder:
        refuse("say with '--kind' what each row is, such as '--kind statement'")
    pairs = {field.strip(): column.strip() for field, _, column in (each.partition("=") for each in columns)}
    strange = next((field for field in pairs if field != "id" and field_at(folder, field) is None), "")
    if strange:
        refuse(f"a record in '{folder}' has no field '{strange}'")
    return read_csv(_text(file), folder, pairs)


def _text(file: Path) -> str:
    with file.open(encoding="utf-8-sig", newline="") as text:
        return text.read()


def _slug(stem: str) -> str:
    from onrecord.records.slugs import slug

    return slug(stem) or "file"


def _said(made: "Settled", content: Path, *, dry_run: bool) -> str:
    files = (f"{content.as_posix()}/{path}" for path in made.files)
    losses = (f"  {loss.row}: {loss.what}: {loss.why}" for loss in made.losses)
    verb = "would be written" if dry_run else "written"
    lost = f"{counted(len(made.losses), 'thing')} not carried over as it was"
    end = f"{counted(made.records, 'record')} {verb}; {lost if made.losses else 'nothing was left out'}"
    return "\n".join((*files, *losses, end))


def _data(made: "Settled", content: Path) -> dict[str, object]:
    return {
        "files": [f"{content.as_posix()}/{path}" for path in made.files],
        "records": made.records,
        "losses": [{"row": loss.row, "what": loss.what, "why": loss.why} for loss in made.losses],
    }
