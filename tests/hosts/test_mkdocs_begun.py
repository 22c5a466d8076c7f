"""A preview that begins at once: pages before there is a site, and nothing left of it at its end."""

import os
import signal
from functools import partial
from pathlib import Path
from shutil import copytree
from time import sleep

import pytest
from click import Command, Context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from onrecord.hosts.mkdocs_begun import Begun, can_begin
from onrecord.hosts.mkdocs_nav import SECTIONS
from onrecord.hosts.mkdocs_settings import Project
from onrecord.hosts.search_service import SearchIndexError
from onrecord.hosts.templates import template_folders
from onrecord.hosts.whole_site import WholeSite
from onrecord.pages.addresses import Addresses
from onrecord.pipeline import opened, whole
from onrecord.workers import FORKS
from tests.built import GOLDEN, MKDOCS_YML, ROOT, content_of
from tests.hosts.test_mkdocs_serve import running, until

if not FORKS:
    pytest.skip("no process can be forked here", allow_module_level=True)

ALONE = MKDOCS_YML.replace("[search, onrecord]", "[onrecord]").replace("site_url", "# site_url")
FOR_EVER = "{% for _ in range(10 ** 11) %}{% endfor %}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copytree(content_of("statuses"), tmp_path / "content")
    return tmp_path


def overridden(project: Path, name: str, text: str) -> None:
    template = project / "site_templates" / name
    template.parent.mkdir(parents=True)
    template.write_text(text, encoding="utf-8")


def is_left(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_pages_are_shown_while_the_rest_is_made_and_nobody_makes_it_after_the_end(
    project: Path, end: signal.Signals
) -> None:
    overridden(project, "embed/card.html.jinja", FOR_EVER)
    with running(project, ALONE, start_new_session=True) as preview:
        assert until(lambda: preview.shows("<h1"), preview.process)
        assert preview.shows("<h1", "actors/north/")
        assert preview.shows("<h1", "method/")
        assert is_left(preview.process.pid)
        preview.process.send_signal(end)
        preview.process.wait(20)
        for _ in range(100):
            if not is_left(preview.process.pid):
                break
            sleep(0.1)
        assert not is_left(preview.process.pid)


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


def test_a_file_is_brought_when_the_whole_site_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 1)

    def build(folder: str) -> None:
        sleep(0.2)
        for name in ("data/one.json", "pagefind/pagefind.js"):
            file = Path(folder, name)
            file.parent.mkdir(parents=True)
            file.write_text(name, encoding="utf-8")

    site = WholeSite(build)
    site.bring("data/one.json", tmp_path)
    site.bring("data/two.json", tmp_path)
    site.bring("data", tmp_path)
    assert [each.name for each in (tmp_path / "data").iterdir()] == ["one.json"]
    assert site.index() == {"pagefind.js": b"pagefind/pagefind.js"}
    site.end()
    assert site.index() == {"pagefind.js": b"pagefind/pagefind.js"}


def test_of_a_site_that_cannot_be_made_nothing_is_brought(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 1)
    site = WholeSite(partial(int, base=10))
    site.bring("data/one.json", tmp_path)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(SearchIndexError):
        site.index()
    site.end()
