import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import frictionless
import pytest

from onrecord.exports.csv_files import FORMULA, csv_file
from onrecord.exports.plain import plain
from onrecord.exports.table import Column, Table
from onrecord.records.actors import Role
from onrecord.records.ids import RecordId, SourceId
from onrecord.records.kinds import FOLDERS
from onrecord.records.when import parse
from tests.dossier.make import actor, claim, source, stance, statement
from tests.exports.conftest import Files
from tests.exports.releases import release, release_of, written
from tests.pages.filled import filled


def rows(held: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(held.decode(), newline="")))


@pytest.fixture
def folder(files: Files, tmp_path: Path) -> Path:
    for path, held in files.items():
        if path.endswith((".csv", "datapackage.json")):
            (tmp_path / Path(path).name).write_bytes(held)
    return tmp_path


def test_the_tables_are_a_data_package_with_sound_keys(folder: Path) -> None:
    report = frictionless.validate(folder / "datapackage.json")
    assert report.flatten(["name", "message"]) == []
    assert report.stats["tasks"] > 40


def test_a_dead_reference_would_be_found(folder: Path) -> None:
    with (folder / "statements_sources.csv").open("a", encoding="utf-8") as file:
        file.write("nobody-said-this,1,no-such-source,,\r\n")
    codes = {code for (code,) in frictionless.validate(folder / "datapackage.json").flatten(["type"])}
    assert "foreign-key" in codes


@pytest.fixture
def database(files: Files) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files["data/dossier.sqlite"])
    return connection


def test_the_database_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_database_holds_the_tables_of_the_data_package(
    database: sqlite3.Connection, files: Files
) -> None:
    resources = json.loads(files["data/datapackage.json"])["resources"]
    names = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert names == {each["name"] for each in resources}
    for name in sorted(names):
        (count,) = database.execute(f"SELECT count(*) FROM {name}").fetchone()  # noqa: S608
        assert count == len(rows(files[f"data/{name}.csv"])), name


def test_the_database_has_no_trace_of_the_program_that_wrote_it(files: Files) -> None:
    assert files["data/dossier.sqlite"][96:100] == bytes(4)


def test_lists_in_lists_are_tied_to_their_rows() -> None:
    role = Role(title="Envoy", from_=parse("2024-02"), sources=(SourceId("tass"),))
    files = written(release(actor("lavrov", roles=(role,)), source("tass")))
    (held,) = rows(files["data/actors_roles.csv"])
    assert held["title"] == "Envoy"
    assert (held["from"], held["from_first"], held["from_last"]) == ("2024-02", "2024-02-01", "2024-02-29")
    (printed,) = rows(files["data/actors_roles_sources.csv"])
    assert printed == {"id": "lavrov", "position": "1", "subposition": "1", "sources": "tass"}


def test_an_id_stands_apart_from_words() -> None:
    files = written(release(actor("tass"), source("a", publisher="tass"), source("b", publisher="The Echo")))
    printed = [(each["publisher"], each["publisher_words"]) for each in rows(files["data/sources.csv"])]
    assert printed == [("tass", ""), ("", "The Echo")]


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)
    else:
        yield str(value)


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_of_a_record_is_lost_in_the_tables(folder: str) -> None:
    made, _ = filled(folder)
    files = written(release_of(made))
    record = made.of_kind(folder)[RecordId("full")]
    tables = (rows(held) for path, held in files.items() if re.match(rf"data/{folder}(_\w+)?\.csv", path))
    cells = {cell for table in tables for row in table if row["id"] == "full" for cell in row.values()}
    assert set(leaves(plain(record))) <= cells


def test_a_status_stands_beside_its_record() -> None:
    said = statement("a", stances=stance("asserts"))
    files = written(release(actor("lavrov"), source("tass"), said, claim()))
    assert rows(files["data/claims.csv"])[0]["derived_substance"] == "one-sided"
    assert rows(files["data/statements.csv"])[0]["derived_attribution"] == "single-origin"


@pytest.mark.parametrize("first", FORMULA)
def test_a_formula_is_inert_and_comes_back_whole(first: str) -> None:
    text = f"{first}cmd|'/c calc'!A1"
    held = csv_file(Table("t", "", (Column("a"), Column("b", "number")), 1, "", ((text, -1.5),)))
    (row,) = rows(held)
    assert row["a"].startswith("'")
    assert row["a"].removeprefix("'") == text
    assert row["b"] == "-1.5"
