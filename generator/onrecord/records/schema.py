"""The form of the records as JSON Schema, for editors that check while one types."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from onrecord.records.about import About
from onrecord.records.fields import adapter
from onrecord.records.ids import ID
from onrecord.records.kinds import FOLDERS
from onrecord.records.statements import Statement
from onrecord.source.files import ABOUT


def schema(folder: str) -> dict[str, Any]:
    """Return the schema of the files of a folder, or of ``dossier.yml``, from the types of the records.

    Every scalar is text, as everywhere in content; numbers and dates may be numbers too, because a
    program that knows YAML's own types sees ``47.5`` and ``2025`` as such. What a schema cannot say
    (that a date exists, that an id is unique) is left to decoding.
    """
    kind = About if folder == ABOUT else FOLDERS[folder]
    definitions = adapter(kind).json_schema(schema_generator=_Generator)["$defs"]
    root: dict[str, Any] = {"$ref": f"#/$defs/{kind.__name__}"}
    if kind is not About:
        _add_rules(kind, definitions[kind.__name__])
        # Some readers of schemas let what stands beside a "$ref" take the place of its target.
        listed = {"allOf": [root, {"required": ["id"]}]}
        root = {"if": {"type": "array"}, "then": {"items": listed}, "else": root}
    return {"$schema": _Generator.schema_dialect, **root, "$defs": definitions}


def _add_rules(kind: type, mapping: dict[str, Any]) -> None:
    """Add what the types do not say: the grammar of the id, which a file's name can give, and either-or."""
    mapping["properties"]["id"] = {"type": "string", "pattern": f"^{ID}$"}
    mapping["required"].remove("id")
    if kind is Statement:
        mapping["anyOf"] = [{"required": ["paraphrase"]}, {"required": ["quote"]}]


class _Generator(GenerateJsonSchema):
    """Leave out what says nothing to a writer: titles made of keys, defaults, and YAML's null."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:  # noqa: ARG002
        return {"type": "string", "pattern": r"\S"}
