"""The words around dates, by language: English wherever a language has none here."""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrases:
    """Patterns for what a date does not say exactly; ``{}`` stands for a date or a year.

    ``not_before`` and ``not_after`` are for days, the ``_in`` pair for longer units.
    """

    about: str = "about {}"
    about_short: str = "c. {}"
    possibly: str = "possibly {}"
    between: str = "between {} and {}"
    span: str = "{} \N{EN DASH} {}"
    not_before: str = "on or after {}"
    not_before_in: str = "in or after {}"
    not_before_short: str = "{} or later"
    not_after: str = "on or before {}"
    not_after_in: str = "in or before {}"
    not_after_short: str = "{} or earlier"
    since: str = "from {}, end not known"
    until: str = "until {}, start not known"
    since_short: str = "from {}"
    until_short: str = "until {}"
    unknown: str = "no date set"
    unknown_short: str = "no date"
    no_day: str = "{}, day not known"
    no_month: str = "{}, month not known"
    decade: str = "the {}s"
    seasons: tuple[str, str, str, str] = ("spring {}", "summer {}", "autumn {}", "winter {}")


@cache
def phrases(language: str) -> Phrases:
    """Give the phrases of a language tag such as ``de`` or ``de-AT``."""
    return {"de": _GERMAN, "fr": _FRENCH, "hu": _HUNGARIAN}.get(
        language.replace("_", "-").partition("-")[0], _ENGLISH
    )


_ENGLISH = Phrases()
_GERMAN = Phrases(
    about="etwa {}",
    about_short="ca. {}",
    possibly="möglicherweise {}",
    between="zwischen {} und {}",
    not_before="frühestens {}",
    not_before_in="frühestens {}",
    not_before_short="frühestens {}",
    not_after="spätestens {}",
    not_after_in="spätestens {}",
    not_after_short="spätestens {}",
    since="ab {}, Ende nicht bekannt",
    until="bis {}, Anfang nicht bekannt",
    since_short="ab {}",
    until_short="bis {}",
    unknown="kein Datum festgelegt",
    unknown_short="ohne Datum",
    no_day="{}, Tag nicht bekannt",
    no_month="{}, Monat nicht bekannt",
    decade="{}er-Jahre",
    seasons=("Frühling {}", "Sommer {}", "Herbst {}", "Winter {}"),
)
_FRENCH = Phrases(
    about="environ {}",
    about_short="env. {}",
    possibly="peut-être {}",
    between="entre {} et {}",
    not_before="au plus tôt : {}",
    not_before_in="au plus tôt : {}",
    not_before_short="au plus tôt : {}",
    not_after="au plus tard : {}",
    not_after_in="au plus tard : {}",
    not_after_short="au plus tard : {}",
    since="à partir de : {}, fin inconnue",
    until="jusqu'à : {}, début inconnu",
    since_short="à partir de : {}",
    until_short="jusqu'à : {}",
    unknown="aucune date fixée",
    unknown_short="sans date",
    no_day="{}, jour inconnu",
    no_month="{}, mois inconnu",
    decade="années {}",
    seasons=("printemps {}", "été {}", "automne {}", "hiver {}"),
)
_HUNGARIAN = Phrases(
    about="{} körül",
    about_short="{} körül",
    possibly="talán {}",
    between="{} és {} között",
    not_before="legkorábban {}",
    not_before_in="legkorábban {}",
    not_before_short="legkorábban {}",
    not_after="legkésőbb {}",
    not_after_in="legkésőbb {}",
    not_after_short="legkésőbb {}",
    since="kezdete {}, vége nem ismert",
    until="vége {}, kezdete nem ismert",
    since_short="kezdete {}",
    until_short="vége {}",
    unknown="nincs kitűzött dátum",
    unknown_short="nincs dátum",
    no_day="{}, nap nem ismert",
    no_month="{}, hónap nem ismert",
    decade="{}-es évek",
    seasons=("{} tavasza", "{} nyara", "{} ősze", "{} tele"),
)
