"""What an editor sees while somebody types, by the server that VS Code and others use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.content import run
from tests.editing.language_server import LanguageServer

STATEMENTS = "content/statements/new.yml"
GOOD = """\
- id: says
  speaker: ilse-marten
  said: 2025-03-04
  paraphrase: It closes.
  sources:
    - source: gazette-2025-03-05
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    project = tmp_path_factory.mktemp("typed") / "harbour"
    run("init", str(project))
    running = LanguageServer(project)
    yield running
    running.close()


def test_what_is_right_is_not_flagged(server: LanguageServer) -> None:
    assert server.open(STATEMENTS, GOOD) == []


def test_the_whole_example_is_not_flagged(server: LanguageServer) -> None:
    content = server._project / "content"  # noqa: SLF001 - the project that the server looks at
    files = sorted(content.rglob("*.yml"))

    wrong = {file.name: server.open(f"content/{_name(file, content)}", _text(file)) for file in files}

    assert {name: found for name, found in wrong.items() if found} == {}
    assert len(files) > 5


def _name(file: Path, content: Path) -> str:
    return file.relative_to(content).as_posix()


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (GOOD.replace("ilse-marten", "ilse-martin"), "ilse-marten"),
        (GOOD.replace("speaker:", "speakr:"), "speakr"),
        (GOOD.replace("  said: 2025-03-04\n", ""), "said"),
        (GOOD.replace("gazette-2025-03-05", "harbour-board"), "gazette-2025-03-05"),
    ],
)
def test_a_dead_id_an_unknown_key_and_a_missing_one_are_flagged(
    server: LanguageServer, wrong: str, told: str
) -> None:
    assert told in " ".join(server.open(f"content/statements/{told}.yml", wrong))


def test_the_ids_of_actors_are_offered_with_their_names(server: LanguageServer) -> None:
    server.open("content/statements/typing.yml", GOOD.replace("ilse-marten", "il"))

    offered = {each["label"]: each for each in server.completions("content/statements/typing.yml", 1, 13)}

    assert {"ilse-marten", "harbour-board", "dockers-union"} <= set(offered)
    assert "gazette-2025-03-05" not in offered
    assert "Ilse Marten" in str(offered["ilse-marten"])


def test_keys_are_offered(server: LanguageServer) -> None:
    server.open("content/statements/keys.yml", f"{GOOD}  par\n")

    assert "setting" in [each["label"] for each in server.completions("content/statements/keys.yml", 6, 2)]


def test_a_key_tells_what_it_is_for(server: LanguageServer) -> None:
    server.open("content/statements/hover.yml", GOOD)

    assert "Who said it" in server.hover("content/statements/hover.yml", 1, 4)
    assert "When it was said" in server.hover("content/statements/hover.yml", 2, 4)
