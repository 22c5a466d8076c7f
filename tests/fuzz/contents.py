"""Whole content folders, good and broken: the files of random dossiers, and what may become of them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from onrecord.exports.plain import plain
from onrecord.loading import load
from onrecord.problems import Route, Severity
from onrecord.source.files import ABOUT
from tests.property.strategies import abouts, record_sets

Files = Mapping[str, bytes]

_ROUNDS = 20
"""How often records with errors are taken away before a dossier is left as it is."""

SAYINGS = st.one_of(
    st.text(min_size=1, max_size=40),
    st.sampled_from(
        [
            *(
                "<b>&amp;</b>",
                "[x](javascript:alert(1))",
                "{{ 7 * 7 }}",
                "# A\n\n- b\n\n> c",
                "null",
                "~",
                "yes",
            ),
            *(
                "=1+1",
                "'",
                '"',
                "a: b",
                "- a",
                "\u202eabc",
                "e\u0301",
                "\U0001f5e3",
                "العربية",
                "...",
                "|",
                "\\",
            ),
        ]
    ),
)
"""Texts for the fields that hold any text."""

LAST_DAY = "2026-12-31"
"""The day of a dossier that was mended, after all that is in it."""

TEXTS = (
    "title",
    "name",
    "text",
    "summary",
    "paraphrase",
    "bottom_line",
    "how",
    "reason",
    "note",
    "was",
    "now",
)
TOKENS = st.sampled_from(
    [
        *(
            b"\n",
            b"  ",
            b"\t",
            b": ",
            b"- ",
            b"#",
            b"'",
            b'"',
            b"{",
            b"}",
            b"[",
            b"]",
            b"&a ",
            b"*a",
            b"!!x ",
        ),
        *(
            b"\xff",
            b"\x00",
            b"\r",
            b"\xef\xbb\xbf",
            b"---\n",
            b"...\n",
            b"<<: ",
            b"|",
            b">",
            b"%",
            b"@",
            b"`",
        ),
        *(b"\xe2\x80\xae", b"unknown", b"2025-13-40", b"not-there", b"null", b"1e400"),
    ]
)


@st.composite
def dossiers(draw: st.DrawFn) -> Files:
    """The files of a dossier: each record well formed, the whole of it as wrong as chance would have it."""
    records, about = draw(record_sets()), draw(abouts())
    files = {each.location.file: plain(each) for each in records}
    files[ABOUT] = plain(about)
    for path, held in files.items():
        for key in TEXTS:
            if key in held and draw(st.integers(0, 9)) == 0:
                files[path] = {**files[path], key: draw(SAYINGS)}
    return {path: written(held) for path, held in files.items()}


def written(held: Any) -> bytes:
    """Return a mapping as a file; JSON is YAML."""
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode(errors="surrogatepass")


@st.composite
def broken(draw: st.DrawFn) -> Files:
    """The files of a dossier in which hands have slipped: bytes gone, doubled, moved, or put in."""
    files = dict(draw(dossiers()))
    for path in draw(st.lists(st.sampled_from(sorted(files)), min_size=1, max_size=4)):
        data = files[path]
        begin, end = sorted(draw(st.tuples(*[st.integers(0, len(data))] * 2)))
        end = min(end, begin + 30)
        change = draw(st.sampled_from(["gone", "doubled", "token", "cut"]))
        middle = {"gone": b"", "doubled": data[begin:end] * 2, "token": draw(TOKENS), "cut": b""}[change]
        files[path] = data[:begin] + middle + (b"" if change == "cut" else data[end:])
    return files


def write(content: Path, files: Files) -> Path:
    """Write the files of a content folder."""
    for path, data in files.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(data)
    return content


def mended(content: Path) -> bool:
    """Take values with errors away, and records without them, until none is left; tell if it worked."""
    for _ in range(_ROUNDS):
        wrong = [each for each in load(content).problems if each.severity is Severity.ERROR]
        if not wrong:
            return True
        for path in {each.location.file for each in wrong}:
            routes = {each.location.route for each in wrong if each.location.file == path}
            _mend(content / path, routes)
    return False


def _mend(file: Path, routes: set[Route]) -> None:
    """Take what stands at ``routes`` away; a record of which too little would be left goes as a whole."""
    held: Any = json.loads(file.read_bytes().decode(errors="replace"))
    lost = [route for route in sorted(routes, key=str, reverse=True) if not _taken_away(held, route)]
    if file.name == ABOUT:
        sound = {"title": "T", "language": "en", "bottom_line": "B"}
        held = {**sound, **held, "as_of": LAST_DAY, "editions": []}
    if lost and file.name != ABOUT:
        file.unlink()
    else:
        file.write_bytes(written(held))


def _taken_away(held: Any, route: Route) -> bool:
    """Take a value away, or the entry of a list that lacks it; tell whether there was any."""
    while route:
        here = held
        try:
            for step in route[:-1]:
                here = here[step]
            del here[route[-1]]
        except (KeyError, IndexError, TypeError):
            route = route[:-1]
            if not route or isinstance(route[-1], str):
                return False
        else:
            return True
    return False
