"""The theme's frame: rendered once for all pages that it treats alike, then filled for each of them.

A stand-in takes the place of the page, with a mark for every text that differs from page to page. What the
theme made of a mark tells where the text belongs and whether the theme prints it as it is, escaped or
without its tags. A frame is used after it was filled for a page and equalled what the theme makes of that
page; where it does not, or a mark came out in a form that we do not know, pages are rendered one by one.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from jinja2 import Environment, Template, TemplateError
from jinja2.filters import FILTERS
from mkdocs.structure.toc import AnchorLink, TableOfContents

from onrecord.hosts.mkdocs_pages import RecordPage

Context = Mapping[str, Any]
Render = Callable[[Context], str]
Texts = Mapping[str, str]
"""What differs from page to page, by name."""

_OPEN, _PAD, _TAIL, _CLOSE = "\ue000", "\ue002", "&amp;  ", "\ue001"
_MARK = re.compile(f"{_OPEN}([^&{_OPEN}{_PAD}{_CLOSE}]*+){_PAD}*+([^{_OPEN}{_PAD}{_CLOSE}]*+){_CLOSE}")
_ESCAPED, _STRIPPED = FILTERS["escape"], FILTERS["striptags"]
_FORMS: Mapping[str, Callable[[str], str]] = {
    _TAIL: str,
    str(_ESCAPED(_TAIL)): lambda text: str(_ESCAPED(text)),
    "& ": lambda text: str(_STRIPPED(text)),
    "&amp; ": lambda text: str(_ESCAPED(_STRIPPED(text))),
}
"""What becomes of a mark's tail, and what therefore becomes of the text."""

_SPOILT = "ue000"
"""A mark inside JSON."""

_TOLD = frozenset({"title", "description"})
_SHARED = ("title", "description", "twin", "jsonld", "poster", "alt")


def use_frames(env: Environment) -> None:
    """Let templates of ``env`` render our pages by their frames, and everything else as ever."""
    frames = ThemeFrames()

    class Framed(Template):
        def render(self, *args: Any, **kwargs: Any) -> str:
            context = dict(*args, **kwargs)
            page = context.get("page")
            if isinstance(page, RecordPage) and not any(page is each for each in context["nav"].pages):
                return frames.rendered(super().render, page, context)
            return super().render(context)

    env.template_class = Framed


class ThemeFrames:
    """The frames of one build, by what pages have in common."""

    def __init__(self) -> None:
        """Begin without any."""
        self._frames: dict[object, Frame | None] = {}
        self._seen: set[object] = set()

    def rendered(self, render: Render, page: RecordPage, context: Context) -> str:
        """Return what ``render`` makes of ``page`` in ``context``; the second of its like cuts the frame."""
        texts = texts_of(page, context)
        like = _like(page, context, texts)
        if frame := self._frames.get(like):
            return frame.filled(texts)
        html = render(context)
        if like in self._seen and like not in self._frames:
            frame = _frame(render, page, context, texts)
            self._frames[like] = frame if frame and frame.filled(texts) == html else None
        self._seen.add(like)
        return html


@dataclass(frozen=True, slots=True)
class Frame:
    """A page without what is its own: ``before`` each slot the HTML, ``after`` the last the rest."""

    slots: tuple[tuple[str, str, Callable[[str], str]], ...]
    after: str

    def filled(self, texts: Texts) -> str:
        """Return the page of these texts."""
        parts = (part for before, name, form in self.slots for part in (before, form(texts[name])))
        return "".join((*parts, self.after))


def texts_of(page: RecordPage, context: Context) -> Texts:
    """Return whatever a theme can print of a page; what is empty is left out."""
    found = {
        "title": page.title,
        _content(page): page.content,
        "canonical": page.canonical_url,
        "edit": page.edit_url,
        "updated": page.update_date,
        "url": _place(page)[1],
        "meta title": page.meta.get("title"),
        "description": page.meta.get("description"),
    }
    found |= {f"sharing {name}": getattr(context.get("sharing"), name, "") for name in _SHARED}
    found["feed"] = _feed(context)[1]
    found |= {f"sharing meta {index}": text for index, (_, text) in enumerate(_meta(context))}
    for index, link in enumerate(_flat(page.toc)):
        found |= {f"heading {index}": link.title, f"anchor {index}": link.id}
    return {name: str(text) for name, text in found.items() if text}


def _meta(context: Context) -> tuple[tuple[str, str], ...]:
    """Return the names and contents that the page's head tells other programs."""
    return getattr(context.get("sharing"), "meta", ())


def _feed(context: Context) -> tuple[str, str]:
    """Return the address of a page's feed in two: its folder, its own name."""
    folder, slash, name = getattr(context.get("sharing"), "feed", "").rpartition("/")
    return folder + slash, name


def _content(page: RecordPage) -> str:
    """Return the name of the article, in which a theme may look for a heading."""
    return "content with <h1>" if "<h1" in (page.content or "") else "content"


def _like(page: RecordPage, context: Context, texts: Texts) -> object:
    """Return what decides how a frame looks: equal for pages that have the same one."""
    meta = tuple((key, str(value)) for key, value in page.meta.items() if key not in _TOLD)
    shared = context.get("sharing")
    told = (
        getattr(shared, "kind", ""),
        _feed(context)[0],
        tuple(name for name, _ in _meta(context)),
    )
    return (_place(page)[0], id(page.parent), meta, told, tuple(texts), _shape(page.toc))


def mark(name: str, padding: int = 0) -> str:
    """Return what stands for the text of that name, and shows what becomes of it."""
    return f"{_OPEN}{name}{_PAD * padding}{_TAIL}{_CLOSE}"


def cut(html: str, names: Container[str]) -> Frame | None:
    """Return the frame that ``html`` with marks is, or nothing if a mark is not known by name and form."""
    slots, end = [], 0
    for found in _MARK.finditer(html):
        name, form = found[1], _FORMS.get(found[2])
        if name not in names or form is None:
            return None
        slots.append((html[end : found.start()], name, form))
        end = found.end()
    return None if _SPOILT in html else Frame(tuple(slots), html[end:])


def _frame(render: Render, page: RecordPage, context: Context, texts: Texts) -> Frame | None:
    """Return the frame that shows whatever marks stand in it: one that counts their letters does not."""
    try:
        short, long = (_with_marks(render, page, context, texts, padding) for padding in (0, 9))
    except TemplateError:
        return None
    return short if short == long else None


def _with_marks(
    render: Render, page: RecordPage, context: Context, texts: Texts, padding: int
) -> Frame | None:
    marks = {name: mark(name, padding) for name in texts}
    return cut(render({**context, **_stand_in(page, context, marks)}), texts)


def _stand_in(page: RecordPage, context: Context, marks: Texts) -> Mapping[str, object]:
    """Return the part of the context that holds texts of the page, with marks in their place."""
    own: Any = copy(page)
    own.shown = None
    own.title, own.update_date = map(marks.get, ("title", "updated"))
    own.content = marks.get(_content(page), page.content)
    own.canonical_url, own.edit_url = marks.get("canonical"), marks.get("edit")
    told = {"title": marks.get("meta title"), "description": marks.get("description")}
    own.meta = {key: told.get(key, value) for key, value in page.meta.items()}
    own.toc = TableOfContents(_marked(page.toc, count(), marks))
    own.file = copy(page.file)
    own.file.src_uri = own.file.dest_uri = mark("file")
    own.file.url = "".join((_place(page)[0], marks["url"], _place(page)[2]))
    shared = context.get("sharing")
    words: dict[str, Any] = {name: marks.get(f"sharing {name}", "") for name in _SHARED}
    words["feed"] = _feed(context)[0] + marks.get("feed", "")
    words["meta"] = tuple(
        (name, marks.get(f"sharing meta {index}", "")) for index, (name, _) in enumerate(_meta(context))
    )
    return {"page": own} | ({"sharing": replace(shared, **words)} if shared else {})


def _place(page: RecordPage) -> tuple[str, str, str]:
    """Return a page's address in three: its folder, its own name, the slash behind it if there is one."""
    folder, slash, name = page.url.rstrip("/").rpartition("/")
    return folder + slash, name, "/" if page.url.endswith("/") else ""


def _flat(links: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for link in links:
        yield link
        yield from _flat(link.children)


def _shape(links: Iterable[AnchorLink]) -> tuple[object, ...]:
    return tuple((link.level, _shape(link.children)) for link in links)


def _marked(links: Iterable[AnchorLink], numbers: Iterator[int], marks: Texts) -> list[AnchorLink]:
    """Return links with marks for their words, numbered in the order of ``_flat``."""
    made = []
    for link in links:
        number = next(numbers)
        own = AnchorLink(marks[f"heading {number}"], marks[f"anchor {number}"], link.level)
        own.children = _marked(link.children, numbers, marks)
        made.append(own)
    return made
