import subprocess
from pathlib import Path
from shutil import copytree

import pytest

from onrecord.source.revisions import at_revision
from tests.content import FILES, dossier, run

REAL = Path(__file__).parents[2] / "content"


@pytest.fixture
def old(content: Path) -> str:
    copytree(content, content.parent / "old")
    return "old"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def test_another_layout_is_no_change(content: Path, old: str) -> None:
    run("fmt")
    (content / "claims" / "held.yml").write_text("topics: []\nkind: fact\ntext: >-\n  It was\n  held.\n")

    assert run("diff", old).output == "no change that readers will see\n"


def test_new_words_and_statuses_are_told(content: Path, old: str) -> None:
    more = (
        "- id: no\n  speaker: ann\n  said: 2025-11-14\n  paraphrase: It was not.\n"
        "  stances:\n    - {claim: held, stance: denies}\n  sources: [{source: paper}]\n"
    )
    statements = FILES["statements/2025.yml"].replace("says ann", "says Ann")
    dossier(content.parent, {"statements/2025.yml": statements + more,
                             "dossier.yml": FILES["dossier.yml"].replace("B\n", "Bottom\n")})  # fmt: skip

    assert run("diff", old).output == (
        "3 changes that readers will see\n"
        "- the dossier's 'bottom_line' changes\n    was: B\n    now: Bottom\n"
        "- new statement by Ann Lee: 'It was not.' (no)\n"
        "- 'paraphrase' of the statement 'says'\n"
        "    was: It was held, says ann.\n    now: It was held, says Ann.\n"
    )


def test_a_claim_that_moves_is_told_by_its_status(content: Path, old: str) -> None:
    resolved = 'resolved:\n  on: 2025-11-20\n  as: "true"\n  how: Seen.\n  sources: [paper]\n'
    dossier(content.parent, {"claims/held.yml": FILES["claims/held.yml"] + resolved})

    assert run("diff", old, "content").output.splitlines()[1:] == [
        "- the claim 'It was held.' (held) moves from one-sided to resolved: true"
    ]


def test_a_new_name_is_one_change_and_a_record_that_is_gone_another(content: Path, old: str) -> None:
    run("rename", "ann", "lee")
    (content / "topics").mkdir()
    (content / "topics" / "t.yml").write_text("title: T\n", encoding="utf-8")

    assert run("diff", old).output.splitlines()[1:] == [
        "- new topic: 'T' (t)",
        "- the actor 'ann' has a new address, 'lee'; the old one leads there",
    ]
    assert "- the topic 't' is gone: 'T'\n" in run("diff", "content", old).output


def test_who_compares_what_cannot_be_read_is_told(content: Path, old: str) -> None:
    (content / "claims" / "held.yml").write_text("text: 'It was\n", encoding="utf-8")
    told = run("diff", old)

    assert "- the claim 'held' is gone" in told.stdout
    assert told.stderr == (
        "onrecord: 'content' has errors, and what cannot be read looks as if it were gone:"
        " run 'onrecord check' on it first\n"
    )


def test_a_record_that_was_removed_is_told_with_the_reason(content: Path, old: str) -> None:
    file = content / "statements" / "2025.yml"
    removed = "  removed: {on: 2025-12-01, reason: It was misheard.}\n"
    file.write_text(file.read_text(encoding="utf-8") + removed, encoding="utf-8")

    assert "- the statement 'says' is removed: It was misheard.\n" in run("diff", old).output


def test_revisions_of_git_are_compared(content: Path) -> None:
    git(content.parent, "init", "-q")
    git(content.parent, "add", ".")
    git(content.parent, "commit", "-q", "-m", "one")
    (content / "actors" / "ann.yml").write_text("name: Ann Li\nkind: person\n", encoding="utf-8")

    told = run("diff", "HEAD", "--format", "markdown").output
    unknown = run("diff", "no-such-revision")

    assert "- 'name' of the actor 'ann'\n  - was: Ann Lee\n  - now: Ann Li\n" in told
    assert (unknown.exit_code, "no revision of Git" in unknown.output) == (2, True)


def test_links_of_a_revision_are_followed_unless_they_lead_out_of_the_folder(content: Path) -> None:
    (content / "actors/more.yml").write_text("- id: bob\n  name: Bob\n  kind: person\n")
    (content / "actors/out.yml").symlink_to(content.parent.parent / "secret.yml")
    (content / "actors/away.yml").symlink_to("../../../secret.yml")
    (content / "actors/same.yml").symlink_to("more.yml")
    git(content.parent, "init", "-q")
    git(content.parent, "add", ".")
    git(content.parent, "commit", "-q", "-m", "one")

    with at_revision(content, "HEAD") as then:
        there = {file.name: file.is_symlink() for file in (then / "actors").iterdir()}
        assert (there["same.yml"], then.joinpath("actors/same.yml").read_text()[:9]) == (True, "- id: bob")
        assert there.keys() & {"out.yml", "away.yml"} == set()


def test_what_looks_like_an_option_of_git_is_none(content: Path) -> None:
    git(content.parent, "init", "-q")

    assert run("diff", "--", "--output=stolen").exit_code == 2
    assert not (content.parent / "stolen").exists()


def test_the_default_dossier_does_not_differ_from_itself() -> None:
    assert run("diff", str(REAL), str(REAL)).output == "no change that readers will see\n"
