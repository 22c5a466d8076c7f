"""The pictures that links are shown with: what is on them, and that it can be seen."""

import re
from io import BytesIO

import pytest
from PIL import Image

from onrecord.dossier.statuses import Statuses
from onrecord.pages.addresses import Addresses
from onrecord.pages.page import Poster
from onrecord.pages.records.record_pages import record_page
from onrecord.pages.site import Site
from onrecord.pages.templates import renderer
from onrecord.pages.words.wording import ATTRIBUTIONS, STATES, SUBSTANCES
from onrecord.posters import look
from onrecord.posters.drawing import draw
from onrecord.posters.marks import PENCILS
from onrecord.posters.setting import fitted, legible, single
from onrecord.records.record import Record
from tests.built import TEMPLATES
from tests.dossier.make import actor, claim, dossier, event, source, stance, statement, step

STATUSES = sorted({*ATTRIBUTIONS, *SUBSTANCES, *STATES})
SITE = "Who said what"
LONG = "A claim that goes on and on, as claims of lawyers do, and comes to no end. " * 12


def picture(**said: str) -> Image.Image:
    words = {"kicker": "Claim", "title": "It rained", **said}
    return Image.open(BytesIO(draw(Poster(**words), SITE))).convert("RGB")


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """Return the box around whatever is not paper, below the rules under the site's name."""
    below = image.crop((0, 112, *image.size))
    found = Image.eval(below.convert("L"), lambda shade: 0 if shade > 240 else 255).getbbox()
    assert found is not None
    return found


@pytest.mark.parametrize("title", ["It rained", LONG, "Donaudampfschifffahrtsgesellschaftskapitän" * 9])
@pytest.mark.parametrize("status", ["", "Contested"])
def test_words_of_any_length_keep_within_the_margins(title: str, status: str) -> None:
    image = picture(title=title, told=LONG, status=status, mark=status.lower())

    left, _, right, bottom = inked(image)
    assert image.size == (1200, 630)
    assert left >= look.MARGIN - 4
    assert right <= look.WIDTH - look.MARGIN + 4
    assert bottom + 112 <= look.HEIGHT - 16


def test_a_long_title_ends_in_an_ellipsis_above_the_status() -> None:
    room = (1056, 300)
    lines = fitted(LONG, look.serif, room, (60, 46))

    assert lines.size == 46
    assert lines.words[-1].endswith("…")
    assert len(lines.words) * lines.leading <= room[1]
    assert all(look.serif(46).getlength(each) <= room[0] for each in lines.words)
    assert single("short", look.sans, 32, 900).words == ("short",)


@pytest.mark.parametrize(
    "words", ["Szijjártó Péter őű ŐŰ", "Сергій Кислиця, Ёлка, Ґрунт", "Łódź — Čapek ‘ţ’ „ş“ № 5 €"]
)
def test_the_letters_of_the_languages_here_are_known(words: str) -> None:
    assert legible(words) == words


@pytest.mark.parametrize("words", ["שלום", "峰会", "it is 🕊"])
def test_what_the_type_lacks_is_left_out_rather_than_shown_as_boxes(words: str) -> None:
    assert legible(words) == ""
    assert draw(Poster("Topic", words), SITE) == draw(Poster("Topic", SITE), SITE)


def test_letters_that_nobody_sees_are_no_reason_to_leave_words_out() -> None:
    assert legible("a\u00ada\u200b\u2011b \u202f c\n") == "aa-b c"


def test_the_same_words_give_the_same_bytes_and_other_words_others() -> None:
    poster = Poster("Claim", "It rained", "Said by two", "Contested", "Is it so?", "contested")

    assert draw(poster, SITE) == draw(poster, SITE)
    others = [Poster("Claim", "It snowed"), Poster("Event", "It rained"), Poster("Claim", "It rained")]
    assert len({draw(each, SITE) for each in (poster, *others)}) == 4
    assert draw(poster, SITE) != draw(poster, "Another dossier")


def test_a_poster_is_light() -> None:
    held = draw(Poster("Claim", LONG, LONG, "Contested", "Is it so?", "contested"), SITE)

    assert len(held) < 50_000
    assert held[24:26] == bytes((4, 3))  # four bits a pixel, from a palette


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_has_a_shape_and_a_colour(status: str) -> None:
    plain, marked = (picture(status="Words", mark=each) for each in ("", status))

    assert status in PENCILS
    assert status in look.TONES
    corner = (look.MARGIN, 540, look.MARGIN + 44, 610)
    assert marked.crop(corner).tobytes() != plain.crop(corner).tobytes()


def test_shapes_are_shared_as_on_pages() -> None:
    drawn = (TEMPLATES[0] / "parts/marks.html.jinja").read_text(encoding="utf-8")
    groups = [re.findall(r'"([\w-]+)"', test) for test in re.findall(r"if key (?:==|in) ([^%]*)%}", drawn)]
    groups.append([each for each in STATUSES if each not in {key for group in groups for key in group}])
    of_pages = {frozenset(group) & set(STATUSES) for group in groups} - {frozenset()}
    pencils = {frozenset(key for key in PENCILS if PENCILS[key] is each) for each in PENCILS.values()}

    assert pencils == of_pages


def test_colours_are_those_of_pages_in_light() -> None:
    css = (TEMPLATES[0] / "assets/onrecord.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--or-([a-z]+): (#[0-9a-f]{6})", css.partition('="slate"')[0]))
    tones = re.findall(r"^(\.or-tone--.*?) \{ --or-tone: var\(--or-([a-z]+)\)", css, re.MULTILINE)
    of_pages = {key: light[name] for keys, name in tones for key in re.findall(r"--([\w-]+)", keys)}

    assert {"paper": look.PAPER, "ink": look.INK, "soft": look.SOFT, "accent": look.ACCENT}.items() <= (
        light.items()
    )
    assert {key: of_pages[key] for key in STATUSES} == look.TONES


def poster_of(wanted: str, *records: Record) -> Poster:
    site = Site(Statuses(dossier(*records)), Addresses())
    found = record_page(site, renderer(TEMPLATES), site.dossier.record(wanted)).poster
    assert found is not None
    return found


def test_a_statement_is_its_words_under_its_speaker_and_day() -> None:
    found = poster_of("a", actor("lavrov"), source("tass"), statement("a", said="2025-11-13"))

    assert found == Poster(
        "Statement · Lavrov · 13 Nov 2025", "Something.", "", "One original report", "Did they say it?",
        "single-origin",
    )  # fmt: skip
    assert found.alt == "Statement · Lavrov · 13 Nov 2025. Something. One original report"


def test_a_claim_says_who_stands_where() -> None:
    said = statement("a", stances=stance("asserts"))
    found = poster_of("ready", actor("lavrov"), source("tass"), said, claim("ready"))

    assert (found.kicker, found.status, found.beside) == ("Claim", "One-sided", "Is it so?")
    assert found.told


def test_an_event_says_what_became_of_it() -> None:
    moved = event("e", "2025-11-07", step("announced", "2025-10-16"), step("put-off", "2025-10-21"))
    found = poster_of("e", source("tass"), moved)

    assert (found.status, found.beside, found.mark) == ("Put off", "since 21 Oct 2025", "put-off")
