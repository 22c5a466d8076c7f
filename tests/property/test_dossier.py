from dataclasses import replace
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onrecord.dossier.attribution import Attribution, attribution
from onrecord.dossier.brief import columns, main_actors, newest_statements
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.editions import differences, editions
from onrecord.dossier.known import as_of, known_from
from onrecord.dossier.link import link
from onrecord.dossier.lives import life
from onrecord.dossier.origins import chain, origins
from onrecord.dossier.positions import changes_of_position, contradictions, latest, positions, standing
from onrecord.dossier.sides import side
from onrecord.dossier.statuses import Statuses
from onrecord.dossier.substance import Substance, substance
from onrecord.dossier.timeline import entries, entries_about
from onrecord.records.about import About
from onrecord.records.claims import Evidence
from onrecord.records.ids import SourceId, is_id
from onrecord.records.record import Record
from onrecord.records.references import references
from onrecord.records.statements import Citation, Statement
from onrecord.records.vocabulary import Bearing, SourceKind
from onrecord.records.when import timeline_key
from tests.dossier import make
from tests.property.strategies import ACTORS, SOURCES, abouts, days, dossiers, record_sets, word

FEW = settings(max_examples=40)
PAST = days().map(date.fromisoformat)
PUBLISHERS = st.sampled_from((*ACTORS, "TASS", "Blikk"))


def with_records(dossier: Dossier, *records: Record) -> Dossier:
    changed = {record.id for record in records}
    return link((*(each for each in dossier if each.id not in changed), *records), dossier.about)[0]


def a_statement(data: st.DataObject, dossier: Dossier) -> Statement:
    assume(dossier.statements)
    return dossier.statements[data.draw(st.sampled_from(sorted(dossier.statements)))]


@FEW
@given(record_sets(), abouts(), st.randoms(use_true_random=False))
def test_shuffled_records_make_the_same_dossier(
    records: tuple[Record, ...], about: About, chance: object
) -> None:
    shuffled = sorted(records, key=lambda _: chance.random())  # type: ignore[attr-defined]

    once, again = link(records, about), link(shuffled, about)
    assert once == again
    assert list(once[0].folders) == list(again[0].folders)


@FEW
@given(dossiers())
def test_every_backlink_is_the_way_back_of_a_reference(dossier: Dossier) -> None:
    there = {(each.to, record.id, each.route[0]) for record in dossier for each in references(record)}
    back = {(to, each.by, each.field) for to, links in dossier.backlinks.items() for each in links}

    assert back == {way for way in there if way[0] in dossier.folders}


@FEW
@given(record_sets(), abouts())
def test_a_problem_of_linking_stands_where_the_dead_reference_is(
    records: tuple[Record, ...], about: About
) -> None:
    dossier, problems = link(records, about)
    dead = {
        record.location.at(*each.route)
        for record in records
        for each in references(record)
        if dossier.folders.get(each.to) not in each.kinds
    }

    assert {problem.location for problem in problems} == dead


@FEW
@given(dossiers(), st.data(), word(SourceKind), PUBLISHERS)
def test_a_source_derived_from_the_sources_of_a_statement_never_changes_its_attribution(
    dossier: Dossier, data: st.DataObject, kind: SourceKind, publisher: str
) -> None:
    said = a_statement(data, dossier)
    cited = tuple(each.source for each in said.sources)
    above = data.draw(st.lists(st.sampled_from(cited), min_size=1, unique=True).map(tuple))
    name = data.draw(st.sampled_from(("a-copy", "zz-copy")))
    copy = make.source(name, kind, data.draw(days()), publisher=publisher, derived_from=above)
    copied = replace(said, sources=(*said.sources, Citation(source=SourceId(name))))

    before, after = attribution(dossier, said), attribution(with_records(dossier, copy, copied), copied)
    assert after.status == before.status
    assert {each.key for each in after.origins} == {each.key for each in before.origins}


@FEW
@given(dossiers(), st.data(), word(Bearing))
def test_evidence_derived_from_the_evidence_of_a_claim_never_changes_its_substance(
    dossier: Dossier, data: st.DataObject, bearing: Bearing
) -> None:
    proven = [each for each in dossier.claims.values() if each.evidence]
    assume(proven)
    claim = data.draw(st.sampled_from(proven))
    name = data.draw(st.sampled_from(("a-copy", "zz-copy")))
    copy = make.source(name, derived_from=(data.draw(st.sampled_from(claim.evidence)).source,))
    more = replace(claim, evidence=(*claim.evidence, Evidence(source=SourceId(name), bearing=bearing)))

    assert substance(with_records(dossier, copy, more), more).status == substance(dossier, claim).status


@given(st.permutations(("Origo", "TASS")), word(SourceKind))
def test_a_statement_that_loses_one_of_two_origins_loses_its_confirmation(
    papers: list[str], kind: SourceKind
) -> None:
    assume(kind in {"news", "agency", "analysis", "reference", "legal"})
    both = tuple(make.source(each.lower(), kind, publisher=each) for each in papers)
    said = make.statement("said", sources=("tass", "origo"))
    fewer = replace(said, sources=said.sources[:1])
    dossier = make.dossier(make.actor("lavrov"), said, *both)

    assert attribution(dossier, said).status == "confirmed"
    assert attribution(with_records(dossier, fewer), fewer).status == "single-origin"


@FEW
@given(dossiers(), st.data())
def test_the_order_of_sources_and_evidence_decides_nothing(dossier: Dossier, data: st.DataObject) -> None:
    said = a_statement(data, dossier)
    claim = dossier.claims[data.draw(st.sampled_from(sorted(dossier.claims)))]
    turned = replace(said, sources=said.sources[::-1]), replace(claim, evidence=claim.evidence[::-1])
    other = with_records(dossier, *turned)

    assert attribution(other, turned[0]).status == attribution(dossier, said).status
    assert substance(other, turned[1]).status == substance(dossier, claim).status
    assert differences(dossier, other) == ()


@FEW
@given(dossiers())
def test_every_source_leads_back_to_an_origin_and_to_no_relay(dossier: Dossier) -> None:
    found = origins(dossier, SOURCES)

    assert {each for origin in found for each in origin.sources} == set(SOURCES)
    assert [origin.key for origin in found] == sorted({origin.key for origin in found})


@FEW
@given(dossiers(), st.sampled_from(SOURCES))
def test_a_chain_of_sources_never_runs_in_a_circle(dossier: Dossier, source_id: str) -> None:
    ways = chain(dossier, source_id)

    assert all(way[0] == source_id and len(set(way)) == len(way) for way in ways)
    assert len(set(ways)) == len(ways)


@FEW
@given(dossiers(), st.none() | PAST)
def test_the_root_of_a_side_is_on_its_own_side(dossier: Dossier, day: date | None) -> None:
    roots = {side(dossier, each, day) for each in ACTORS}

    assert {side(dossier, root, day) for root in roots} == roots


@FEW
@given(dossiers(), PAST, PAST)
def test_what_was_known_stays_known(dossier: Dossier, one: date, other: date) -> None:
    earlier, later = (as_of(dossier, day) for day in sorted((one, other)))

    assert earlier.folders.items() <= later.folders.items()
    for key, statement in earlier.statements.items():
        assert set(statement.sources) <= set(later.statements[key].sources)
    for key, event in earlier.events.items():
        assert {step.on for step in event.history} <= {step.on for step in later.events[key].history}


@FEW
@given(dossiers())
def test_in_the_end_everything_is_known(dossier: Dossier) -> None:
    assert as_of(dossier, date.max) == dossier


@FEW
@given(dossiers(), PAST)
def test_a_record_is_there_from_the_day_it_was_public(dossier: Dossier, day: date) -> None:
    since = {each: known_from(dossier, each) for each in dossier.folders}

    assert set(as_of(dossier, day).folders) == {
        each for each, known in since.items() if known is None or known <= day
    }


@FEW
@given(dossiers(), PAST)
def test_the_past_is_as_well_linked_as_the_present(dossier: Dossier, day: date) -> None:
    past = as_of(dossier, day)

    assert link(tuple(past), past.about)[0] == past


@FEW
@given(dossiers(), PAST)
def test_no_statement_or_event_of_the_past_is_without_its_receipt(dossier: Dossier, day: date) -> None:
    past = as_of(dossier, day)

    assert all(statement.sources for statement in past.statements.values())
    assert all(event.history for event in past.events.values())


@FEW
@given(dossiers())
def test_nothing_differs_from_itself(dossier: Dossier) -> None:
    assert differences(dossier, dossier) == ()


@FEW
@given(dossiers())
def test_editions_go_forward(dossier: Dossier) -> None:
    found = editions(dossier)

    assert found == tuple(sorted(set(found)))
    assert dossier.about.as_of.last_day in found


@FEW
@given(dossiers(), PAST, PAST)
def test_every_new_record_between_two_days_is_told_once(dossier: Dossier, one: date, other: date) -> None:
    before, after = (as_of(dossier, day) for day in sorted((one, other)))
    told = [each.record_id for each in differences(before, after) if each.kind in {"new", "correction"}]

    assert sorted(told) == sorted(after.folders.keys() - before.folders.keys())


@FEW
@given(dossiers())
def test_the_timeline_has_one_order(dossier: Dossier) -> None:
    found = entries(dossier)
    keys = [
        (timeline_key(each.when), each.record_id, -1 if each.step is None else each.step) for each in found
    ]

    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert {each.record_id for each in found} == dossier.statements.keys() | dossier.events.keys()


@FEW
@given(dossiers(), st.data())
def test_a_timeline_about_something_is_part_of_the_whole(dossier: Dossier, data: st.DataObject) -> None:
    found = entries_about(dossier, data.draw(st.sampled_from(sorted(dossier.folders))))

    assert [each for each in entries(dossier) if each in set(found)] == list(found)


@FEW
@given(dossiers())
def test_contradictions_are_between_two_actors_of_whom_each_stands_by_it_now(dossier: Dossier) -> None:
    for claim_id in dossier.claims:
        now = standing(dossier, claim_id)
        for each in contradictions(dossier, claim_id):
            assert each.asserts.actor != each.denies.actor
            assert (each.asserts.stance, each.denies.stance) == ("asserts", "denies")
            assert (now[each.asserts.actor], now[each.denies.actor]) == (each.asserts, each.denies)


@FEW
@given(dossiers())
def test_whatever_has_a_contradiction_is_contested_unless_an_editor_or_the_outcome_says_otherwise(
    dossier: Dossier,
) -> None:
    for claim_id, claim in dossier.claims.items():
        found = substance(dossier, claim)
        if contradictions(dossier, claim_id) and not found.by_editor and found.status != "resolved":
            assert found.status == "contested"


@FEW
@given(dossiers())
def test_the_latest_position_is_the_last_of_all(dossier: Dossier) -> None:
    for claim_id in dossier.claims:
        all_of_them = positions(dossier, claim_id)
        assert latest(dossier, claim_id) == {actor: taken[-1] for actor, taken in all_of_them.items()}
        for taken in all_of_them.values():
            assert list(taken) == sorted(taken, key=lambda each: (timeline_key(each.said), each.statement))


@FEW
@given(dossiers())
def test_the_changes_of_all_are_the_changes_of_each(dossier: Dossier) -> None:
    everybodys = changes_of_position(dossier, None)

    assert {actor: [each for each in everybodys if each.actor == actor] for actor in ACTORS} == {
        actor: list(changes_of_position(dossier, actor)) for actor in ACTORS
    }


@FEW
@given(dossiers())
def test_a_life_is_in_the_state_of_its_last_step_since_it_last_changed(dossier: Dossier) -> None:
    for event in dossier.events.values():
        now = life(event)
        since = timeline_key(now.since)
        assert now.state == now.steps[-1].state
        assert all(step.state == now.state for step in now.steps if timeline_key(step.on) > since)


@FEW
@given(dossiers())
def test_the_columns_of_the_brief_share_no_claim_and_forget_none(dossier: Dossier) -> None:
    found = columns(Statuses(dossier))
    shown = (
        *found.confirmed,
        *found.contested,
        *(each for each in found.not_known if each in dossier.claims),
    )
    moot = [each for each, claim in dossier.claims.items() if substance(dossier, claim).resolution == "moot"]

    assert sorted((*shown, *moot)) == sorted(dossier.claims)


@FEW
@given(dossiers(), st.integers(0, 9))
def test_the_brief_shows_as_many_as_it_is_asked_for(dossier: Dossier, n: int) -> None:
    parties = [each for each in dossier.actors.values() if each.kind not in ("media", "anonymous")]
    assert len(main_actors(dossier, n)) == min(n, len(parties))
    assert newest_statements(dossier, n) == newest_statements(dossier, 99)[:n]


@FEW
@given(dossiers())
def test_what_decided_is_a_sentence_without_ids_and_can_be_looked_up(dossier: Dossier) -> None:
    told: list[Attribution | Substance] = [
        *(attribution(dossier, each) for each in dossier.statements.values()),
        *(substance(dossier, each) for each in dossier.claims.values()),
    ]
    for each in told:
        assert each.because.endswith(".")
        assert not each.because[0].islower()
        assert not any(is_id(word.strip(".,;")) and "-" in word for word in each.because.split())
        assert all(record_id in dossier.folders for record_id in each.decisive)
