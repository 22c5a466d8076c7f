from onrecord.pages.page import Finding
from onrecord.pages.records.findings import finding
from onrecord.records.record import Markdown
from onrecord.records.statements import Quote, Translation
from tests.dossier import make

LAVROV = make.actor("lavrov", name="Sergey Lavrov", aliases=("Сергей Лавров",))


def found(record_id: str, *records: object) -> Finding:
    dossier = make.dossier(*records)  # type: ignore[arg-type]  # whatever kind of record
    record = dossier.find(record_id)
    assert record is not None
    return finding(dossier, record)


def test_an_actor_is_found_by_name_and_by_every_alias() -> None:
    actor = found("lavrov", LAVROV)

    assert (actor.kind, actor.title, actor.names) == ("Actors", "Sergey Lavrov", ("Сергей Лавров",))
    assert actor.facets == (("kind", "Actors"), ("actor", "Sergey Lavrov"))


def test_a_statement_shows_its_speaker_and_day_and_is_found_by_every_word_of_it() -> None:
    quote = Quote(text="Мы готовы", lang="ru", translation=Translation(text="We are ready", lang="en"))
    statement = found("said", LAVROV, make.statement("said", sources=(), quote=quote))

    assert statement.who == "Sergey Lavrov"
    assert statement.when == "13 Nov 2025"
    assert statement.day == "2025-11-13"
    assert {"Мы готовы", "We are ready"} <= set(statement.words)
    assert {("actor", "Sergey Lavrov"), ("year", "2025")} <= set(statement.facets)


def test_a_claim_is_of_those_who_spoke_to_it_and_of_the_years_in_which_they_did() -> None:
    said = make.statement("said", sources=(), stances=make.stance("denies"))
    claim = found(make.claim().id, LAVROV, make.claim(), said)

    assert {("kind", "Claims"), ("actor", "Sergey Lavrov"), ("year", "2025")} <= set(claim.facets)


def test_markup_is_not_among_the_words() -> None:
    summary = Markdown("It is **so**, [they say](https://example.org/).")
    actor = found("ada", make.actor("ada", summary=summary))

    assert actor.words == ("It is so, they say.",)
