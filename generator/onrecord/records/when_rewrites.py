"""What somebody may have meant who wrote a date in another way: the texts to offer them."""

import re
from collections.abc import Iterator

from onrecord.records.when_edtf import MONTHS

_NO_DATE = frozenset({"unknown", "undated", "no date", "none", "n.d.", "n/a", "tba", "tbd", "?", "not known"})
_NUMBERS = re.compile(r"([0-9]{1,4})([./ -])([0-9]{1,2})\2([0-9]{1,4})\.?")
_TWO_NUMBERS = re.compile(r"([0-9]{1,4})[./ -]([0-9]{1,4})\.?")
_RUN_TOGETHER = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_WORD = re.compile(r"[a-z]+|[0-9]+")
_ABOUT = frozenset({"about", "around", "approximately", "circa", "ca", "c"})
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_LOOSE_STAMP = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ]+(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,][0-9]+)?"
    r" ?(?P<zone>Z|UTC|GMT)? ?(?P<offset>(?P<sign>[+-])(?P<hours>[0-9]{1,2}):?(?P<minutes>[0-9]{2})?)?"
)


def rewrites(text: str) -> Iterator[str]:
    """Offer forms of ours that the text may stand for, likeliest first; they need not be dates themselves."""
    if text.casefold() in _NO_DATE:
        yield "unknown"
    tidy = text.replace("\N{EN DASH}", "-").replace("\N{EM DASH}", "-").replace("\N{MINUS SIGN}", "-")
    yield tidy
    yield tidy.upper()
    yield re.sub(r"(?<=[0-9?~%]) ?(?: to | - |-(?=[0-9]{4}))", "/", tidy).replace(" ", "")
    yield tidy.replace("open", "..").replace("unknown", "")
    yield from _from_numbers(tidy)
    yield from _from_stamp(tidy.upper())
    yield from _from_words(_WORD.findall(tidy.casefold()))


def _from_numbers(text: str) -> Iterator[str]:
    if run := _RUN_TOGETHER.fullmatch(text):
        yield "-".join(run.groups())
    if pair := _TWO_NUMBERS.fullmatch(text):
        year, month = sorted(pair.groups(), key=len, reverse=True)
        yield f"{year}-{month:0>2}"
    if three := _NUMBERS.fullmatch(text):
        one, _, two, last = three.groups()
        year_first = len(one) == len("2025")
        year, other = (one, last) if year_first else (last, one)
        yield f"{year}-{two:0>2}-{other:0>2}"
        if not year_first or int(two) > len(MONTHS):
            yield f"{year}-{other:0>2}-{two:0>2}"


def _from_stamp(text: str) -> Iterator[str]:
    stamp = _LOOSE_STAMP.fullmatch(text)
    if stamp is None or not (stamp["zone"] or stamp["offset"]):
        return
    offset = f"{stamp['sign']}{stamp['hours']:0>2}:{stamp['minutes'] or '00'}" if stamp["offset"] else "Z"
    clock = stamp["time"] if stamp["time"][2:3] == ":" else f"0{stamp['time']}"
    yield f"{stamp['day']}T{clock}{offset}"


def _from_words(words: list[str]) -> Iterator[str]:
    qualifier = "~" if _ABOUT & set(words) else ""
    kept = [word for word in words if word not in {*_ABOUT, "st", "nd", "rd", "th", "of", "the", "on", "in"}]
    names = [code for word in kept if (code := _month(word))]
    years = [word for word in kept if word.isdigit() and len(word) == len("2025")]
    days = [word for word in kept if word.isdigit() and word not in years]
    all_known = len(kept) == len(names) + len(years) + len(days)
    if all_known and len(years) == 1 and len(days) <= len(names) <= 1:
        yield "-".join((*years, *names, *(f"{day:0>2}" for day in days))) + qualifier


def _month(word: str) -> str | None:
    for number, name in enumerate(MONTHS, 1):
        if len(word) > 2 and name.casefold().startswith(word):  # noqa: PLR2004  "Jan" is the shortest in use
            return f"{number:02}"
    return _SEASONS.get(word)
