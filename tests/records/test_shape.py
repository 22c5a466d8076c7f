from onrecord.records.about import About, Scope
from onrecord.records.actors import Actor, Role
from onrecord.records.ids import SourceId, TopicId
from onrecord.records.kinds import FOLDERS
from onrecord.records.shape import FieldShape, shape
from onrecord.records.statements import Statement
from onrecord.records.when import When


def field(kind: type, name: str) -> FieldShape:
    return next(field for field in shape(kind) if field.name == name)


def test_a_field_is_known_by_the_key_that_is_written() -> None:
    assert field(Role, "from_").key == "from"
    assert field(Statement, "on_behalf_of").key == "for"


def test_the_type_of_one_value_is_found_under_lists_choices_and_forms() -> None:
    assert field(Role, "from_") == FieldShape("from_", "from", When, many=False, needed=False)
    assert field(Role, "sources") == FieldShape("sources", "sources", SourceId, many=True, needed=False)
    assert field(Actor, "topics") == FieldShape("topics", "topics", TopicId, many=True, needed=False)
    assert field(Actor, "wikidata") == FieldShape("wikidata", "wikidata", str, many=False, needed=False)
    assert field(Statement, "sources").needed


def test_a_mapping_with_fields_of_its_own_is_nested_and_a_date_is_not() -> None:
    assert field(About, "scope").hint is Scope
    assert field(About, "scope").nested
    assert not field(About, "as_of").nested


def test_no_editor_can_write_the_location() -> None:
    assert all(field.name != "location" for kind in (*FOLDERS.values(), About) for field in shape(kind))
