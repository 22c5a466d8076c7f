import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.problems import Severity
from onrecord.source import readings
from onrecord.source.files import read, read_texts

FOLDERS = ("actors", "statements")
Write = Callable[[dict[str, str]], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(texts: dict[str, str]) -> Path:
        content = tmp_path / "content"
        for name, text in {"dossier.yml": "title: T", **texts}.items():
            (content / name).parent.mkdir(parents=True, exist_ok=True)
            (content / name).write_text(text, "utf-8")
        return content

    return written


def codes(content: Path) -> list[tuple[str, str]]:
    return [(problem.code, problem.location.file) for problem in read(content, FOLDERS)[1]]


def test_yaml_files_are_read_in_the_order_of_their_paths(write: Write) -> None:
    content = write(
        {
            "statements/b.yaml": "a: b",
            "statements/2025/c.yml": "a: b",
            "actors/Z.YML": "a: b",
            "actors/a.yml": "a: b",
            "actors/.draft.yml": "a: 'b",
            ".git/x.yml": "a: 'b",
            "pages/data.yml": "a: 'b",
            "images/x.png": "",
            "actors/notes.txt": "anything",
        }
    )
    documents, problems = read(content, FOLDERS)
    assert [document.path for document in documents] == [
        "actors/Z.YML",
        "actors/a.yml",
        "dossier.yml",
        "statements/2025/c.yml",
        "statements/b.yaml",
    ]
    assert problems == ()


def test_an_unknown_folder_is_told_once_with_the_likely_name(write: Write) -> None:
    content = write({"statement/a.yml": "a: b", "statement/b.yml": "a: b"})
    documents, (problem,) = read(content, FOLDERS)
    assert (problem.code, problem.location.file) == ("unknown-folder", "statement")
    assert problem.hint == "did you mean 'statements'?"
    assert [(document.path, document.value is None) for document in documents] == [
        ("dossier.yml", False),
        ("statement/a.yml", True),
        ("statement/b.yml", True),
    ]


def test_a_stray_file_is_told_where_it_could_go(write: Write) -> None:
    _, (problem,) = read(write({"lavrov.yml": "a: b"}), FOLDERS)
    assert (problem.code, problem.hint) == (
        "stray-file",
        "move it to the folder of its kind\nthe folders of records are actors, statements",
    )


def test_a_dossier_of_another_name_is_told_once(write: Write) -> None:
    content = write({})
    (content / "dossier.yml").rename(content / "Dossier.yaml")
    documents, (problem,) = read(content, FOLDERS)
    assert (problem.code, problem.hint) == ("stray-file", "name it 'dossier.yml'")
    assert [(document.path, document.value) for document in documents] == [
        ("Dossier.yaml", None),
        ("dossier.yml", None),
    ]


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("lavrov", "the file 'actors/lavrov' has no ending and is not read", "name it 'lavrov.yml'"),
        (
            "Lavrov.docx",
            "the file 'actors/Lavrov.docx' ends in '.docx' and is not read",
            "write its records as YAML, in 'Lavrov.yml'",
        ),
    ],
)
def test_what_was_saved_as_something_else_is_warned_of(
    write: Write, name: str, message: str, hint: str
) -> None:
    _, (problem,) = read(write({f"actors/{name}": "a: b", "actors/README": "", "LICENSE": ""}), FOLDERS)
    assert (problem.message, problem.hint, problem.severity) == (message, hint, Severity.WARNING)


def test_a_text_ending_behind_the_right_one_is_warned_of(write: Write) -> None:
    _, (problem,) = read(write({"actors/a.yml.txt": "a: b"}), FOLDERS)
    assert (problem.code, problem.severity) == ("stray-file", Severity.WARNING)
    assert problem.hint == "name it 'a.yml'"


def test_a_missing_dossier_is_told_and_stands_in_without_a_value(write: Write) -> None:
    content = write({})
    (content / "dossier.yml").unlink()
    documents, (problem,) = read(content, FOLDERS)
    assert (problem.code, problem.location.file) == ("no-dossier", "dossier.yml")
    assert [(document.path, document.value) for document in documents] == [("dossier.yml", None)]


def test_a_missing_content_folder_is_the_only_problem(tmp_path: Path) -> None:
    documents, (problem,) = read(tmp_path / "content", FOLDERS)
    assert (problem.code, problem.message) == ("missing-content", "there is no content folder 'content'")
    assert [document.value for document in documents] == [None]


def test_links_to_files_are_read_unless_they_leave_the_content_folder(write: Write, tmp_path: Path) -> None:
    content = write({"actors/a.yml": "a: b"})
    (tmp_path / "secret.yml").write_text("a: b", "utf-8")
    (content / "actors/b.yml").symlink_to(content / "actors/a.yml")
    (content / "actors/c.yml").symlink_to(tmp_path / "secret.yml")
    (content / "actors/out").symlink_to(tmp_path)
    (content / "actors/in").symlink_to(content / "actors")
    documents, _ = read(content, FOLDERS)
    assert [document.path for document in documents] == ["actors/a.yml", "actors/b.yml", "dossier.yml"]
    assert codes(content) == [
        ("link-leaves-content", "actors/c.yml"),
        ("link-to-folder", "actors/in"),
        ("link-leaves-content", "actors/out"),
    ]


def test_no_link_beside_the_records_leads_out_or_round_in_circles(write: Write, tmp_path: Path) -> None:
    """The engine of the site, which looks into every folder, would follow it."""
    content = write({"pages/about.md": "# About", "pages/deep/a.md": "# A", "images/a.png": "", ".a/b": ""})
    (tmp_path / "secret.md").write_text("secret", "utf-8")
    (content / "pages/deep/out.md").symlink_to(tmp_path / "secret.md")
    (content / "pages/gone.md").symlink_to(content / "gone.md")
    (content / "pages/same.md").symlink_to(content / "pages/about.md")
    (content / "pages/.#about.md").symlink_to("someone@somewhere.1")
    (content / "pages/up").symlink_to("..")
    (content / ".a/up").symlink_to("..")
    (content / ".b").symlink_to(tmp_path)
    (content / "images/up").symlink_to(content)
    assert codes(content) == [
        ("link-to-folder", ".a/up"),
        ("link-leaves-content", ".b"),
        ("link-to-folder", "images/up"),
        ("link-leaves-content", "pages/deep/out.md"),
        ("unreadable-file", "pages/gone.md"),
        ("link-to-folder", "pages/up"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_that_would_never_be_read_to_its_end_is_no_page(write: Write) -> None:
    content = write({"actors/a.yml": "a: b", "pages/about.md": "# About"})
    os.mkfifo(content / "pages/endless.md")
    os.mkfifo(content / "actors/endless.yml")
    assert sorted(codes(content)) == [
        ("unreadable-file", "actors/endless.yml"),
        ("unreadable-file", "pages/endless.md"),
    ]


def test_links_that_lead_nowhere_or_in_a_circle_cannot_be_read(write: Write) -> None:
    content = write({"actors/a.yml": "a: b"})
    (content / "actors/b.yml").symlink_to(content / "actors/gone.yml")
    (content / "actors/c.yml").symlink_to(content / "actors/c.yml")
    assert codes(content) == [("unreadable-file", "actors/b.yml"), ("unreadable-file", "actors/c.yml")]


def test_a_file_that_may_not_be_read_is_told_and_keeps_its_document(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write({"actors/a.yml": "a: b"})
    original = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "a.yml":
            raise PermissionError(13, "Permission denied")
        return original(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    documents, (problem,) = read(content, FOLDERS)
    assert problem.message == "the file 'actors/a.yml' cannot be read: permission denied"
    assert [document.value for document in documents] == [None, {"title": "T"}]


def test_a_folder_that_may_not_be_opened_is_told(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    content = write({"actors/a.yml": "a: b"})
    original = os.scandir

    def refused(path: str) -> object:
        if Path(path).name == "actors":
            raise PermissionError(13, "Permission denied")
        return original(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert codes(content) == [("unreadable-file", "actors")]


def test_a_file_that_is_too_large_is_not_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "LARGEST", 100)
    content = write({"actors/a.yml": "a: " + "b" * 100})
    assert codes(content) == [("file-too-large", "actors/a.yml")]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names are text here")
def test_names_that_are_no_text_are_told_since_two_of_them_look_alike(write: Write) -> None:
    content = write({"actors/a.yml": "a: b"})
    for name in (b"\xfe.yml", b"\xff.yml"):
        with open(os.path.join(os.fsencode(content), b"actors", name), "wb") as file:  # noqa: PTH118, PTH123
            file.write(b"a: b")

    documents, problems = read(content, FOLDERS)
    assert [document.path for document in documents] == ["actors/a.yml", "dossier.yml"]
    assert [(each.code, each.location.file) for each in problems] == [
        ("unreadable-file", "actors/\ufffd.yml")
    ] * 2


def test_a_folder_named_like_a_file_is_a_folder(write: Write) -> None:
    documents, problems = read(write({"actors/x.yml/a.yml": "a: b"}), FOLDERS)
    assert ([document.path for document in documents], problems) == (
        ["actors/x.yml/a.yml", "dossier.yml"],
        (),
    )


def test_stored_texts_are_read_from_inside_content_only(write: Write, tmp_path: Path) -> None:
    content = write({"sources/texts/a.txt": "“Да”\r\nдым", "sources/texts/b.txt": "b"})
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (content / "link.txt").symlink_to(tmp_path / "secret.txt")
    names = [
        "sources/texts/a.txt",
        "../secret.txt",
        str(tmp_path / "secret.txt"),
        "link.txt",
        "gone",
        "sources",
        "\0",
    ]
    assert read_texts(content, names) == {"sources/texts/a.txt": "“Да”\nдым"}
