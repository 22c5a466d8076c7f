"""``onrecord fmt``: every file in the one layout."""

from typing import Annotated

import typer

from onrecord.commands.telling import (
    FOLDER,
    Content,
    Form,
    FormOption,
    Quiet,
    answer,
    counted,
    held,
    refuse,
    told,
    write,
)


def fmt(
    content: Content = FOLDER,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit with 1 if a file would change.")
    ] = False,
    form: FormOption = Form.TEXT,
    quiet: Quiet = False,
) -> None:
    """Lay out every file alike: keys in order, comments kept, the meaning untouched.

    Files that cannot be read are left as they are, and told.

    Examples: 'onrecord fmt', 'onrecord fmt --check'.
    """
    from onrecord.editing.formatting import formatted, unreadable
    from onrecord.records.kinds import FOLDERS
    from onrecord.source.files import read

    documents, problems = read(content, FOLDERS)
    if not content.is_dir():
        refuse(f"there is no content folder '{content}'")
    skipped = unreadable(problems)
    wanted = formatted(documents, skipped)
    before = held(content, (document for document in documents if document.path in wanted))
    changed = {path: data for path, data in wanted.items() if data != before[path]}
    if not check:
        write(content, changed, before=before)
    paths = [f"{content.as_posix()}/{path}" for path in changed]
    answer(_said(paths, check=check), paths, form, quiet=quiet and not (check and paths))
    faults = tuple(each for each in problems if each.location.file in skipped)
    if faults:
        typer.echo(told(faults, documents, content), err=True)
    raise typer.Exit(int(bool(faults) or (check and bool(changed))))


def _said(paths: list[str], *, check: bool) -> str:
    verb = "would change" if check else "changed"
    return "\n".join(
        (*paths, f"{counted(len(paths), 'file')} {verb}" if paths else "every file is laid out already")
    )
