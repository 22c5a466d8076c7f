"""A build after another one: the same site as from nothing, of which only what changed was made."""

import errno
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from bench.content import write_project
from bench.dossier import made_up
from onrecord import kept, parcels, pipeline, workers
from onrecord.exports import pieces
from onrecord.exports.cited import Citations
from onrecord.exports.pieces import Piece
from onrecord.exports.release import Release
from onrecord.hosts import mkdocs_again, mkdocs_direct, mkdocs_search, staging
from onrecord.hosts.mkdocs_theme import Theme
from onrecord.hosts.mkdocs_writing import Writing
from onrecord.hosts.quick_files import Mark
from onrecord.hosts.search_index import program
from onrecord.hosts.staging import Staging
from onrecord.pages.addresses import Addresses
from onrecord.pages.beside import embeds, listings
from onrecord.pages.beside.listings import Listing
from onrecord.pages.page import Asset, Poster
from onrecord.pages.planned import Planned
from onrecord.pages.sections import claims_page, lists
from onrecord.pages.site import Site
from onrecord.pages.templates import CODES, Render
from onrecord.pages.timeline import timeline_pages
from onrecord.pipeline import Part
from onrecord.posters import drawing
from tests.built import tree

if not hasattr(os, "getuid"):
    pytest.skip("files have no owners here, so nothing is kept", allow_module_level=True)

LONG_AGO = -(10**18)
"""A tick so far back that a file which was written just now counts as settled."""

Edit = Callable[[Path], None]
Since = Callable[[], set[str]]


@pytest.fixture(autouse=True)
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let these small sites be followed as large ones are."""
    monkeypatch.setattr(kept, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(kept, "TICK", LONG_AGO)
    monkeypatch.setattr(mkdocs_again, "WORTH", 2)
    monkeypatch.setattr(mkdocs_again, "_FEWEST", 0.1)
    monkeypatch.setattr(pipeline, "_MANY", 1)
    monkeypatch.setattr(pipeline, "_PORTION", 10)
    monkeypatch.setattr(workers, "available", lambda: 2)
    monkeypatch.setattr(pipeline, "available", lambda: 2)
    monkeypatch.setattr(mkdocs_search, "program", lambda: None)
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # test runners have threads of their own


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Since:
    """Return what tells which records' pages were written since it was last asked, by whatever process."""
    told, keep = tmp_path / "told", Writing.kept

    def noted(self: Writing, part: Part) -> object:
        _tell(told, (page.path for page in part.pages))
        return keep(self, part)

    monkeypatch.setattr(Writing, "kept", noted)
    return partial(_told, told)


@pytest.fixture
def planned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Since:
    """Return what tells which pages of lists, which are short, were made since it was last asked."""
    monkeypatch.setattr(timeline_pages, "ON_ONE_PAGE", 20)
    monkeypatch.setattr(claims_page, "_PER_PAGE", 3)
    for function in (lists.pages_of, lists.part):
        monkeypatch.setattr(function, "__defaults__", (5,))
    told, make = tmp_path / "planned", listings._made  # noqa: SLF001

    def noted(addresses: Addresses, each: Planned) -> Listing:
        _tell(told, (each.path or "brief",))
        return make(addresses, each)

    monkeypatch.setattr(listings, "_made", noted)
    return partial(_told, told)


@pytest.fixture
def parceled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Since:
    """Return what tells of which records something was made for the downloads, or a card."""
    monkeypatch.setattr(parcels, "_SIZE", 1)
    told, make, show = tmp_path / "parceled", pieces.piece, embeds.cards_of

    def piece(release: Release, citations: Citations, record_id: str) -> Piece:
        _tell(told, (f"piece/{record_id}",))
        return make(release, citations, record_id)

    def cards_of(site: Site, render: Render, ids: Iterable[str]) -> Iterator[Asset]:
        found = tuple(ids)
        _tell(told, (f"card/{each}" for each in found))
        return show(site, render, found)

    monkeypatch.setattr(pipeline, "piece", piece)
    monkeypatch.setattr(pipeline, "cards_of", cards_of)
    return partial(_told, told)


def _tell(file: Path, paths: Iterable[str]) -> None:
    with file.open("a", encoding="utf-8") as told:
        told.writelines(f"{path}\n" for path in paths)


def _told(file: Path) -> set[str]:
    found = set(file.read_text(encoding="utf-8").split()) if file.exists() else set()
    file.unlink(missing_ok=True)
    return found


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of a hundred records, one file each."""
    home = tmp_path_factory.mktemp("made") / "project"
    write_project(made_up(100), home, "files")
    return home


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """Return a copy of it that was built."""
    home = tmp_path / "project"
    copytree(made, home)
    built(home)
    return home


def built(project: Path, **settings: Any) -> Path:
    config = load_config(str(project / "mkdocs.yml"), **settings)
    build(config)
    return Path(config.site_dir)


def from_nothing(project: Path, **settings: Any) -> Mapping[str, bytes]:
    """Return what is built where there is nothing yet."""
    other = project.parent / "other"
    rmtree(other, ignore_errors=True)
    return tree(built(project, site_dir=str(other), **settings))


def change(name: str, old: str, new: str) -> Edit:
    def edit(project: Path) -> None:
        file = project / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def put(name: str, text: str) -> Edit:
    def edit(project: Path) -> None:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")

    return edit


STATEMENT = "content/statements/statement-7.yml"
REWORDED = change(STATEMENT, "paraphrase: ", "paraphrase: Once more, ")


def test_only_pages_are_made_that_read_what_changed(project: Path, written: Since) -> None:
    REWORDED(project)
    again = tree(built(project))

    made = written()
    assert "statements/statement-7/" in made
    assert len(made) < 50
    assert again == from_nothing(project)


LISTED = ("claims/", "sources/", "statements/", "timeline/2")
"""How the addresses of lists begin that are cut into several pages."""


def _of_lists(made: set[str]) -> list[str]:
    return [each for each in made if each.startswith(LISTED)]


def test_only_lists_are_made_whose_plan_or_reads_changed(planned: Since, project: Path) -> None:
    every = _of_lists(planned())
    REWORDED(project)
    again = tree(built(project))
    made = planned()

    assert len(every) > 40
    assert len(LISTED) <= len(_of_lists(made)) < len(every) / 3
    assert {"brief", "timeline/", "changes/"} <= made
    assert again == from_nothing(project)


def test_a_new_record_has_the_lists_made_on_which_others_stand_now(planned: Since, project: Path) -> None:
    every = _of_lists(planned())
    held = (project / STATEMENT).read_text(encoding="utf-8")
    put("content/statements/another-one.yml", held)(project)
    again = tree(built(project))

    assert 0 < len(_of_lists(planned())) < len(every)
    assert again == from_nothing(project)


def test_lists_that_were_taken_over_into_a_new_beginning_can_be_again(
    planned: Since, project: Path, written: Since
) -> None:
    every = _of_lists(planned())
    put("content/pages/about.md", "# About us\n")(project)
    put("content/topics/another.yml", "title: Another one\n")(project)  # cells have other numbers now
    built(project)
    assert len(written()) == 101
    assert len(_of_lists(planned())) < len(every) / 3
    REWORDED(project)
    again = tree(built(project))

    assert len(_of_lists(planned())) < len(every) / 3
    assert again == from_nothing(project)


def test_downloads_and_cards_are_put_together_from_what_nothing_changed(
    parceled: Since, project: Path
) -> None:
    every = parceled()
    REWORDED(project)
    again = tree(built(project))
    made = parceled()

    assert len(every) > 150
    assert {"piece/statement-7", "card/statement-7"} <= made
    assert len(made) < len(every) / 3
    assert again == from_nothing(project)


def test_so_they_are_again_after_a_new_beginning(parceled: Since, project: Path, written: Since) -> None:
    every = parceled()
    put("content/pages/about.md", "# About us\n")(project)
    put("content/topics/another.yml", "title: Another one\n")(project)  # cells have other numbers now
    built(project)
    assert len(written()) == 101
    assert len(parceled()) < len(every) / 2
    REWORDED(project)
    again = tree(built(project))

    assert len(parceled()) < len(every) / 2
    assert again == from_nothing(project)


def test_where_no_build_follows_nothing_is_left_and_nothing_taken_over(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: Since
) -> None:
    rmtree(tmp_path / "cache")
    monkeypatch.setenv("CI", "true")
    again = tree(built(project))

    assert len(written()) == 100
    assert not (tmp_path / "cache").exists()
    assert again == from_nothing(project)


@pytest.mark.parametrize(
    ("line", "few", "many"),
    [("as_of: 2031-01-01", 1, 60), ("title: Another", 61, 99)],
    ids=["day", "title"],
)
def test_of_the_title_page_a_page_reads_some_lines(
    project: Path, line: str, few: int, many: int, written: Since
) -> None:
    """Sources are cited without the dossier, and all other pages with its title."""
    file, name = project / "content/dossier.yml", line.partition(":")[0]
    file.write_text(re.sub(rf"(?m)^{name}: .*$", line, file.read_text(encoding="utf-8")), encoding="utf-8")
    again = tree(built(project))

    assert few <= len(written()) <= many
    assert again == from_nothing(project)


@pytest.mark.parametrize(
    "edit",
    [
        put("content/pages/about.md", "# About us\n"),
        put("site_templates/pages/topic.html.jinja", "{{ view.frame.title }}\n"),
        put("site_templates/overrides/partials/footer.html", "<footer>Else</footer>"),
        change("mkdocs.yml", "site_name: ", "site_name: Not "),
        change("mkdocs.yml", "theme:\n", "repo_url: https://example.org/code\ntheme:\n"),
    ],
    ids=["hand-written page", "template", "frame", "name", "place of edits"],
)
def test_all_pages_are_made_if_they_may_look_otherwise(project: Path, edit: Edit, written: Since) -> None:
    edit(project)
    again = tree(built(project))

    assert len(written()) == 100
    assert again == from_nothing(project)


def test_what_all_were_made_into_stands_in_turn(project: Path, written: Since) -> None:
    put("site_templates/overrides/partials/copyright.html", "<!-- else -->\n")(project)
    built(project)
    assert len(written()) == 100
    REWORDED(project)
    again = tree(built(project))

    assert len(written()) < 50
    assert again == from_nothing(project)


SCRIPT = "{% if page.toc | length > 3 %}{% include 'partials/map.html' %}{% endif %}"


def test_scripts_of_pages_that_stand_stay(project: Path) -> None:
    put("site_templates/overrides/partials/map.html", "<script>draw('map')</script>\n")(project)
    put("site_templates/overrides/partials/footer.html", f"<footer>{SCRIPT}</footer>\n")(project)
    built(project)
    change("content/places/place-1.yml", "name: ", "name: Not ")(project)
    site = tree(built(project))
    loaded = {each for html in site.values() for each in re.findall(rb"assets/theme/\w+\.js", html)}

    assert loaded
    assert {each.decode() for each in loaded} <= site.keys()


@pytest.mark.parametrize("name", ["linked", ".hidden"])
def test_templates_in_linked_and_hidden_folders_are_followed(project: Path, name: str) -> None:
    put("elsewhere/note.html.jinja", "{{ view.frame.title }}: a note\n")(project)
    put("site_templates/pages/place.html.jinja", f"{{% include '{name}/note.html.jinja' %}}\n")(project)
    if name == "linked":
        (project / "site_templates/linked").symlink_to(project / "elsewhere")
    else:
        copytree(project / "elsewhere", project / "site_templates/.hidden")
    (project / "site_templates/pages/.#topic.html.jinja").symlink_to("somebody@somewhere")
    built(project)
    change(f"site_templates/{name}/note.html.jinja", "a note", "another note")(project)
    assert tree(built(project)) == from_nothing(project)


SLUGS = """\
  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
  - admonition
"""


def test_settings_that_are_functions_are_the_same_in_every_process(project: Path, written: Since) -> None:
    change("mkdocs.yml", "  - tables\n", f"  - tables\n{SLUGS}")(project)
    (project / "mkdocs.yml").write_text(
        re.sub(r"(?m)^  - toc:\n(    .*\n)+", "", (project / "mkdocs.yml").read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    built(project)
    written()
    built(project)
    assert len(written()) < 20


def test_a_linked_folder_in_the_site_is_replaced_by_the_second_build(project: Path) -> None:
    (project / "site/statements").rename(project / "elsewhere")
    (project / "site/statements").symlink_to(project / "elsewhere")
    with pytest.raises(Abort):
        built(project)
    assert tree(built(project)) == from_nothing(project)
    assert not (project / "site/statements").is_symlink()


def test_a_build_that_fails_while_it_moves_files_says_so_and_the_next_one_mends_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move, moved = staging._move, list[Path]()  # noqa: SLF001

    def refused(made: Path, place: Path) -> None:
        if len(moved) > 20:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        moved.append(place)
        move(made, place)

    monkeypatch.setattr(staging, "_move", refused)
    REWORDED(project)
    with pytest.raises(Abort, match="may hold pages of before and of now"):
        built(project)
    monkeypatch.setattr(staging, "_move", move)
    change(STATEMENT, "Once more, ", "")(project)
    assert tree(built(project)) == from_nothing(project)


def test_without_room_for_a_process_nothing_is_left_and_all_is_built(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rmtree(tmp_path / "cache")
    monkeypatch.setattr(pipeline, "_MANY", 1_000)
    monkeypatch.setattr(mkdocs_direct, "_SHARED", 1_000)
    monkeypatch.setattr(os, "fork", refuse)
    built(project)
    assert not list(tmp_path.glob("cache/*"))


def refuse() -> int:
    raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))


def test_edits_come_and_go(project: Path, written: Since) -> None:
    """A page that was made since stands in the site as it is no more, and is made again."""
    REWORDED(project)
    built(project)
    put("content/statements/brand-new.yml", (project / STATEMENT).read_text(encoding="utf-8"))(project)
    (project / "content/statements/statement-9.yml").rename(project / "content/statements/renamed.yml")
    assert tree(built(project)) == from_nothing(project)

    change(STATEMENT, "Once more, ", "")(project)
    (project / "content/statements/brand-new.yml").unlink()
    (project / "content/statements/renamed.yml").rename(project / "content/statements/statement-9.yml")
    written()
    again = tree(built(project))
    assert len(written()) < 60
    assert again == from_nothing(project)


def test_files_of_the_site_that_others_change_are_made_again(project: Path) -> None:
    site = project / "site"
    (site / "statements/statement-3/index.html").write_text("by hand", encoding="utf-8")
    (site / "statements/statement-4/index.md").unlink()
    (site / "data/records/statement-5.json").write_text("{}", encoding="utf-8")
    rmtree(site / "sources")
    put("site/mine/index.html", "mine")(project)
    put("site/.kept", "mine")(project)
    again = tree(built(project))

    assert again == {**from_nothing(project), ".kept": b"mine"}


def test_what_does_not_change_is_not_written_again(project: Path) -> None:
    def ages(site: Path) -> dict[str, int]:
        return {each: (site / each).stat().st_mtime_ns for each in tree(site)}

    before = ages(project / "site")
    REWORDED(project)
    after = ages(built(project))

    assert before["statements/statement-7/index.html"] != after["statements/statement-7/index.html"]
    assert sum(before[each] == after.get(each) for each in before) > 0.7 * len(before)


def test_what_was_left_may_be_deleted_or_spoilt(project: Path, tmp_path: Path, written: Since) -> None:
    (left,) = (tmp_path / "cache").iterdir()
    whole = left.read_bytes()
    for data in (b"", whole[:-9], whole[: len(whole) // 2]):
        written()
        left.write_bytes(data)
        site = tree(built(project))
        assert len(written()) == 100
    left.unlink()
    assert tree(built(project)) == site


def test_a_page_that_comes_out_otherwise_is_a_sign_that_all_may(
    project: Path, written: Since, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is that nobody thought of: here, a date on every page."""
    framed = Theme.framed
    monkeypatch.setattr(Theme, "framed", lambda *given: framed(*given).replace("</body>", "today</body>"))
    site = tree(built(project))

    made = written()
    assert len(made) == 100
    assert all(b"today</body>" in site[f"{each}index.html"] for each in made)


def test_a_site_that_somebody_changes_meanwhile_is_left_alone(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    publish, file = Staging.publish, project / "site/statements/statement-3/index.html"

    def meanwhile(self: Staging, standing: Mapping[str, Mark]) -> None:
        file.write_text("by hand", encoding="utf-8")
        publish(self, standing)

    monkeypatch.setattr(Staging, "publish", meanwhile)
    REWORDED(project)
    with pytest.raises(Abort):
        built(project)
    assert "was changed by somebody else" in caplog.text
    assert file.read_text(encoding="utf-8") == "by hand"

    monkeypatch.setattr(Staging, "publish", publish)
    assert tree(built(project)) == from_nothing(project)


def test_links_by_hand_to_what_stands_are_sound(project: Path) -> None:
    text = "[one](data/records/actor-1.json), [page](actors/actor-1.md#cite)\n"
    put("content/pages/links.md", text)(project)
    as_files = {"use_directory_urls": False, "strict": True}
    built(project, **as_files)
    REWORDED(project)

    assert tree(built(project, **as_files)) == from_nothing(project, **as_files)


def test_search_and_posters_know_of_pages_that_stand(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mkdocs_search, "program", program)
    change("mkdocs.yml", "posters: false", "posters: true")(project)
    built(project)
    REWORDED(project)
    assert tree(built(project)) == from_nothing(project)


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Return what tells how many posters were drawn since it was last asked, by whatever process."""
    told, draw = tmp_path / "drawn", drawing.draw

    def noted(poster: Poster, site: str) -> bytes:
        with told.open("a", encoding="utf-8") as file:
            file.write("one\n")
        return draw(poster, site)

    def since() -> int:
        found = told.read_text(encoding="utf-8").count("one")
        told.unlink()
        return found

    monkeypatch.setattr(drawing, "draw", noted)
    return since


def test_posters_are_drawn_again_if_they_say_something_else(project: Path, drawn: Callable[[], int]) -> None:
    change("mkdocs.yml", "posters: false", "posters: true")(project)
    built(project)
    first = drawn()
    (project / "site/posters/statements/statement-3.png").unlink()
    (project / "site/posters/statements/statement-4.png").write_bytes(b"mine")
    REWORDED(project)
    again = tree(built(project))
    assert first > 100
    assert 3 <= drawn() < 30
    assert again == from_nothing(project)

    change("mkdocs.yml", "site_name: ", "site_name: Not ")(project)
    drawn()
    again = tree(built(project))
    assert drawn() == first
    assert again == from_nothing(project)


def test_posters_of_few_records_are_copied_if_they_say_the_same(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drawn: Callable[[], int]
) -> None:
    rmtree(tmp_path / "cache")
    monkeypatch.setattr(mkdocs_again, "WORTH", 1_000)
    change("mkdocs.yml", "posters: false", "posters: true")(project)
    built(project)
    first = drawn()
    (project / "site/posters/statements/statement-3.png").unlink()
    (project / "site/posters/statements/statement-4.png").write_bytes(b"mine")
    REWORDED(project)
    again = tree(built(project))
    assert first > 100
    assert 3 <= drawn() < 30
    assert again == from_nothing(project)

    rmtree(project / "site")
    drawn()
    built(project)
    assert drawn() == first


def test_of_a_small_dossier_no_record_is_left(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def left() -> list[str]:
        return sorted(file.suffix for file in (tmp_path / "cache").iterdir())

    rmtree(tmp_path / "cache")
    monkeypatch.setattr(mkdocs_again, "WORTH", 1_000)
    monkeypatch.setattr(CODES, "has_new", True)  # as in a process of its own
    built(project)
    assert left() == [".templates"]

    change("mkdocs.yml", "posters: false", "posters: true")(project)
    built(project)
    assert left() == [".posters", ".templates"]


def test_posters_of_small_dossiers_push_out_no_memory_of_a_large_one(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = {file.name for file in (tmp_path / "cache").iterdir()}
    monkeypatch.setattr(kept, "MOST", 1)
    mkdocs_again.Again(project / "site").leave_drawn({})
    mkdocs_again.Again(project / "content").leave_drawn({})
    left = {file.name for file in (tmp_path / "cache").iterdir()}
    assert large < left
    assert len(left - large) == 1


def test_without_a_distribution_called_pillow_no_poster_is_kept(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mkdocs_again, "_DRAWING", ("no-such-distribution",))
    change("mkdocs.yml", "posters: false", "posters: true")(project)
    assert tree(built(project)) == from_nothing(project)


def test_a_build_that_fails_leaves_the_posters_of_the_last_good_one(
    project: Path, monkeypatch: pytest.MonkeyPatch, drawn: Callable[[], int]
) -> None:
    change("mkdocs.yml", "posters: false", "posters: true")(project)
    built(project)
    drawn()
    with monkeypatch.context() as patch:
        patch.setattr(mkdocs_search, "program", lambda: Path("/no/such/pagefind"))
        with pytest.raises(Abort):
            built(project)
    REWORDED(project)
    built(project)
    assert drawn() < 30
