from pathlib import Path

import pytest

from onrecord.loading import load
from onrecord.records.kinds import FOLDERS
from tests.content import run, tree

STEP = ("history.state=held", "history.on=2025-11-13", "history.sources=paper")
GIVEN = {
    "actor": ("name=Bo Ek", "kind=person"),
    "claim": ("text=It will be.", "evidence.source=paper", "evidence.bearing=supports"),
    "correction": ("of=held", "on=2025-11-14", "was=No", "now=Yes", "reason=A slip"),
    "event": ("title=The talks", "when=2025-11-13", *STEP, "sources=paper"),
    "judgment": ("text=It is likely.", "on=2025-11-14", "rests_on=held; says"),
    "place": ("name=Varda",),
    "question": ("text=Who paid?",),
    "source": ("title=Echo", "publisher=The Echo", "kind=news", "published=2025-11-14"),
    "statement": ("speaker=Annie", "said=2025-11-13", "paraphrase=No: it is not.", "sources=paper"),
    "topic": ("title=Harbour",),
}


def options(*pairs: str) -> list[str]:
    return [part for pair in pairs for part in ("--set", pair)]


@pytest.mark.parametrize("kind", sorted(GIVEN))
def test_a_record_of_every_kind_is_sound_and_tidy(content: Path, kind: str) -> None:
    result = run("new", kind, *options(*GIVEN[kind]))

    assert result.exit_code == 0, result.output
    new = content.parent / result.output.removesuffix(" is written\n")
    assert [each.code for each in load(content).problems if each.severity == "error"] == []
    assert new.read_text(encoding="utf-8").startswith(
        "# yaml-language-server: $schema=../../.onrecord/schema/"
    )
    assert str(new.relative_to(content.parent)) not in run("fmt", "--check").output
    assert sorted(GIVEN) == sorted(each.__name__.lower() for each in FOLDERS.values())


@pytest.mark.usefixtures("content")
def test_names_become_ids_and_the_id_says_who_when_and_what() -> None:
    result = run("new", "statement", *options(*GIVEN["statement"]), "--dry-run")

    assert result.output == (
        "# yaml-language-server: $schema=../../.onrecord/schema/statements.json\n"
        'speaker: ann\nsaid: 2025-11-13\nparaphrase: "No: it is not."\nsources:\n  - source: paper\n'
    )
    by_surname = ("speaker=lee", *GIVEN["statement"][1:])
    assert "speaker: ann\n" in run("new", "statement", *options(*by_surname), "--dry-run").output
    assert (
        "content/statements/ann-2025-11-13-no-it-is.yml"
        in run("new", "statement", *options(*GIVEN["statement"])).output
    )


def test_questions_help_until_the_answer_can_be_kept(content: Path) -> None:
    answers = ("", "Le", "1", "13 Nov", "2025-11-13", "", "Talks", "It was.", "breifing", "briefing", "", "b")

    result = run("new", "statement", "--ask", said="\n".join(answers) + "\n")

    assert result.exit_code == 0, result.output
    for told in (
        "  this is needed\n  ann  Ann Lee\n",
        "1  ann  Ann Lee",
        "  paper  Talks\n",
        "'13 Nov' is not a date",
        "this is needed",
        "did you mean 'briefing'?",
    ):
        assert told in result.output
    assert (content / "statements" / "b.yml").read_text(encoding="utf-8").split("\n", 1)[1] == (
        "speaker: ann\nsaid: 2025-11-13\nparaphrase: It was.\nsetting: briefing\n"
        "sources:\n  - source: paper\n"
    )


def test_no_file_is_written_over(content: Path) -> None:
    before = tree(content)

    result = run("new", "actor", *options("name=Ann", "kind=person"), "--id", "ann")

    assert result.exit_code == 2
    assert "is there already" in result.output
    assert tree(content) == before


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("actr",), 2, "did you mean 'actor'?"),
        (("actor", *options("nam=Ann")), 2, "did you mean 'name'?"),
        (("claim", *options("text=T", "question=held")), 2, "nothing is called 'held'"),
        (("actor", *options("name=Ann")), 1, "the key 'kind' is missing"),
        (("topic", *options("title=Гавань")), 2, "give one with '--id'"),
        (("topic", *options("title=T"), "--id", "says"), 1, "the id 'says' is taken"),
        (("topic", *options("title=T"), "--id", "A b"), 1, "is no id"),
        (("actor", *options("name=Annie", "kind=person"), "--id", "b"), 1, "error[shared-alias]"),
        (("topic", *options("title=T", "formerly=says"), "--id", "a"), 1, "error[formerly-in-use]"),
        (
            ("source", *options("title=T", "publisher=P", "kind=news", "published=2026-02-01")),
            1,
            "write 'as_of: 2026-02-01' or a later day",
        ),
    ],
)
def test_nothing_wrong_is_written(content: Path, arguments: tuple[str, ...], status: int, told: str) -> None:
    before = tree(content)

    result = run("new", *arguments)

    assert result.exit_code == status
    assert told in result.output
    assert tree(content) == before


def test_an_error_that_was_there_keeps_nobody_from_writing_another_record(content: Path) -> None:
    (content / "sources" / "b.yml").write_text(
        "{title: T, publisher: P, kind: news, published: 2026-02-01}", encoding="utf-8"
    )

    result = run("new", "source", *options("title=T", "publisher=P", "kind=news", "published=2026-03-01"))

    assert result.exit_code == 0, result.output
