"""TimelineJS itself, Knight Lab's own program, draws the file that is made for it."""

import csv
import json
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.npm import installed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VERSION = "3.9.11"
PATIENCE = 120_000
"""Milliseconds after which it is taken never to draw: what it cannot use it tells on the page alone."""

_TAG = re.compile("<[^>]+>")

DRAW = """async ([file, patience]) => {
  const home = document.createElement("div");
  home.style.cssText = "width: 900px; height: 500px";
  document.body.append(home);
  const timeline = new TL.Timeline(home, file, {script_path: `${location.origin}/nowhere/`});
  await new Promise((resolve, reject) => {
    timeline.on("loaded", resolve);
    setTimeout(() => reject(new Error(`it only says: ${home.textContent}`)), patience);
  });
  const day = (told) => (told ? told.data.date_obj.toISOString().slice(0, 10) : "");
  const read = (each) => ({
    id: each.unique_id,
    title: each.text.headline,
    group: each.group,
    shown: each.display_date,
    start: day(each.start_date),
    end: day(each.end_date),
  });
  return {
    errors: timeline.config.messages.errors,
    title: timeline.config.title.text.headline,
    events: timeline.config.events.map(read),
    markers: home.querySelectorAll(".tl-timemarker").length,
    groups: [...home.querySelectorAll(".tl-timegroup-message")].map((each) => each.textContent),
  };
}"""


@pytest.fixture(scope="module")
def drawn(browser: "Browser", address: str) -> Any:
    """Return what TimelineJS made of the file of the default dossier, which it fetched by itself."""
    script = installed("@knight-lab/timelinejs", VERSION, "dist/js/timeline.js")
    context = browser.new_context(locale="en-GB", timezone_id="UTC")
    page = context.new_page()
    page.route("**/nowhere/**", lambda route: route.abort())
    page.goto(f"{address}robots.txt")
    page.add_script_tag(path=script)
    made = page.evaluate(DRAW, [f"{address}data/timelinejs.json", PATIENCE])
    context.close()
    return made


def words(markup: str) -> str:
    """Return a headline without the link around it."""
    return unescape(_TAG.sub("", markup))


@pytest.mark.browser
def test_every_entry_is_drawn_under_its_title(drawn: Any, site: Path) -> None:
    ours = json.loads((site / "data/timelinejs.json").read_text(encoding="utf-8"))

    assert drawn["errors"] == []
    assert words(drawn["title"]) == words(ours["title"]["text"]["headline"])
    theirs = {each["id"]: each for each in drawn["events"]}
    assert len(theirs) == len(ours["events"]) == drawn["markers"] > 200
    for entry in ours["events"]:
        found = theirs[entry["unique_id"]]
        assert words(found["title"]) == words(entry["text"]["headline"])
        assert found["shown"] == entry["display_date"]


@pytest.mark.browser
def test_every_statement_stands_on_its_days(drawn: Any, site: Path) -> None:
    with (site / "data/statements.csv").open(encoding="utf-8", newline="") as file:
        said = {row["id"]: (row["said_first"], row["said_last"]) for row in csv.DictReader(file)}
    statements = {
        each["id"]: (each["start"], each["end"] or each["start"])
        for each in drawn["events"]
        if each["group"] == "statements"
    }

    assert statements == {key: days for key, days in said.items() if days[0]}


@pytest.mark.browser
def test_entries_are_in_order_and_grouped_by_their_kind(drawn: Any) -> None:
    days = [each["start"] for each in drawn["events"]]

    assert days == sorted(days)
    assert sorted(drawn["groups"]) == ["events", "statements"]
