"""``onrecord show`` and ``onrecord stats``: a record, or the whole dossier, in the terminal."""

from typing import Annotated

import typer

from onrecord.commands.completing import ids
from onrecord.commands.telling import FOLDER, Content, ContentOption, Form, FormOption, answer, linked, refuse


def show(
    record_id: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a record, or a name.", autocompletion=ids)
    ],
    content: ContentOption = FOLDER,
    form: FormOption = Form.TEXT,
) -> None:
    """Show a record, what follows from it with the rules behind its status, and what is linked to it.

    Examples: 'onrecord show sergey-lavrov', 'onrecord show sergey-lavrov --format json'.
    """
    from onrecord.editing.labels import candidates, meant
    from onrecord.editing.showing import as_data, shown

    dossier, loaded = linked(content)
    record = dossier.find(record_id) or meant(dossier, record_id)
    gone = dossier.removed.get(record_id)
    if record is None and gone and gone.removed:
        refuse(f"'{record_id}' was removed on {gone.removed.on.text}: {gone.removed.reason}")
    if record is None:
        near = ", ".join(f"'{each.id}'" for each in candidates(dossier, record_id))
        refuse(f"no record is called '{record_id}'", f"did you mean {near}?" if near else "")
    document = next(each for each in loaded.documents if each.path == record.location.file)
    answer(
        shown(dossier, record, document, content.as_posix()),
        as_data(dossier, record, document, content.as_posix()),
        form,
    )


def stats(
    content: Content = FOLDER,
    form: FormOption = Form.TEXT,
) -> None:
    """Count the records, their statuses, languages, origins and archived copies.

    Examples: 'onrecord stats', 'onrecord stats --format json'.
    """
    from onrecord.editing.stats import stats as counted

    dossier, _ = linked(content)
    numbers = counted(dossier)
    blocks = (
        "\n".join((title, *(f"  {number:>6}  {name}" for name, number in groups.items())))
        for title, groups in numbers.items()
        if groups
    )
    answer("\n\n".join(blocks), numbers, form)
