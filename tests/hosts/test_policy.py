"""What a page may load and run, and that no page asks for more."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.config import load_config

from onrecord.hosts.mkdocs import OnrecordPlugin
from onrecord.hosts.mkdocs_scripts import moved
from onrecord.hosts.policy import policy
from tests.built import DEFAULT, NAMES, Sites
from tests.hosts.project import MKDOCS_YML, Project

NOT_RUN = {"application/json", "application/ld+json"}
"""Types of ``<script>`` that are data to a browser, whatever the policy."""


_SCRIPT = re.compile(r"\s*javascript:", re.IGNORECASE)


class Inline(HTMLParser):
    """Reads a page; ``found`` is whatever a policy without ``unsafe-inline`` forbids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.before: list[str] = []
        self.policy = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if held.get("http-equiv") == "Content-Security-Policy":
            self.policy = held["content"] or ""
        elif not self.policy:
            self.before.append(tag)
        if tag == "style" or (tag == "script" and "src" not in held and held.get("type") not in NOT_RUN):
            self.found.append(tag)
        self.found += [f"{tag} {name}" for name in held if name == "style" or name.startswith("on")]
        self.found += [f"{tag} {value}" for value in held.values() if _SCRIPT.match(value or "")]


def pages(site: Path) -> Iterator[tuple[str, Inline]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), Inline(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [DEFAULT, *NAMES])
def test_every_page_has_a_policy_and_nothing_that_the_policy_forbids(sites: Sites, name: str) -> None:
    found = dict(pages(sites.built(name)))

    assert {path: page.found for path, page in found.items() if page.found} == {}
    assert [path for path, page in found.items() if not page.policy.startswith("default-src '")] == []
    assert not any(
        "unsafe-inline" in rule or "http" in rule for page in found.values() for rule in strict(page)
    )


def strict(page: Inline) -> list[str]:
    """Return the rules of a page's policy, but for the one of attributes of style."""
    return [rule for rule in page.policy.split("; ") if not rule.startswith("style-src-attr ")]


def test_the_policy_stands_before_whatever_it_holds_for(sites: Sites) -> None:
    before = {tag for _, page in pages(sites.built(DEFAULT)) for tag in page.before}

    assert before <= {"html", "head", "meta"}


def test_a_site_may_have_another_policy_or_none(project: Project) -> None:
    for written, expected in (("", ""), ("default-src 'none'", "default-src 'none'")):
        plugin = f'plugins:\n  - onrecord: {{policy: "{written}"}}\n'
        project.write("mkdocs.yml", MKDOCS_YML.replace("plugins: [search, onrecord]\n", plugin))
        assert {page.policy for _, page in pages(project.build())} == {expected}


def test_only_the_preview_lets_scripts_stand_in_pages(project: Project) -> None:
    config = load_config(str(project.root / "mkdocs.yml"))
    plugin = config.plugins["onrecord"]
    assert isinstance(plugin, OnrecordPlugin)
    said = []
    for command in ("serve", "build"):
        plugin.on_startup(command=command, dirty=False)
        said.append(plugin.on_config(config).extra["onrecord_policy"])

    assert said == [policy(preview=True), policy()]
    assert ["'wasm-unsafe-eval' 'unsafe-inline'" in each for each in said] == [True, False]


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("<script>go()</script>", '<script src="FILE"></script>|go()'),
        ("<script async>go()</script>", '<script async src="FILE"></script>|go()'),
        (
            '<script>go("{{ place }}", "x", "{{ other }}")</script>',
            (
                '<script src="FILE" data-value1="here" data-value2="there"></script>'
                '|go(document.currentScript.dataset.value1, "x", document.currentScript.dataset.value2)'
            ),
        ),
        ('<script src="x.js"></script>', '<script src="x.js"></script>'),
        (
            '<script type="application/json">{"a": 1}</script>',
            '<script type="application/json">{"a": 1}</script>',
        ),
        ("<script>go('{{ place }}')</script>", "<script>go('here')</script>"),
        ("<script>{% if place %}go(){% endif %}</script>", "<script>go()</script>"),
    ],
)
def test_a_script_of_a_template_becomes_a_file(tmp_path: Path, template: str, made: str) -> None:
    env = Environment(loader=DictLoader({"main.html": template}), autoescape=True)
    env.filters["url"] = lambda name: f"../{name}"
    scripts = moved(env)
    html = env.get_template("main.html").render(place="here", other="there")
    scripts.write(tmp_path)

    files = [file.read_text(encoding="utf-8").strip() for file in tmp_path.rglob("*.js")]
    for name in scripts.files:
        html = html.replace(f"../{name}", "FILE")
    assert "|".join((html, *files)) == made
