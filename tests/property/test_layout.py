"""A new layout changes how a file looks and nothing of what it says."""

import re

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.editing.layout import laid_out
from onrecord.problems import has_errors
from onrecord.records.decode import decode
from onrecord.source.document import Document
from onrecord.source.written import Block, Node, Scalar, written
from onrecord.source.yamldoc import parse

PATH = "events/all.yml"
TEXTS = st.text(
    st.sampled_from("ab é'\":#-[]{}!&*,.|>%@`~?=<\n\t0няß\xa0"), min_size=1, max_size=160
) | st.sampled_from(["no", "~", "010", "12:30", "- a", "word " * 40, "a\n\nb", "two  spaces " * 12, " x "])
IDS = st.lists(st.sampled_from(["ann", "no", "y", "e-1", "2025"]), min_size=1, max_size=3)
STEPS = st.fixed_dictionaries(
    {"state": st.just("held"), "on": st.sampled_from(["2025", "2025-11-13"]), "sources": IDS},
    optional={"note": TEXTS},
)
EVENTS = st.fixed_dictionaries(
    {
        "title": TEXTS,
        "when": st.just("unknown"),
        "history": st.lists(STEPS, min_size=1, max_size=2),
        "sources": IDS,
    },
    optional={"summary": TEXTS, "note": TEXTS, "topics": IDS},
).flatmap(lambda event: st.permutations(list(event.items())).map(dict))


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return a list of events in some style, with comments where YAML takes them for such."""
    events = draw(st.lists(EVENTS, min_size=1, max_size=3))
    whole = [{"id": f"e-{number}", **event} for number, event in enumerate(events)]
    text = yaml.safe_dump(
        whole,
        sort_keys=False,
        allow_unicode=draw(st.booleans()),
        default_style=draw(st.sampled_from([None, '"', "'", "|", ">"])),
        default_flow_style=draw(st.sampled_from([None, False, True])),
        width=draw(st.sampled_from([20, 80, 1000])),
    )
    return draw(commented(text))


@st.composite
def commented(draw: st.DrawFn, text: str) -> str:
    """Put comments on and between lines, wherever they change no value."""
    value = parse(PATH, text.encode())[0].value
    lines = text.split("\n")
    for number in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(lines) - 1))
        remark = f"# remark {number}"
        if draw(st.booleans()):
            tried = [*lines[:place], f"{lines[place]}  {remark}", *lines[place + 1 :]]
        else:
            gap = [""] if draw(st.booleans()) else []
            indent = " " * draw(st.integers(0, 6))
            tried = [*lines[:place], *gap, indent + remark, *gap, *lines[place:]]
        again, problems = parse(PATH, "\n".join(tried).encode())
        if again.value == value and not has_errors(problems):
            lines = tried
    return "\n".join(lines)


def read(text: str) -> Document:
    document, problems = parse(PATH, text.encode())
    assume(not has_errors(problems))
    return document


def stripped(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text.strip(" \t\n")
    pairs = [(entry.key, stripped(entry.value)) for entry in node.entries]
    return [value for _, value in pairs] if isinstance(node, Block) and node.is_list else dict(pairs)


@given(files())
def test_a_new_layout_says_the_same(text: str) -> None:
    before = read(text)

    told = laid_out(PATH, written(before.text))
    after, problems = parse(PATH, told.encode())

    assert not has_errors(problems)
    assert stripped(written(after.text).root) == stripped(written(before.text).root)
    assert decode([after])[0].records == decode([before])[0].records


@given(files())
def test_a_new_layout_keeps_every_comment(text: str) -> None:
    before = read(text)

    told = laid_out(PATH, written(before.text))

    assert sorted(re.findall("# remark [0-9]", told)) == sorted(re.findall("# remark [0-9]", text))


@given(files())
def test_laying_out_twice_changes_nothing(text: str) -> None:
    once = laid_out(PATH, written(read(text).text))

    assert laid_out(PATH, written(once)) == once
