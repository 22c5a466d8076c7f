"""Roles through time, drawn as bars."""

from datetime import date

from onrecord.pages.charts.tracks import Stretch, Track, draw
from onrecord.pages.charts.views import TracksView
from onrecord.records.actors import Actor, Role


def role_chart(actor: Actor, until: date | None) -> TracksView | None:
    """Return the drawing of an actor's roles up to ``until``; none if no role has a date."""
    tracks = [_track(role) for role in actor.roles if role.from_ or role.to]
    return draw(f"Roles of {actor.name} through time", tracks, until)


def _track(role: Role) -> Track:
    first = role.from_.first_day if role.from_ else None
    last = role.to.last_day if role.to else None
    return Track(role.title, stretches=(Stretch(first, last),))
