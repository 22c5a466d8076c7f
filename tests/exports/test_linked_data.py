import json
from typing import Any, get_args

import pytest
import rdflib
from followthemoney import model
from html5lib import parseFragment
from jsonschema import Draft202012Validator
from rdflib.namespace import RDF

from onrecord.exports.jsonld import record_jsonld
from onrecord.records.actors import Relation, Role
from onrecord.records.ids import ActorId
from onrecord.records.record import Markdown
from onrecord.records.statements import Quote, Translation
from onrecord.records.vocabulary import ActorKind
from tests.dossier.make import actor, assessment, claim, correction, source, statement, tie
from tests.exports.conftest import Files
from tests.exports.releases import SITE, release, written

# rdflib's own parser has not yet left what rdflib has left.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SCHEMA = rdflib.Namespace("https://schema.org/")


def graph(held: bytes | str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=held, format="json-ld")


def types(found: rdflib.Graph) -> set[str]:
    return {str(each).removeprefix(str(SCHEMA)) for each in found.objects(None, RDF.type)}


def test_the_default_dossier_is_one_graph(files: Files) -> None:
    found = graph(files["data/dossier.jsonld"])
    document = json.loads(files["data/dossier.json"])
    assert {"Event", "Person", "Organization", "Quotation", "Claim", "NewsArticle", "Place"} <= types(found)
    assert len(set(found.subjects(RDF.type, SCHEMA.Event))) == len(document["events"])
    assert len(set(found.subjects(RDF.type, SCHEMA.Claim))) == len(document["claims"])
    assert all(str(each).startswith("https://schema.org/") for each in found.objects(None, RDF.type))


def test_every_pointer_leads_to_a_node(files: Files) -> None:
    found = graph(files["data/dossier.jsonld"])
    for wanted in (SCHEMA.about, SCHEMA.citation, SCHEMA.creator, SCHEMA.appearance, SCHEMA.subjectOf):
        for target in found.objects(None, wanted):
            assert (target, RDF.type, None) in found, target


def test_a_quotation_has_its_words_language_and_translation() -> None:
    translation = Translation(text="We are ready", lang="en")
    said = statement("a", quote=Quote(text="Мы готовы", lang="ru", translation=translation))
    found = graph(written(release(actor("lavrov"), source("tass"), said))["data/dossier.jsonld"])
    node = rdflib.URIRef(f"{SITE}statements/a/")
    assert (node, RDF.type, SCHEMA.Quotation) in found
    assert found.value(node, SCHEMA.text) == rdflib.Literal("Мы готовы")
    assert found.value(node, SCHEMA.creator) == rdflib.URIRef(f"{SITE}actors/lavrov/")
    translated = found.value(node, SCHEMA.workTranslation)
    assert found.value(translated, SCHEMA.text) == rdflib.Literal("We are ready")


def test_a_paraphrase_is_no_quotation() -> None:
    found = graph(written(release(actor("lavrov"), source("tass"), statement("a")))["data/dossier.jsonld"])
    assert "Quotation" not in types(found)


def test_only_an_assessed_claim_has_a_review() -> None:
    judged = claim("judged", assessment=assessment("refuted"))
    found = graph(written(release(claim("plain"), judged))["data/dossier.jsonld"])
    assert len(list(found.subjects(RDF.type, SCHEMA.ClaimReview))) == 1
    (review,) = found.subjects(RDF.type, SCHEMA.ClaimReview)
    assert found.value(review, SCHEMA.itemReviewed) == rdflib.URIRef(f"{SITE}claims/judged/")
    rating = found.value(review, SCHEMA.reviewRating)
    assert found.value(rating, SCHEMA.alternateName) == rdflib.Literal("refuted")


def test_a_correction_points_to_what_it_corrects() -> None:
    found = graph(written(release(claim(), correction("slip", "ready")))["data/dossier.jsonld"])
    (node,) = found.subjects(RDF.type, SCHEMA.CorrectionComment)
    assert found.value(node, SCHEMA.about) == rdflib.URIRef(f"{SITE}claims/ready/")


@pytest.mark.parametrize("words", ["</script><b>", "<!--<script>", "a & b", "\u2028"])
def test_a_page_can_hold_any_words_in_a_script(words: str) -> None:
    made = actor("odd", name=words)
    text = record_jsonld(release(made), made)
    page = parseFragment(
        f'<script type="application/ld+json">{text}</script><p>after</p>', treebuilder="etree"
    )
    script, after = list(page)
    assert after.text == "after"
    (node,) = json.loads(script.text)["@graph"]
    assert node["name"] == words


def test_without_an_address_of_the_site_records_have_names() -> None:
    found = graph(written(release(claim(), site_url=""))["data/dossier.jsonld"])
    assert rdflib.URIRef("urn:onrecord:ready") in set(found.subjects(RDF.type, SCHEMA.Claim))


def entities(held: bytes) -> dict[str, Any]:
    return {each["id"]: each for each in map(json.loads, held.decode().splitlines())}


def refused(found: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return entity, property and value wherever FollowTheMoney would drop or refuse what we wrote."""
    wrong = []
    for key, each in found.items():
        schema = model[each["schema"]]
        schema.validate(each)
        proxy = model.get_proxy(each, cleaned=False)
        for name, values in each["properties"].items():
            reach = schema.properties[name].range
            wrong += [
                (key, name, value)
                for value in values
                if value not in proxy.get(name)
                or (reach and not (value in found and model[found[value]["schema"]].is_a(reach)))
            ]
    return wrong


def test_the_default_dossier_is_sound_followthemoney(files: Files) -> None:
    found = entities(files["data/dossier.ftm.json"])
    assert {"Person", "PublicBody", "Event", "Article", "Note", "Employment"} <= {
        each["schema"] for each in found.values()
    }
    assert refused(found) == []


def test_every_kind_of_actor_and_tie_is_sound_followthemoney() -> None:
    roles = (Role(title="Envoy", organisation=ActorId("b")), Role(title="Aide", organisation=ActorId("c")))
    ties: tuple[Relation, ...] = (tie("b"), tie("c"), tie("b", "represents"), tie("c", "rival-of", "2020"))
    plain = [
        actor(f"kind-{n}", kind, roles=roles, relations=ties) for n, kind in enumerate(get_args(ActorKind))
    ]
    others = (actor("b", "government-body", summary=Markdown("x")), actor("c", "anonymous"))
    found = entities(written(release(*plain, *others))["data/dossier.ftm.json"])
    assert refused(found) == []
    assert found["kind-0.role.1"]["schema"] == "Employment"
    assert found["kind-0.role.2"]["schema"] == "UnknownLink"
    assert found["kind-0.relation.4"]["properties"]["startDate"] == ["2020"]


TIMELINE: dict[str, Any] = {
    "type": "object",
    "required": ["title", "events"],
    "properties": {
        "title": {"required": ["text"]},
        "events": {
            "items": {
                "required": ["unique_id", "start_date", "text"],
                "properties": {
                    "start_date": {"$ref": "#/$defs/date"},
                    "end_date": {"$ref": "#/$defs/date"},
                    "text": {"required": ["headline"], "additionalProperties": {"type": "string"}},
                },
            }
        },
    },
    "$defs": {
        "date": {
            "required": ["year"],
            "properties": {
                "year": {"type": "integer"},
                "month": {"type": "integer", "minimum": 1, "maximum": 12},
                "day": {"type": "integer", "minimum": 1, "maximum": 31},
                "hour": {"type": "integer", "minimum": 0, "maximum": 23},
                "minute": {"type": "integer", "minimum": 0, "maximum": 59},
            },
            "additionalProperties": False,
        }
    },
}
"""The form of TimelineJS, as its documentation of JSON gives it and as far as we use it."""


def test_the_timeline_has_the_form_of_timelinejs(files: Files) -> None:
    document = json.loads(files["data/timelinejs.json"])
    Draft202012Validator(TIMELINE).validate(document)
    ids = [each["unique_id"] for each in document["events"]]
    assert len(ids) == len(set(ids)) > 200


def test_what_editors_wrote_is_text_in_a_drawn_timeline() -> None:
    made = release(actor("lavrov", name="<img src=x>"), source("tass"), statement("a"))
    (slide,) = json.loads(written(made)["data/timelinejs.json"])["events"]
    assert "<img" not in slide["text"]["headline"]
    assert "&lt;img src=x&gt;" in slide["text"]["headline"]
