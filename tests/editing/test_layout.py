import pytest

from onrecord.editing.layout import laid_out
from onrecord.source.written import written


def laid(path: str, text: str) -> str:
    return laid_out(path, written(text))


def test_keys_come_in_the_order_of_the_record() -> None:
    text = "note: N\nsummary: S\ntitle: T\n"

    assert laid("topics/t.yml", text) == "title: T\nsummary: S\nnote: N\n"


def test_a_key_that_is_not_known_stays_behind_the_others() -> None:
    assert laid("topics/t.yml", "colour: red\ntitle: T\n") == "title: T\ncolour: red\n"


def test_records_of_a_list_are_parted_by_a_line() -> None:
    text = "- title: A\n  id: a\n- id: b\n  title: B\n"

    assert laid("topics/all.yml", text) == "- id: a\n  title: A\n\n- id: b\n  title: B\n"


def test_ids_stand_in_brackets_while_they_fit_and_texts_below_each_other() -> None:
    many = ", ".join(f"claim-number-{n}" for n in range(10))
    text = f"text: Q\nclaims:\n- a\n- b\nwatch: [one thing, another]\ntopics: [{many}]\n"

    told = laid("questions/q.yml", text)

    assert "watch:\n  - one thing\n  - another\n" in told
    assert "claims: [a, b]\n" in told
    assert "topics:\n  - claim-number-0\n  - claim-number-1\n" in told


def test_a_long_text_is_folded_and_one_with_line_ends_keeps_them() -> None:
    told = laid("topics/t.yml", f"title: {'word ' * 30}\nsummary: |\n  a\n\n  b\n")

    assert told.startswith("title: >-\n  word word")
    assert max(map(len, told.split("\n"))) <= 100
    assert told.endswith("summary: |-\n  a\n\n  b\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no", '"no"'),
        ("'12'", '"12"'),
        ("22:30", '"22:30"'),
        ('"a: b"', '"a: b"'),
        ("'plain'", "plain"),
        ("'say \"so\": now'", "'say \"so\": now'"),
        ('"it\'s"', "it's"),
        ("'- a'", '"- a"'),
        ("'a #b'", '"a #b"'),
        ('"[T]"', '"[T]"'),
        ('"a\\u00a0b"', '"a\\u00a0b"'),
    ],
)
def test_quotes_stand_where_some_program_would_misread(text: str, expected: str) -> None:
    assert laid("topics/t.yml", f"title: {text}\n") == f"title: {expected}\n"


def test_dates_and_numbers_need_no_quotes() -> None:
    text = "name: B\nlat: '47.5'\nprecision: '5'\n"

    assert laid("places/b.yml", text) == 'name: B\nlat: 47.5\nprecision: "5"\n'
    assert "on: 2025\n" in laid("judgments/j.yml", "'on': '2025'\ntext: T\n")


COMMENTED = """\
# yaml-language-server: $schema=../s.json
# The head stays.

# about the title
title: T  # beside the title
summary: >-  # beside a block
  text
# about the note
note: N
# the end
"""


def test_comments_stay_with_what_they_are_about() -> None:
    moved = COMMENTED.replace("note: N\n# the end\n", "note: N\nid: t  # beside the id\n# the end\n")

    told = laid("topics/t.yml", moved)

    assert told.startswith(
        "# yaml-language-server: $schema=../s.json\n# The head stays.\n\n"
        "id: t  # beside the id\n# about the title\ntitle: T  # beside the title\n"
    )
    assert told.endswith("# about the note\nnote: N\n\n# the end\n")


def test_comments_in_lists_stay_where_they_are() -> None:
    text = (
        "# first\n- id: a  # the id\n  title: A\n  # below the first\n\n# second\n- # at the dash\n"
        "  title: B\n  id: b\n  formerly: [x,  # old\n    y]\n# the end\n"
    )

    assert laid("topics/all.yml", text) == (
        "# first\n- id: a  # the id\n  title: A\n  # below the first\n\n# second\n# at the dash\n- id: b\n"
        "  title: B\n  formerly:\n    - x  # old\n    - y\n\n# the end\n"
    )


def test_a_comment_deeper_than_what_follows_belongs_to_the_list_above() -> None:
    text = "history:\n  - state: held\n    on: 2025\n  # more to come\ntitle: T\n"

    assert laid("events/e.yml", text) == (
        "title: T\nhistory:\n  - state: held\n    on: 2025\n  # more to come\n"
    )


def test_mappings_in_braces_are_written_out() -> None:
    assert laid("actors/a.yml", "{name: A, kind: person}\n") == "name: A\nkind: person\n"


def test_a_comment_at_the_end_stays_there_however_far_it_is_set_in() -> None:
    once = laid("topics/all.yml", "- id: a\n  title: A\n # the end\n")

    assert once == "- id: a\n  title: A\n\n# the end\n"
    assert laid("topics/all.yml", once) == once
