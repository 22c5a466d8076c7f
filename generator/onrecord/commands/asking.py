"""Questions for the fields of a record, which help with ids, dates and words."""

from collections.abc import Iterable, Mapping

import typer

from onrecord.commands.telling import refuse
from onrecord.dossier.dossier import Dossier
from onrecord.editing.field_guide import field_guide
from onrecord.editing.labels import candidates, exact, label, meant
from onrecord.editing.skeletons import asked, choices, field_at, skeleton, suggested
from onrecord.editing.workbench import modeline
from onrecord.manuals import manual
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Record
from onrecord.records.references import NAMED_KINDS, OR_WORDS
from onrecord.records.shape import FieldShape, shape
from onrecord.records.when import BadDate, When, parse
from onrecord.suggest import closest

SHOWN = 10
"""How many records are listed for somebody who does not know what there is."""


class Asking:
    """The making of one record of ``folder``; without ``may_ask``, what is not given is missing."""

    def __init__(self, dossier: Dossier, folder: str, *, may_ask: bool) -> None:
        """Begin to make a record that may name those of ``dossier``."""
        self._dossier, self._folder, self._may_ask = dossier, folder, may_ask
        self._kind: type = FOLDERS[folder]
        self._guide = field_guide(manual("records.md"))

    def answers(self, given: Mapping[str, str]) -> Mapping[str, str]:
        """Return the text of each field, from what is given and what is asked for."""
        found = {key: self._resolved(key, text) for key, text in given.items()}
        for name, field in asked(self._folder):
            if not self._may_ask or name in found or name.partition(".")[0] in found:
                continue
            text = self._ask(name, field)
            if text:
                found[name] = text
        return found

    def record(self, record_id: str, answers: Mapping[str, str], content: str) -> tuple[str, str]:
        """Return path and text of the record's file."""
        name = record_id or suggested(self._folder, answers, self._dossier.folders)
        if self._may_ask and not record_id:
            name = typer.prompt("id", default=name or None, type=str)
        if not name:
            refuse("no id can be made of what is said", "give one with '--id'")
        inside = content if not content.startswith("/") else content.rpartition("/")[2]
        return skeleton(
            self._folder, name, answers, modeline(self._folder, f"{self._folder}/{name}.yml", inside)
        )

    def _ask(self, name: str, field: FieldShape) -> str:
        """Ask until the answer can be kept; an empty one leaves out what is not needed."""
        question = f"{name} ({self._told(name)})" if self._told(name) else name
        while True:
            text = str(typer.prompt(question, default="", show_default=False)).strip()
            if not text and field.needed:
                self._needed(field)
                continue
            kept = self._kept(name, field, text) if text else ""
            if kept is not None:
                return kept

    def _needed(self, field: FieldShape) -> None:
        """Say that an answer is needed, and what there is to choose from."""
        typer.echo("  this is needed")
        known = self._records(NAMED_KINDS.get(field.hint, ()))
        for record in known[:SHOWN]:
            typer.echo(f"  {record.id}  {label(record)}")
        if len(known) > SHOWN:
            typer.echo(f"  … and {len(known) - SHOWN} more: a part of a name is enough")

    def _told(self, name: str) -> str:
        outer = field_at(self._folder, name.rpartition(".")[0])
        field = field_at(self._folder, name)
        owner = outer.hint if outer else self._kind
        told = self._guide.get((owner.__name__, name.rpartition(".")[2]), "").replace("`", "")
        words = ", ".join(choices(field)) if field else ""
        many = "several parted by ';'" if field and field.many else ""
        return "; ".join(part for part in (told, words, many) if part)

    def _kept(self, name: str, field: FieldShape, text: str) -> str | None:
        """Return the answer as it is written, or tell what is wrong with it and return ``None``."""
        words = choices(field)
        if words and text not in words:
            typer.echo(
                f"  '{text}' is no word for '{name}'; {closest(text, words) or 'choose one of the words'}"
            )
            return None
        return None if field.hint is When and not _is_date(text) else self._names(field, text)

    def _names(self, field: FieldShape, text: str) -> str | None:
        """Return ids for the names of records; ask which one is meant if that is not clear."""
        folders = NAMED_KINDS.get(field.hint)
        if not folders:
            return text
        parts = [part.strip() for part in text.split(";") if part.strip()] if field.many else [text]
        found = [self._meant(part, folders, or_words=field.hint in OR_WORDS) for part in parts]
        return None if None in found else "; ".join(each for each in found if each)

    def _meant(self, words: str, folders: Iterable[str], *, or_words: bool) -> str | None:
        records = self._records(folders)
        one = exact(records, words) if or_words else meant(records, words)
        if one:
            typer.echo(f"  {one.id}  {label(one)}")
            return str(one.id)
        near = candidates(records, words)
        if near:
            return self._chosen(words, near, or_words=or_words)
        if not or_words:
            typer.echo(f"  nothing is called '{words}' yet; write it first, with 'onrecord new'")
        return words if or_words else None

    def _chosen(self, words: str, near: tuple[Record, ...], *, or_words: bool) -> str | None:
        for number, record in enumerate(near, 1):
            typer.echo(f"  {number}  {record.id}  {label(record)}")
        kept = f", or 0 to keep '{words}'" if or_words else ""
        numbers = "1" if len(near) == 1 else f"1 to {len(near)}"
        answer = str(typer.prompt(f"  which one? {numbers}{kept}, nothing to ask again", default="",
                                  show_default=False)).strip()  # fmt: skip
        if answer == "0" and or_words:
            return words
        return str(near[int(answer) - 1].id) if answer.isdigit() and 0 < int(answer) <= len(near) else None

    def _resolved(self, name: str, text: str) -> str:
        """Return a given text with names turned into ids; refuse what is unclear."""
        field = field_at(self._folder, name)
        if field is None:
            refuse(f"there is no key '{name}' here", closest(name, (each.key for each in shape(self._kind))))
        if field.nested:
            field = next((inner for inner in shape(field.hint) if inner.needed), field)
        folders = NAMED_KINDS.get(field.hint)
        if not folders:
            return text
        or_words = field.hint in OR_WORDS
        parts = (self._given(part.strip(), folders, or_words=or_words) for part in text.split(";"))
        return "; ".join(parts)

    def _given(self, words: str, folders: Iterable[str], *, or_words: bool) -> str:
        records = self._records(folders)
        one = exact(records, words) if or_words else meant(records, words)
        if one is None and not or_words:
            near = ", ".join(f"'{record.id}'" for record in candidates(records, words))
            refuse(f"nothing is called '{words}'", f"did you mean {near}?" if near else "write it first")
        return str(one.id) if one else words

    def _records(self, folders: Iterable[str]) -> tuple[Record, ...]:
        return tuple(
            record for folder in sorted(folders) for record in self._dossier.of_kind(folder).values()
        )


def _is_date(text: str) -> bool:
    try:
        parse(text)
    except BadDate as bad:
        typer.echo(f"  {'; '.join((bad.message, *bad.hint.splitlines()))}")
        return False
    return True
