"""``onrecord cms``: editing in a browser, without Python."""

import json
from typing import Annotated

import typer

from onrecord.commands.telling import FOLDER, Content, Form, FormOption, Quiet, answer, linked, write

_HEAD = "# made by 'onrecord cms' from the types of the records; run it again when ids have come or gone\n"


def cms(
    content: Content = FOLDER,
    repository: Annotated[
        str, typer.Option("--repo", help="The repository on GitHub, such as 'owner/name'.")
    ] = "OWNER/REPOSITORY",
    *,
    form: FormOption = Form.TEXT,
    quiet: Quiet = False,
) -> None:
    """Write the configurations of Sveltia and Decap CMS ('admin/config.yml') and Pages CMS ('.pages.yml').

    Both edit records that have a file of their own, with the fields, words and ids that there are.

    Example: 'onrecord cms --repo varda/harbour'.
    """
    from onrecord.editing.cms import pages_cms, sveltia
    from onrecord.editing.field_guide import field_guide
    from onrecord.editing.schemas import known
    from onrecord.manuals import manual

    dossier, _ = linked(content)
    guide, ids, name = field_guide(manual("records.md")), known(dossier), content.resolve().name
    # JSON is YAML, and needs no rules for quoting.
    made = {
        "admin/config.yml": sveltia(name, repository, guide, ids),
        ".pages.yml": pages_cms(name, guide, ids),
    }
    files = {
        path: f"{_HEAD}{json.dumps(held, ensure_ascii=False, indent=2)}\n".encode()
        for path, held in made.items()
    }
    write(content.resolve().parent, files)
    answer("\n".join(files), list(files), form, quiet=quiet)
