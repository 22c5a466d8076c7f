"""Drafts tried out: what would be wrong goes into the note, or the draft is a loss."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from onrecord.editing.layout import laid_out
from onrecord.editing.proving import tried
from onrecord.importing.drafts import Draft, Import, Loss, Plain, flat, node, noted
from onrecord.problems import Problem, Severity
from onrecord.records.kinds import FOLDERS
from onrecord.records.shape import shape
from onrecord.source.document import Document
from onrecord.source.files import ABOUT
from onrecord.source.written import Block, Entry, Written

_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Settled:
    """Files to be written, by their path in the content folder; how many records; and all losses."""

    files: Mapping[str, bytes]
    records: int
    losses: tuple[Loss, ...]


def settled(documents: Iterable[Document], found: Import, name: str) -> Settled:
    """Return the files for what can be carried over, one a kind; ``name`` is the stem of their names.

    A value that would be an error is moved to the note, and so is reported; a record that cannot be
    without it is left out, and so are those that then name nothing.
    """
    existing = tuple(documents)
    about = found.about if any(each.path == ABOUT and each.value is not None for each in existing) else None
    losses = [*found.losses, *_no_second_title_page(about)]
    title = {} if about is not None or not found.about else {ABOUT: _page(found.about)}
    kept = existing if not title else tuple(each for each in existing if each.path != ABOUT)
    drafts = tuple(map(noted, found.drafts))
    for _ in range(_ROUNDS):
        files = {**title, **_files(drafts, name)}
        problems = tried(kept, files)[2]
        drafts, more = _mended(drafts, problems, name)
        losses += more
        if not more:
            break
    return Settled(files, len(drafts), tuple(losses))


def _no_second_title_page(about: Plain | None) -> tuple[Loss, ...]:
    if not about:
        return ()
    return (Loss(ABOUT, flat(about.get("title", "")), "the dossier has a title page already"),)


def _page(about: Plain) -> bytes:
    return laid_out(ABOUT, Written((), node(about), ())).encode()


def _files(drafts: Iterable[Draft], name: str) -> dict[str, bytes]:
    by_folder: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_folder.setdefault(draft.folder, []).append(draft)
    return {_path(folder, name): _text(folder, name, group) for folder, group in sorted(by_folder.items())}


def _path(folder: str, name: str) -> str:
    return f"{folder}/{name}.yml"


def _text(folder: str, name: str, group: Iterable[Draft]) -> bytes:
    entries = tuple(Entry("", node({"id": draft.id, **draft.fields})) for draft in group)
    return laid_out(_path(folder, name), Written((), Block(entries, is_list=True), ())).encode()


def _mended(
    drafts: tuple[Draft, ...], problems: Iterable[Problem], name: str
) -> tuple[tuple[Draft, ...], list[Loss]]:
    wrong: dict[tuple[str, int], Problem] = {}
    for each in problems:
        if each.severity is Severity.ERROR and each.location.route:
            place, index = each.location.file, each.location.route[0]
            if isinstance(index, int):
                wrong.setdefault((place, index), each)
    left: list[Draft] = []
    losses: list[Loss] = []
    counts: dict[str, int] = {}
    for draft in drafts:
        index = counts.get(draft.folder, 0)
        counts[draft.folder] = index + 1
        problem = wrong.get((_path(draft.folder, name), index))
        if problem is None:
            left.append(draft)
            continue
        mended, loss = _without(draft, problem)
        losses.append(loss)
        left += [mended] if mended else []
    return tuple(left), losses


def _without(draft: Draft, problem: Problem) -> tuple[Draft | None, Loss]:
    """Return the draft without the value that is wrong, and the loss; nothing if the value is needed."""
    key = str(problem.location.route[1]) if len(problem.location.route) > 1 else "id"
    kind: type = FOLDERS[draft.folder]
    needed = {field.key for field in shape(kind) if field.needed}
    value = flat(draft.fields.get(key, ""))
    if key in needed or key not in draft.fields:
        what = f"{draft.folder.removesuffix('s')} '{draft.id}'"
        return None, Loss(draft.row, what, problem.message)
    rest = {name: each for name, each in draft.fields.items() if name != key}
    mended = noted(replace(draft, fields=rest, kept=((key, value),)))
    return mended, Loss(draft.row, f"{key}: {value}", f"{problem.message}; it is kept in the note")
