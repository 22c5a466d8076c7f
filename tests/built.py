"""Whole sites, built by MkDocs once for all tests of a run, however many processes they run in."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import copytree
from time import monotonic, sleep

from onrecord.pages.page import Page

ROOT = Path(__file__).parents[1]
TEMPLATES = (ROOT / "site_templates",)
GOLDEN = ROOT / "tests" / "sites"
NAMES = tuple(sorted(folder.name for folder in GOLDEN.iterdir()))
DEFAULT = "default"
"""The name of the dossier that ships with the project."""

HOST = "https://site.example"
BASE = "/some/repository/"
"""The path under which every site is served."""

FIXED = {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": HOST + BASE}

MKDOCS_YML = f"""\
site_name: Who said what
site_url: {HOST}{BASE}
docs_dir: content
plugins: [search, onrecord]
theme:
  name: material
  font: false
  features: [navigation.tabs]
"""

SAID = ".said"
"""Ending of the file beside the default dossier's site that holds what was said while it was built."""

_PATIENCE = 300
"""Seconds after which another process is taken to be dead."""


@dataclass(frozen=True)
class Sites:
    """The sites of a run; ``home`` is a folder that all processes of the run share."""

    home: Path

    def built(self, name: str, *, directory_urls: bool = True) -> Path:
        """Return the folder of the site of that name, built strictly by this process or by another one."""
        style = "folders" if directory_urls else "files"
        return made_once(self.home / f"{name}-{style}", lambda out: _build(name, out, directory_urls))


def content_of(name: str) -> Path:
    """Return the records of the site of that name."""
    return ROOT / "content" if name == DEFAULT else GOLDEN / name / "content"


@cache
def pages_of(name: str) -> tuple[Page, ...]:
    """Return the pages of a site without any host; its records must be free of errors."""
    from onrecord.pipeline import build
    from onrecord.problems import has_errors

    built = build(content_of(name), TEMPLATES)
    assert not has_errors(built.problems)
    return built.pages


def mkdocs(out: Path, *options: str, program: tuple[str, ...] = ("-m", "mkdocs"), **variables: str) -> str:
    """Build the default dossier by the command that people use, and return what was said.

    ``variables`` are added to the environment; one that is empty is taken out of it.
    """
    command = [sys.executable, *program, "build", "--strict", "--site-dir", str(out), *options]
    wanted = {**os.environ, **FIXED, **variables}
    environment = {key: value for key, value in wanted.items() if value}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True)
    said = done.stderr.decode(errors="replace")
    assert done.returncode == 0, said
    return said


def tree(site: Path) -> Mapping[str, bytes]:
    """Return every file of a site by its name."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()
    }


def made_once(out: Path, make: Callable[[Path], None]) -> Path:
    """Return ``out``, made by whichever process asks first; the others wait for it."""
    begun, ended = out.with_suffix(".begun"), out.with_suffix(".ended")
    try:
        begun.mkdir(parents=True)
    except FileExistsError:
        end = monotonic() + _PATIENCE
        while not ended.exists() and monotonic() < end:
            sleep(0.1)
        assert ended.is_file(), f"another process could not make '{out.name}'"
        return out
    try:
        make(out)
    except BaseException:
        ended.mkdir()
        raise
    ended.touch()
    return out


def _build(name: str, out: Path, directory_urls: bool) -> None:  # passed on as it came
    if name == DEFAULT:
        said = mkdocs(out, "--use-directory-urls" if directory_urls else "--no-directory-urls")
        out.with_suffix(SAID).write_text(said, encoding="utf-8")
        return
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        copytree(content_of(name), project / "content")
        (project / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
        build_site(
            load_config(
                str(project / "mkdocs.yml"), strict=True, site_dir=str(out), use_directory_urls=directory_urls
            )
        )
