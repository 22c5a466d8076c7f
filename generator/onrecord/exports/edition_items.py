"""The editions of the dossier, and what was taken back, as entries of a feed."""

from collections.abc import Iterator
from datetime import date

from onrecord.dossier.editions import Difference
from onrecord.dossier.sides import day_of
from onrecord.dossier.standings import Standing
from onrecord.exports.feed import Item, item
from onrecord.exports.release import Release
from onrecord.records.lines import one_line
from onrecord.records.when import parse, words

_LIMIT = 200
"""Changes of an edition that are told one by one."""

_WHAT = {
    "new": "New in {folder}: {title}",
    "correction": "Corrected: {title}",
    "claim-moved": "Is it so? {before} → {after}: {title}",
    "attribution-moved": "Did they say it? {before} → {after}: {title}",
    "event-moved": "Event, {before} → {after}: {title}",
    "judgment-moved": "Our judgment, {before} → {after}: {title}",
}


def edition_anchor(day: date) -> str:
    """Return the anchor of an edition on the page of changes."""
    return f"edition-{day.isoformat()}"


def edition_items(release: Release) -> Iterator[Item]:
    """Return an item for every edition: its bottom line, and what changed since the edition before."""
    return (_item(release, each) for each in release.standings)


def _item(release: Release, standing: Standing) -> Item:
    day, found = standing.day, standing.differences or ()
    anchor = edition_anchor(day)
    page = release.address(release.link("changes/"))
    lines = [
        one_line(standing.then.dossier.about.bottom_line),
        *(_line(release, each) for each in found[:_LIMIT]),
    ]
    if len(found) > _LIMIT:
        lines.append(f"And {len(found) - _LIMIT} changes more.")
    title = f"Edition of {words(parse(day.isoformat()))}"
    url = f"{page}#{anchor}" if page else ""
    return item(url or f"urn:onrecord:{anchor}", (day, day), (title, "\n".join(lines)), url, "editions")


def removed_items(release: Release) -> Iterator[Item]:
    """Return an item for every record that was taken back: its id, when, and why."""
    for record_id in release.removed:
        if removed := release.dossier.removed[record_id].removed:
            day = day_of(removed.on) or release.day
            told = (f"Removed: {record_id}", release.plain(removed.reason))
            key = f"{release.identifier(record_id)}#removed"
            yield item(key, (day, day), told, release.url(record_id), "removed")


def _line(release: Release, each: Difference) -> str:
    return _WHAT[each.kind].format(
        folder=each.folder,
        title=release.titles.get(each.record_id, each.record_id),
        before=each.before or "no date",
        after=each.after or "no date",
    )
