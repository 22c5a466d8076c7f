"""Names of languages and the direction they are written in."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError


@lru_cache(maxsize=500)
def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=500)
def language_name(tag: str) -> str:
    """Return the English name of a BCP 47 language tag: ``Hungarian`` for ``hu``."""
    locale = _locale(tag)
    return (locale.get_display_name("en") if locale else None) or tag


def same_language(tag: str, other: str) -> bool:
    """Tell whether two tags are of one language, whatever their countries and scripts."""
    return tag.split("-", maxsplit=1)[0].casefold() == other.split("-", maxsplit=1)[0].casefold()


def direction(tag: str) -> str:
    """Return ``rtl`` or ``ltr`` for the HTML attribute ``dir``."""
    locale = _locale(tag)
    return locale.text_direction if locale else "ltr"
