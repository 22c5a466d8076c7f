"""Scripts that the theme writes into pages, moved to files of their own, so that a strict policy runs them.

A policy that lets a page run what stands in it cannot tell the theme's script from a stranger's.
The move is made in the theme's templates, before any word of a record is in them.
"""

import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from jinja2 import BaseLoader, Environment

FOLDER = "assets/theme"
"""Where the files lie below the site's root."""

_SCRIPT = re.compile(r"<script(?P<attributes>(?: [^<>]*)?)>(?P<code>[^<]+(?:<(?!/?script)[^<]*)*)</script>")
_VALUE = re.compile(r'"(\{\{[^{}"]*(?:"[^{}"]*"[^{}"]*)*\}\})"')
_LOADED_OR_DATA = re.compile(r"\b(?:src|type)=")

Source = tuple[str, str | None, Callable[[], bool] | None]


class Scripts(BaseLoader):
    """Finds templates where ``loader`` does; ``files`` are the scripts found in those that were read."""

    def __init__(self, loader: BaseLoader) -> None:
        """Begin without any script."""
        self.files: dict[str, str] = {}
        self._loader = loader

    def get_source(self, environment: Environment, template: str) -> Source:
        """Return a template whose scripts are loaded from files."""
        text, name, is_fresh = self._loader.get_source(environment, template)
        return _SCRIPT.sub(self._filed, text), name, is_fresh

    def list_templates(self) -> list[str]:
        """Return the names of all templates."""
        return self._loader.list_templates()

    def write(self, site: Path) -> None:
        """Write the files into a site where they are missing: their names follow from what they hold."""
        for name, code in self.files.items():
            file = site / name
            if not file.is_file():
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(code, encoding="utf-8", newline="\n")

    def took_over(self, files: Mapping[str, str]) -> None:
        """Take in files that pages of the last site load, whose templates may not be read this time."""
        self.files |= files

    def _filed(self, found: re.Match[str]) -> str:
        """Put a script into a file; what templates write into its texts becomes attributes of the element.

        A script that a template makes in any other way stays where it is, and will not run.
        """
        values: list[str] = []

        def passed(value: re.Match[str]) -> str:
            values.append(value[1])
            return f"document.currentScript.dataset.value{len(values)}"

        code = _VALUE.sub(passed, found["code"])
        if _LOADED_OR_DATA.search(found["attributes"]) or re.search(r"\{[{%#]", code):
            return found[0]
        name = f"{FOLDER}/{sha256(code.encode()).hexdigest()[:12]}.js"
        self.files[name] = f"{code.strip()}\n"
        data = "".join(f' data-value{number}="{value}"' for number, value in enumerate(values, 1))
        return f"<script{found['attributes']} src=\"{{{{ '{name}' | url }}}}\"{data}></script>"


def written(site: Path) -> dict[str, str]:
    """Return the files of scripts that lie in a site."""
    return {
        file.relative_to(site).as_posix(): file.read_text(encoding="utf-8")
        for file in (site / FOLDER).glob("*.js")
    }


def moved(env: Environment) -> Scripts:
    """Let ``env`` read its templates without scripts in them, and return where they go."""
    if env.loader is None:
        raise ValueError("an environment of a theme has a loader")
    scripts = Scripts(env.loader)
    env.loader = scripts
    return scripts
