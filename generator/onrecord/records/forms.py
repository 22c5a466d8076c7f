"""The forms of texts that are more than text: ids, addresses, languages, numbers, files."""

import math
import re
from urllib.parse import urlsplit

from onrecord.records.ids import is_id
from onrecord.records.slugs import LONGEST, RESERVED, disguised, slug

LANGUAGE = (
    r"[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    r"(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[A-WY-Za-wy-z0-9](-[A-Za-z0-9]{2,8})+)*"
    r"(-[Xx](-[A-Za-z0-9]{1,8})+)?"
)
"""The shape of a language tag: RFC 5646 (BCP 47), section 2.1, without the irregular ones."""

WIKIDATA = r"Q[1-9][0-9]{0,11}"
DECIMAL = r"-?[0-9]{1,3}(\.[0-9]{1,15})?"
COUNT = r"[0-9]{1,6}"

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
"""Endings of pictures; a drawing in SVG may hold scripts, and any other file is not for readers."""

_LONGEST_PATH = 240
_LONGEST_URL = 4_000
_NAME = re.compile(r'[^\x00-\x1f\x7f<>:"/\\|?*]+')


class FormError(ValueError):
    """A text in the wrong form: ``code`` of the problem, what is wrong, what to write instead."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        """Keep the parts of a problem, which has a place besides."""
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def shown(text: str) -> str:
    """Return ``text`` in quotes, as much of it as a message can hold."""
    line = text.partition("\n")[0]
    return f"'{text}'" if line == text and len(text) <= LONGEST else f"'{line[:60]}…'"


def record_id(text: str) -> str:
    """Read an id; ``index`` is the address of the page that lists a folder."""
    if is_id(text) and text != "index" and text not in RESERVED and len(text) <= LONGEST:
        return text
    if text in RESERVED:
        message = f"the id {shown(text)} is a name that Windows keeps for a device"
        raise FormError("bad-id", message, f"choose another, such as '{text}-1'")
    if text == "index":
        raise FormError("bad-id", "the id 'index' is taken by the list of the folder", "choose another id")
    if is_id(text):
        raise FormError("bad-id", f"the id {shown(text)} is longer than {LONGEST} characters", "shorten it")
    letter = disguised(text)
    why = f"; '{letter}' (U+{ord(letter):04X}) only looks like a Latin letter" if letter else ""
    near = slug(text)
    hint = f"write '{near}'" if near and near != "index" else "use the letters a to z, digits and hyphens"
    raise FormError(
        "bad-id", f"{shown(text)} is no id: lower-case letters and digits, joined by hyphens{why}", hint
    )


def url(text: str) -> str:
    """Read an address on the web."""
    if len(text) > _LONGEST_URL:
        message = f"the address {shown(text)} has {len(text)} characters; {_LONGEST_URL} are allowed"
        raise FormError("bad-url", message, "take off what the page is found without")
    try:
        parts = urlsplit(text)
        sound = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        sound = False
    if not sound:
        raise FormError(
            "bad-url",
            f"{shown(text)} is no web address",
            "write it whole, such as 'https://example.org/page'",
        )
    if re.search(r"[\s\x00-\x1f\x7f<>\"\\]", text):
        raise FormError(
            "bad-url",
            f"the address {shown(text)} holds a character that no address may hold",
            "copy it again",
        )
    return text


def language(text: str) -> str:
    """Read a language tag."""
    if not re.fullmatch(LANGUAGE, text):
        hint = (
            f"write '{text.replace('_', '-')}'"
            if "_" in text
            else "write a tag such as 'en', 'ru' or 'pt-BR'"
        )
        raise FormError("bad-language", f"{shown(text)} is no language tag (BCP 47)", hint)
    return text


def wikidata(text: str) -> str:
    """Read the number of an item in Wikidata."""
    if not re.fullmatch(WIKIDATA, text):
        raise FormError(
            "bad-wikidata", f"{shown(text)} is no Wikidata item", "write Q and the number, such as 'Q58217'"
        )
    return text


def latitude(text: str) -> float:
    """Read decimal degrees north, from -90 to 90."""
    return _degrees(text, 90)


def longitude(text: str) -> float:
    """Read decimal degrees east, from -180 to 180."""
    return _degrees(text, 180)


def count(text: str) -> int:
    """Read a whole number from 0 to 999999."""
    if not re.fullmatch(COUNT, text):
        raise FormError("bad-number", f"{shown(text)} is no whole number", "write digits alone, such as '25'")
    return int(text)


def content_file(text: str) -> str:
    """Read the path of a file inside the content folder, with forward slashes."""
    if len(text) > _LONGEST_PATH or not all(map(_is_name, text.split("/"))):
        hint = "write the way from the content folder, such as 'images/lavrov.jpg'"
        raise FormError("bad-path", f"{shown(text)} is no file of the content folder", hint)
    return text


def picture(text: str) -> str:
    """Read the path of a picture: of a kind that only shows, whatever a program makes of its bytes."""
    path = content_file(text)
    if not path.lower().endswith(PICTURES):
        hint = f"save it as one of {', '.join(PICTURES)}"
        raise FormError("bad-path", f"{shown(text)} is no picture that can be published", hint)
    return path


def _is_name(step: str) -> bool:
    """Tell whether every file system takes a file of that name."""
    bare = step.partition(".")[0].rstrip(" ").lower()
    return bool(_NAME.fullmatch(step)) and not step.endswith((".", " ")) and bare not in RESERVED


def _degrees(text: str, limit: int) -> float:
    degrees = float(text) if re.fullmatch(DECIMAL, text) else math.nan
    if not -limit <= degrees <= limit:
        hint = "write decimal degrees, such as '47.4979'"
        raise FormError("bad-number", f"{shown(text)} is no number from -{limit} to {limit}", hint)
    return degrees
