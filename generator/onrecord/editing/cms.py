"""Editing in a browser: the same fields, as two content management systems want them told."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from onrecord.editing.field_guide import Guide
from onrecord.editing.layout import key_order
from onrecord.editing.schemas import Known
from onrecord.records.about import About
from onrecord.records.ids import ID
from onrecord.records.kinds import FOLDERS
from onrecord.records.record import Markdown
from onrecord.records.references import NAMED_KINDS, OR_WORDS
from onrecord.records.shape import FieldShape
from onrecord.source.files import ABOUT

Told = dict[str, Any]

_PRIMARY = ("name", "title", "text", "paraphrase", "now")
_LONG = frozenset({"text", "paraphrase", "bottom_line", "was", "now", "reason", "how", "as_printed"})


def sveltia(content: str, repository: str, guide: Guide, ids: Known) -> Told:
    """Return the configuration of Sveltia CMS: one collection a folder, for records with a file of their own.

    ``repository`` is ``owner/name`` on GitHub. Ids are chosen from those that there are.
    """
    media = f"{content}/images"
    collections = [_collection(f"{content}/{folder}", folder, guide, ids) for folder in FOLDERS]
    about = {
        "name": "dossier",
        "label": "Dossier",
        "file": f"{content}/{ABOUT}",
        "fields": [_field(each, About, guide, ids) for each in key_order(About).values()],
    }
    files = {"name": "about", "label": "Dossier", "format": "yaml", "files": [about]}
    return {
        "backend": {"name": "github", "repo": repository, "branch": "main"},
        "media_folder": media,
        "public_folder": "images",
        "output": {"omit_empty_optional_fields": True, "yaml": {"indent_size": 2}},
        "collections": [files, *collections],
    }


def _collection(path: str, folder: str, guide: Guide, ids: Known) -> Told:
    kind = FOLDERS[folder]
    fields = [field for key, field in key_order(kind).items() if key != "id"]
    primary = next((field.key for field in fields if field.key in _PRIMARY), fields[0].key)
    return {
        "name": folder,
        "label": folder.capitalize(),
        "label_singular": kind.__name__,
        "description": (kind.__doc__ or "").partition("\n")[0],
        "folder": path,
        "create": True,
        "extension": "yml",
        "format": "yaml",
        "identifier_field": primary,
        "slug": f"{{{{{primary}}}}}",
        "fields": [_field(field, kind, guide, ids) for field in fields],
    }


def _field(field: FieldShape, owner: type, guide: Guide, ids: Known) -> Told:
    told = {"name": field.key, "label": _label(field.key), "required": field.needed}
    hint = guide.get((owner.__name__, field.key), "").replace("`", "")
    return {**told, **({"hint": hint} if hint else {}), **_widget(field, guide, ids)}


def _widget(field: FieldShape, guide: Guide, ids: Known) -> Told:
    if field.nested:
        inner = [_field(each, field.hint, guide, ids) for each in key_order(field.hint).values()]
        return {"widget": "list" if field.many else "object", "fields": inner}
    options = _options(field, ids)
    if options:
        return {"widget": "select", "options": options, **({"multiple": True} if field.many else {})}
    if field.many:
        return {"widget": "list"}
    return {"widget": "text" if _is_long(field) else "string", **_pattern(field)}


def _options(field: FieldShape, ids: Known) -> list[Told]:
    """Return the words of a vocabulary, or the ids that a field may hold; none if it takes words as well."""
    if words := get_args(field.hint):
        return [{"label": _label(word), "value": word} for word in words]
    if field.hint not in NAMED_KINDS or field.hint in OR_WORDS:
        return []
    found = [pair for folder in sorted(NAMED_KINDS[field.hint]) for pair in ids[folder].items()]
    return [{"label": label or record_id, "value": record_id} for record_id, label in found]


def _is_long(field: FieldShape) -> bool:
    return field.hint is Markdown or field.key in _LONG


def _pattern(field: FieldShape) -> Told:
    if field.hint in NAMED_KINDS and field.hint not in OR_WORDS:
        return {"pattern": [f"^{ID}$", "an id: lower-case letters, digits and hyphens"]}
    return {}


def pages_cms(content: str, guide: Guide, ids: Known) -> Told:
    """Return the configuration of Pages CMS: the same folders and fields."""
    about = _pages_fields(About, key_order(About).values(), guide, ids)
    entries = [_pages_entry("file", "dossier", f"{content}/{ABOUT}", about)]
    for folder, kind in FOLDERS.items():
        fields = [field for key, field in key_order(kind).items() if key != "id"]
        primary = next((field.key for field in fields if field.key in _PRIMARY), fields[0].key)
        told = _pages_fields(kind, fields, guide, ids)
        entry = _pages_entry("collection", folder, f"{content}/{folder}", told)
        view = {"primary": primary, "fields": [primary]}
        entries.append({**entry, "filename": "{primary}.yml", "view": view})
    return {"media": {"input": f"{content}/images", "output": "images"}, "content": entries}


def _pages_entry(kind: str, name: str, path: str, fields: list[Told]) -> Told:
    label = name.capitalize()
    return {"name": name, "label": label, "type": kind, "path": path, "format": "yaml", "fields": fields}


def _pages_fields(owner: type, fields: Iterable[FieldShape], guide: Guide, ids: Known) -> list[Told]:
    return [_pages_field(field, owner, guide, ids) for field in fields]


def _pages_field(field: FieldShape, owner: type, guide: Guide, ids: Known) -> Told:
    told: Told = {"name": field.key, "label": _label(field.key)}
    if hint := guide.get((owner.__name__, field.key), "").replace("`", ""):
        told["description"] = hint
    if field.needed:
        told["required"] = True
    if field.many and not _options(field, ids):
        told["list"] = True
    return {**told, **_pages_type(field, guide, ids)}


def _pages_type(field: FieldShape, guide: Guide, ids: Known) -> Mapping[str, Any]:
    if field.nested:
        inner = _pages_fields(field.hint, key_order(field.hint).values(), guide, ids)
        return {"type": "object", "fields": inner}
    options = _options(field, ids)
    if options:
        return {
            "type": "select",
            "options": {"values": options, **({"multiple": True} if field.many else {})},
        }
    return {"type": "text" if _is_long(field) else "string"}


def _label(key: str) -> str:
    words = key.replace("_", " ").replace("-", " ")
    return f"{words[:1].upper()}{words[1:]}"
