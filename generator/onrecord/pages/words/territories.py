"""Names of countries."""

from functools import lru_cache

from babel import Locale


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return dict(Locale("en").territories)


def country_name(country: str) -> str:
    """Return ``Hungary`` for the ISO 3166 code ``HU``; words that are no code stay as they are."""
    return _names().get(country.upper(), country)
