"""A preview that begins at once: pages before there is a site, and nothing left of it at its end."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from select import select
from shutil import copytree
from time import sleep
from typing import TYPE_CHECKING, cast

import pytest
from click import Command, Context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from onrecord.hosts.mkdocs_begun import Begun, can_begin
from onrecord.hosts.mkdocs_nav import SECTIONS
from onrecord.hosts.mkdocs_settings import Project
from onrecord.hosts.preview import Beginning, Preview
from onrecord.hosts.templates import template_folders
from onrecord.hosts.whole_site import WholeSite
from onrecord.pages.addresses import Addresses
from onrecord.pipeline import opened, whole
from onrecord.report.place import Diagnostic
from onrecord.workers import FORKS
from tests.built import GOLDEN, MKDOCS_YML, ROOT, content_of, tree
from tests.hosts.test_mkdocs_serve import INDEX, running, until

if TYPE_CHECKING:
    from onrecord.live import LiveSite

if not FORKS:
    pytest.skip("no process can be forked here", allow_module_level=True)

ALONE = MKDOCS_YML.replace("[search, onrecord]", "[onrecord]").replace("site_url", "# site_url")
FOR_EVER = "{% for _ in range(10 ** 11) %}{% endfor %}"

KILLED = """\
import os, signal
from onrecord.hosts.whole_site import WholeSite
site = WholeSite(os.makedirs)
site.wait()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copytree(content_of("statuses"), tmp_path / "content")
    return tmp_path


def overridden(project: Path, name: str, text: str) -> None:
    template = project / "site_templates" / name
    template.parent.mkdir(parents=True)
    template.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_pages_are_shown_while_the_rest_is_made_and_nobody_makes_it_after_the_end(
    project: Path, end: signal.Signals
) -> None:
    overridden(project, "embed/card.html.jinja", FOR_EVER)
    ended, held = os.pipe()
    with running(project, ALONE, pass_fds=(held,)) as preview:
        os.close(held)
        assert until(lambda: preview.shows("<h1"), preview.process)
        assert preview.shows("<h1", "actors/north/")
        assert preview.shows("<h1", "method/")
        preview.process.send_signal(end)
        preview.process.wait(20)
        assert select([ended], [], [], 20)[0]  # the last process that held the other end is gone
    os.close(ended)


def test_it_begins_so_with_any_navigation(project: Path) -> None:
    with running(project, f"{ALONE}nav: [index.md, {{North: actors/north.md}}]\n") as preview:
        assert until(lambda: preview.shows("<h1"), preview.process)
        assert preview.shows(">North<", "statements/") or preview.shows("North", "statements/")
        assert preview.shows("<h1", "claims/")


def test_an_edit_in_the_beginning_is_in_every_file(project: Path) -> None:
    with running(project, ALONE) as preview:
        assert until(lambda: preview.shows("<h1"), preview.process)
        topic = project / "content/topics/ferry.yml"
        topic.parent.mkdir(exist_ok=True)
        topic.write_text("title: The old ferry\n", encoding="utf-8")
        assert until(lambda: preview.shows("The old ferry", "topics/"), preview.process)
        assert preview.shows("The old ferry", "topics/index.md")
        assert preview.shows("The old ferry", "llms.txt") or preview.shows("topics/", "llms.txt")
        assert preview.shows("ferry", "data/ids.json")
        assert preview.shows("page_count", INDEX)


def test_what_is_no_page_waits_for_the_whole_site(project: Path) -> None:
    overridden(project, "embed/card.html.jinja", "{{ 1 / 0 }}")
    with running(project, ALONE) as preview:
        assert until(lambda: preview.shows("<h1"), preview.process)
        assert not preview.shows("north", "data/ids.json")  # which would come of a whole site
        assert until(lambda: preview.has_said("embed/card.html.jinja"), preview.process)
        assert preview.shows("<h1", "actors/north/")
        assert not preview.has_said("Traceback")

        (project / "site_templates/embed/card.html.jinja").unlink()
        assert until(lambda: preview.shows("north", "data/ids.json"), preview.process)
        assert preview.shows("page_count", INDEX)


@pytest.mark.parametrize("nav", [None, ["index.md", {"One": "actors/north.md"}, "https://example.org/"]])
@pytest.mark.parametrize("site", sorted(each.name for each in GOLDEN.iterdir()))
def test_the_sections_are_those_of_a_whole_site(site: str, nav: list[object] | None, tmp_path: Path) -> None:
    content, templates = content_of(site), template_folders(ROOT / "site_templates")
    found = opened(content, Addresses())
    assert found.site
    config = MkDocsConfig()
    config.nav = nav
    begun = Begun(found.site, Project(tmp_path, content, "content", templates, Addresses()), (), config)
    pages = {page.path: page for page in whole(found.site, content, templates).pages}
    sections = {page.section for page in pages.values()} & pages.keys()
    named = {page.path: page for page in begun.named_pages}
    assert named.keys() - {"actors/north/"} == sections | (SECTIONS.keys() & pages.keys()) | {"embed/"}
    assert [each for each in named.keys() - SECTIONS.keys() if named[each] != pages[each]] == []


def of_command(name: str, *, livereload: bool = True) -> Context:
    context = Context(Command(name), info_name=name)
    context.params["livereload"] = livereload
    return context


def settings(project: Path, more: str = "") -> MkDocsConfig:
    (project / "mkdocs.yml").write_text(ALONE + more, encoding="utf-8")
    return load_config(str(project / "mkdocs.yml"))


def test_only_what_is_about_to_be_served_begins(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 1)
    config = settings(project)
    assert not can_begin(config)
    with of_command("serve"):
        assert can_begin(config)
    with of_command("serve", livereload=False):
        assert not can_begin(config)
    with of_command("build"):
        assert not can_begin(config)


def test_neither_does_what_ends_at_the_first_warning_or_is_changed_by_others(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 1)
    (project / "hook.py").write_text("def on_post_build(config): pass\n", encoding="utf-8")
    with of_command("serve"):
        assert not can_begin(settings(project, "strict: true\n"))
        assert not can_begin(settings(project, "hooks: [hook.py]\n"))


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 1)  # test runners have threads of their own


@dataclass
class Shown:
    """A preview without any page in ``root``, and what it asked to have built again."""

    root: Path
    whole: WholeSite
    rebuilt: list[str] = field(default_factory=list)

    @cached_property
    def preview(self) -> Preview:
        beginning = Beginning(cast("LiveSite", object()), self.whole)
        return Preview(self.root, lambda *_: None, self._rebuild, beginning)

    def _rebuild(self) -> tuple[Diagnostic, ...]:
        self.rebuilt.append("all")
        return ()


def shown(root: Path, build: Callable[[str], object]) -> Shown:
    root.mkdir()
    return Shown(root, WholeSite(build))


def written(folder: str) -> None:
    sleep(0.3)
    for name in ("data/one.json", "pagefind/pagefind.js", "sitemap.xml"):
        file = Path(folder, name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")


@pytest.mark.usefixtures("alone")
def test_a_file_is_brought_when_the_whole_site_is_there(tmp_path: Path) -> None:
    begun = shown(tmp_path / "root", written)
    (begun.root / "sitemap.xml").write_text("partial", encoding="utf-8")
    names = ["data/one.json", "sitemap.xml", "data/two.json", "data", "nowhere.png", "pagefind/pagefind.js"]
    with ThreadPoolExecutor(12) as asking:
        assert set(asking.map(begun.preview.bring, names * 2)) == {0}
    assert sorted(tree(begun.root)) == ["data/one.json", "pagefind/pagefind.js", "sitemap.xml"]
    assert (begun.root / "sitemap.xml").read_text(encoding="utf-8") == "sitemap.xml"
    assert not begun.rebuilt
    begun.whole.end()


@pytest.mark.usefixtures("alone")
def test_what_became_old_while_it_was_awaited_is_made_anew(tmp_path: Path) -> None:
    begun = shown(tmp_path / "root", written)
    with ThreadPoolExecutor(2) as asking:
        data = asking.submit(begun.preview.bring, "data/one.json")
        index = asking.submit(begun.preview.bring, "pagefind/pagefind.js")
        sleep(0.1)
        begun.preview.follow(cast("LiveSite", object()), ())
    assert (data.result(), index.result(), begun.preview.version) == (0, 0, 1)
    assert sorted(tree(begun.root)) == ["pagefind/pagefind.js"]
    assert not begun.rebuilt
    begun.preview.bring("data/one.json")
    assert begun.rebuilt == ["all"]


@pytest.mark.usefixtures("alone")
def test_of_a_site_that_cannot_be_made_all_is_built_here(tmp_path: Path) -> None:
    begun = shown(tmp_path / "root", partial(int, base=10))
    begun.preview.bring("nowhere.png")
    assert not begun.rebuilt
    begun.preview.bring("data/one.json")
    begun.preview.bring("data/one.json")
    assert begun.rebuilt == ["all"]


@pytest.mark.usefixtures("alone")
def test_the_site_of_a_preview_that_was_killed_is_swept_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    killed = subprocess.run([sys.executable, "-c", KILLED], env={"TMPDIR": str(tmp_path)}, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) == 1
    WholeSite(written).end()
    assert list(tmp_path.iterdir()) == []
