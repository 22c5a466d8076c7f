"""Every sentence of the brief leads to its evidence in two clicks: a source's page, or where it was said."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import urldefrag, urljoin
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.built import BASE, DEFAULT, HOST, Sites

HOME = HOST + BASE
BLOCKS = {"li", "article", "header", "tr"}
"""What on the brief says one thing, with the links that it rests on."""

OF_ITSELF = ("or-scope", "or-key")
"""What the brief says of the dossier and of the marks in its drawings; it says nothing of the world."""

SUMS_UP = r"And |What changed before: |Everybody: |More: |In full: |Side against side: "
"""How lines begin that lead to more of what stands above them."""


class Reader:
    """Somebody with a browser: opens pages of a site and follows links of their articles."""

    def __init__(self, site: Path) -> None:
        """Begin at the brief."""
        self._site = site
        self._leads: dict[str, bool] = {}

    @cached_property
    def brief(self) -> Element:
        return self._article("")

    def _article(self, path: str) -> Element:
        page = (self._site / path / "index.html").read_text(encoding="utf-8")
        tree = html5lib.parse(page, namespaceHTMLElements=False)
        return next(each for each in tree.iter("article") if "or-page" in each.get("class", ""))

    def links(self, block: Element, path: str) -> Iterator[str]:
        """Yield where a block leads: whole addresses outside, paths inside."""
        for each in block.iter("a"):
            if "or-follow" in each.get("class", ""):
                continue
            address = urldefrag(urljoin(HOME + path, each.get("href", "")))[0]
            yield address.removeprefix(HOME)

    def is_evidence(self, link: str) -> bool:
        """Tell whether a click shows where something was said."""
        return bool(re.match(r"https?://", link) or re.fullmatch(r"sources/[^/]+/", link))

    def leads_to_evidence(self, path: str) -> bool:
        """Tell whether one click on a page does."""
        if path not in self._leads:
            found = (self._site / path / "index.html").is_file() and not path.startswith("method")
            links = self.links(self._article(path), path) if found else ()
            self._leads[path] = any(self.is_evidence(each) for each in links)
        return self._leads[path]


@pytest.fixture(scope="module")
def reader(sites: Sites) -> Reader:
    return Reader(sites.built(DEFAULT))


def blocks(article: Element) -> Iterator[Element]:
    """Yield the outermost blocks of the brief; a list within an entry belongs to the entry."""
    for each in article:
        if is_of_itself(each):
            continue
        if each.tag in BLOCKS:
            yield each
        else:
            yield from blocks(each)


def is_of_itself(part: Element) -> bool:
    return any(each in part.get("class", "").split() for each in OF_ITSELF)


def asks_or_counts(block: Element) -> bool:
    """Tell whether a block says nothing of the world: a question, a name by itself, a row of numbers."""
    text = " ".join("".join(block.itertext()).split())
    first = next((link for link in block.iter("a")), None)
    asks = first is not None and "questions/" in first.get("href", "")
    return asks or block.tag == "tr" or " " not in text


def test_every_sentence_of_the_brief_leads_to_its_evidence_in_two_clicks(reader: Reader) -> None:
    said = [block for block in blocks(reader.brief) if not asks_or_counts(block)]
    without = [
        " ".join("".join(block.itertext()).split())[:120]
        for block in said
        if not any(
            reader.is_evidence(link) or reader.leads_to_evidence(link) for link in reader.links(block, "")
        )
    ]

    assert len(said) > 30
    assert without == []


def test_nothing_on_the_brief_is_said_outside_of_a_block(reader: Reader) -> None:
    within = {id(each) for block in blocks(reader.brief) for each in block.iter()}
    stray = {
        " ".join("".join(each.itertext()).split()): tuple(reader.links(each, ""))
        for part in reader.brief
        if not is_of_itself(part)
        for each in part.iter("p")
        if id(each) not in within
    }
    sums = {said: links for said, links in stray.items() if re.match(SUMS_UP, said)}

    assert [said for said in stray if said not in sums] == [
        "Settled, or asserted by more than one side and denied by none.",
        "Somebody asserts it and somebody denies it.",
        "Open, conditional, or told by one side only.",
        "Swipe sideways for more",
    ]
    against = [links for said, links in sums.items() if said.startswith("Side against side: ")]
    assert [len(links) for links in against] == [2]
    assert all(reader.leads_to_evidence(link) for links in against for link in links)
