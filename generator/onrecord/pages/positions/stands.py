"""Who stands where on what: the last word, the receipt for it, and the path to it."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from onrecord.dossier.positions import Position
from onrecord.pages.cards import publisher_links, quote_view
from onrecord.pages.here import Here
from onrecord.pages.positions.views import MomentView, PositionView
from onrecord.pages.views import LinkView, StatusView
from onrecord.pages.words.markdown import inline
from onrecord.pages.words.wording import STANCES, TAKEN_BY, stance_on

_SILENT = "declines-to-comment"
_PATH = 20


def stand_on(here: Here, claim_id: str, taken: tuple[Position, ...]) -> PositionView:
    """Return where an actor stands on a claim, as the actor's page tells it."""
    label = stance_on(taken[-1].stance)
    return _stand(here, taken, here.record(claim_id), label, here.substance(claim_id))


def stand_of(here: Here, taken: tuple[Position, ...]) -> PositionView:
    """Return where an actor stands on a claim, as the claim's page tells it."""
    return _stand(here, taken, here.record(taken[-1].actor), TAKEN_BY[taken[-1].stance], None)


def _stand(
    here: Here, taken: tuple[Position, ...], subject: LinkView, label: str, substance: StatusView | None
) -> PositionView:
    """Return a stand from the positions of one actor, which go from the oldest to the newest."""
    moments = tuple(_moments(here, taken))
    statement = here.dossier.statements[taken[-1].statement]
    return PositionView(
        subject=subject,
        label=label,
        substance=substance,
        now=moments[-1],
        words=inline(statement.paraphrase),
        note=next(
            (inline(each.note) for each in statement.stances if each.claim == taken[-1].claim), Markup()
        ),
        quote=quote_view(here, statement.quote) if statement.quote else None,
        sources=publisher_links(here, (each.source for each in statement.sources)),
        path=moments[-_PATH:] if len(moments) > 1 else (),
    )


def _moments(here: Here, taken: Iterable[Position]) -> Iterator[MomentView]:
    before, last = "", ("", "")
    for each in taken:
        spoken = each.stance != _SILENT
        yield MomentView(
            here.time(each.said),
            each.stance,
            STANCES[each.stance],
            here.record(each.statement),
            each.condition,
            changed=spoken and before not in ("", each.stance),
            again=last == (each.stance, each.condition),
        )
        last = (each.stance, each.condition)
        before = each.stance if spoken else before
