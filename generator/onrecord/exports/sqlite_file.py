"""The tables as one SQLite database."""

import sqlite3
from collections.abc import Iterable

from onrecord.exports.json_file import VERSION
from onrecord.exports.table import Table

_TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL"}
_WRITER = slice(96, 100)
"""Where a database names the release of SQLite that wrote it: the format's section 1.3."""


def sqlite_file(tables: Iterable[Table]) -> bytes:
    """Return a database of all tables with their keys; the same tables give the same bytes."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("PRAGMA encoding = 'UTF-8'")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("BEGIN")
        for table in tables:
            connection.execute(_create(table))
            places = ", ".join("?" * len(table.columns))
            connection.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({places})", table.rows)  # noqa: S608  # our own names
        connection.execute("COMMIT")
        content = bytearray(connection.serialize())
    finally:
        connection.close()
    content[_WRITER] = bytes(4)
    return bytes(content)


def _create(table: Table) -> str:
    lines = [f"{_quoted(each.name)} {_TYPES[each.type]}" for each in table.columns]
    lines.append(f"PRIMARY KEY ({_listed(table.key)})")
    lines += [
        f"FOREIGN KEY ({_listed(own)}) REFERENCES {_quoted(to)} ({_listed(their)})"
        for own, to, their in table.foreign_keys
    ]
    return f"CREATE TABLE {_quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n) WITHOUT ROWID"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return f'"{name}"'
