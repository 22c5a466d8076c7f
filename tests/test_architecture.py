"""What must stay true of the program, read from its own text."""

import ast
import re
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

import onrecord

PACKAGE = Path(onrecord.__file__).parent

STAGES = (
    ("frozen", "garbage", "manuals", "problems", "suggest", "workers"),
    ("source",),
    ("records",),
    ("dossier",),
    ("checks", "exports"),
    ("editing", "pages"),
    ("fetching", "importing", "loading", "parcels", "posters", "report"),
    ("basis",),
    ("pipeline",),
    ("kept", "live"),
    ("commands", "hosts"),
    ("cli",),
)
"""The rooms in the order of the way through; a room imports only rooms of earlier stages."""

PAGE_ROOMS = (
    ("words",),
    ("",),
    ("charts",),
    ("timeline",),
    ("positions",),
    ("records",),
    ("sections",),
    ("beside",),
    ("render",),
)
"""The rooms inside ``pages/`` in the order of the way through; ``""`` is what lies in no room of its own."""

LIBRARIES = {
    "PIL": ("posters/",),
    "babel": ("pages/", "records/when_names.py"),
    "click": ("hosts/mkdocs_begun.py",),
    "httpx": ("fetching/",),
    "font_source_sans_pro": ("posters/look.py",),
    "font_source_serif_pro": ("posters/look.py",),
    "edtf": ("records/when_edtf.py",),
    "jinja2": ("hosts/mkdocs", "pages/compiled.py", "pages/templates.py"),
    "markdown_it": ("pages/words/markdown.py",),
    "markupsafe": ("pages/",),
    "mkdocs": ("hosts/mkdocs",),
    "pagefind": ("hosts/",),
    "platformdirs": ("kept.py",),
    "pydantic": ("records/",),
    "pydantic_core": ("records/",),
    "rich": ("commands/progress.py",),
    "typer": ("cli.py", "commands/"),
    "watchdog": ("hosts/changes.py",),
    "yaml": ("source/",),
}
"""Each library to the beginnings of the paths where it may be imported.

The theme has a Jinja of its own, which only its host meets.
"""

TOUCHES_THE_DISK = {
    "cli.py": "reads the manual of problems",
    "commands/": "are told files by name",
    "editing/change.py": "keeps both sides of a change until it is done",
    "editing/starting.py": "begins a dossier in an empty folder",
    "editing/writing.py": "replaces files of content, on an editor's request",
    "hosts/": "write the site",
    "kept.py": "keeps what was read, for the next command",
    "manuals.py": "reads the pages that commands explain from",
    "pages/assets.py": "lie beside the templates",
    "pages/templates.py": "sees whether a template changed",
    "records/zones.py": "are data of a package",
    "source/": "reads content",
}
"""Where files are opened, and why; Jinja reads the templates by itself."""

PRINTS = ("cli.py", "commands/")
MAKES_MARKUP = ("pages/words/markdown.py", "pages/templates.py")
"""The converter and the renderer vouch for HTML; the host's frame only takes tags out of texts."""


DISK = {
    "glob", "iterdir", "listdir", "mkdir", "open", "read_bytes", "read_text", "rglob", "rmdir", "scandir",
    "unlink", "walk", "write_bytes", "write_text",
}  # fmt: skip
CLOCK = {"now", "today", "utcnow"}
CHANCE = {"random", "secrets", "time", "uuid"}
"""Modules of the standard library by which two builds would differ."""

VAGUE = re.compile(r"(^|_)(utils?|helpers?|managers?|base|common|misc)(_|$)", re.IGNORECASE)
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40


@dataclass(frozen=True)
class Module:
    """A module of the program, parsed; ``name`` is its path below the package."""

    name: str
    text: str

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(ast.parse(self.text)))

    @property
    def room(self) -> str:
        """The folder of the module, or its own name at the top."""
        return self.name.partition("/")[0].removesuffix(".py")

    @cached_property
    def imports(self) -> frozenset[str]:
        named = (node for node in self.nodes if isinstance(node, ast.Import))
        lifted = (node for node in self.nodes if isinstance(node, ast.ImportFrom))
        return frozenset(alias.name for node in named for alias in node.names) | {
            "." * node.level + (node.module or "") for node in lifted
        }

    @property
    def libraries(self) -> frozenset[str]:
        """Whatever is imported that neither Python nor the program brings."""
        tops = frozenset(name.partition(".")[0] for name in self.imports)
        return tops - sys.stdlib_module_names - {"onrecord"}

    @cached_property
    def calls(self) -> tuple[tuple[str, ast.Call], ...]:
        """Every call with the last word of what is called."""
        return tuple((_last_word(node.func), node) for node in self.nodes if isinstance(node, ast.Call))

    def called(self, names: Collection[str]) -> list[str]:
        return sorted({name for name, _ in self.calls} & set(names))

    def functions(self) -> Iterator[tuple[str, int]]:
        """Yield every function with the number of its lines, the docstring aside."""
        for node in self.nodes:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node.name, _lines(node) - (_lines(node.body[0]) if ast.get_docstring(node) else 0)


def _last_word(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.fixture(scope="module")
def modules() -> tuple[Module, ...]:
    files = sorted(PACKAGE.rglob("*.py"))
    return tuple(
        Module(file.relative_to(PACKAGE).as_posix(), file.read_text(encoding="utf-8")) for file in files
    )


def test_every_room_has_its_place_on_the_way(modules: tuple[Module, ...]) -> None:
    rooms = {module.room for module in modules} - {"__init__"}

    assert rooms - {each for stage in STAGES for each in stage} == set()


def test_a_room_imports_only_rooms_of_earlier_stages(modules: tuple[Module, ...]) -> None:
    stage = {room: number for number, rooms in enumerate(STAGES) for room in rooms}
    against = [
        f"{module.name} imports {name}"
        for module in modules
        for name in module.imports
        if name.startswith("onrecord.")
        and (room := name.split(".")[1]) != module.room
        and stage[room] >= stage[module.room]
    ]

    assert sorted(against) == []


def test_a_room_of_pages_imports_only_rooms_before_it(modules: tuple[Module, ...]) -> None:
    stage = {room: number for number, rooms in enumerate(PAGE_ROOMS) for room in rooms}
    against = [
        f"{module.name} imports {name}"
        for module in modules
        if module.name.startswith("pages/")
        for name in module.imports
        if name.startswith("onrecord.pages.")
        and (room := _page_room(name.split(".")[2:], stage))
        != (own := _page_room(_below(module.name), stage))
        and stage[room] >= stage[own]
    ]

    assert sorted(against) == []
    assert {_page_room(_below(module.name), stage) for module in modules} >= stage.keys()


def _below(name: str) -> list[str]:
    return name.removesuffix(".py").split("/")[1:]


def _page_room(parts: Sequence[str], rooms: Collection[str]) -> str:
    return parts[0] if parts and parts[0] in rooms else ""


def test_nothing_is_imported_by_dots(modules: tuple[Module, ...]) -> None:
    assert [module.name for module in modules if any(name.startswith(".") for name in module.imports)] == []


def test_a_library_is_imported_only_in_its_room(modules: tuple[Module, ...]) -> None:
    found = sorted((library, module.name) for module in modules for library in module.libraries)

    assert [pair for pair in found if not pair[1].startswith(LIBRARIES.get(pair[0], ()))] == []
    assert {library for library, _ in found} == LIBRARIES.keys()


def test_only_the_ends_of_the_way_touch_the_disk(modules: tuple[Module, ...]) -> None:
    found = [f"{module.name}: {name}" for module in modules for name in module.called(DISK)]

    assert [each for each in found if not each.startswith(tuple(TOUCHES_THE_DISK))] == []


def test_only_commands_print(modules: tuple[Module, ...]) -> None:
    assert [
        module.name
        for module in modules
        if module.called({"print", "echo", "secho"}) and not module.name.startswith(PRINTS)
    ] == []


def test_nothing_depends_on_the_clock_or_on_chance(modules: tuple[Module, ...]) -> None:
    assert [f"{module.name}: {name}" for module in modules for name in module.called(CLOCK)] == []
    # Visits to other servers take turns in time; what they bring does not depend on it.
    watched = [module for module in modules if not module.name.startswith("fetching/")]

    assert [f"{module.name}: {name}" for module in watched for name in sorted(module.imports & CHANCE)] == []


def test_only_the_converter_and_the_templates_vouch_for_markup(modules: tuple[Module, ...]) -> None:
    vouching = {
        module.name for module in modules for name, call in module.calls if name == "Markup" and call.args
    }

    assert vouching == set(MAKES_MARKUP)


def test_modules_are_short_and_so_are_their_functions(modules: tuple[Module, ...]) -> None:
    long = [
        f"{module.name}: {name}"
        for module in modules
        for name, lines in module.functions()
        if lines > LONGEST_FUNCTION
    ]

    assert [each.name for each in modules if len(each.text.splitlines()) > LONGEST_MODULE] == []
    assert long == []


def test_nothing_has_a_name_that_says_nothing(modules: tuple[Module, ...]) -> None:
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    names = [
        name
        for module in modules
        for name in (
            *module.name.removesuffix(".py").split("/"),
            *(node.name for node in module.nodes if isinstance(node, definitions)),
        )
    ]

    assert [name for name in names if VAGUE.search(name)] == []
