"""Where we stand: links and small views as seen from one page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.link import folder_of
from onrecord.dossier.reads import Noted, kept, recalled
from onrecord.dossier.substance import Substance
from onrecord.pages.addresses import record_path
from onrecord.pages.site import Site
from onrecord.pages.views import LinkView, StatusView, TimeView
from onrecord.pages.words.titles import short_title
from onrecord.pages.words.wording import ATTRIBUTIONS, SUBSTANCES
from onrecord.records.ids import is_id
from onrecord.records.when import When, short_words, words

P = ParamSpec("P")
T = TypeVar("T")
Seen = Callable[Concatenate["Here", P], T]


def seen_alike(view: Seen[P, T]) -> Seen[P, T]:
    """Return ``view``, made once for all pages that are as far from the root; it must not tell them apart.

    Only links differ from page to page, and they differ by the way to the root alone. The arguments must
    be hashable.
    """

    @wraps(view)
    def shared(here: "Here", /, *shown: P.args, **named: P.kwargs) -> T:
        key = (view, here.up, *shown, *named.values())
        views = here.site.views
        found = views.get(key)
        if found is not None:
            return recalled(cast("Noted[T]", found))
        fresh: Noted[T] = kept(lambda: view(here, *shown, **named))
        views[key] = fresh
        return fresh.value

    return shared


@dataclass(frozen=True, slots=True)
class Here:
    """One page of the site, from which links are drawn; ``up`` is the way to the root."""

    site: Site
    path: str
    up: str = field(init=False)

    def __post_init__(self) -> None:
        """Find the way to the root once for all links."""
        object.__setattr__(self, "up", self.site.addresses.up(self.path))

    @property
    def dossier(self) -> Dossier:
        """The dossier that the page is about."""
        return self.site.dossier

    def page(self, path: str, text: str, anchor: str = "") -> LinkView:
        """Return a link to a page or file of the site."""
        return LinkView(self.site.addresses.link(self.path, path, anchor), text, path.split("/", 1)[0])

    @seen_alike
    def record(self, record_id: str, text: str = "") -> LinkView:
        """Return a link to a record; a record that does not exist shows its id and leads nowhere."""
        record = self.dossier.find(record_id)
        if record is None:
            return self._absent(record_id, text)
        folder = self.dossier.folders[record_id]
        return LinkView(
            self.site.addresses.link(self.path, record_path(folder, record_id)),
            text or self.site.title(record),
            folder,
        )

    def _absent(self, record_id: str, text: str) -> LinkView:
        removed = self.dossier.removed.get(record_id)
        if removed is None:
            return LinkView("", text or record_id)
        folder = folder_of(removed)
        href = self.site.addresses.link(self.path, record_path(folder, record_id))
        return LinkView(href, text or f"{record_id} (removed)", folder)

    def records(self, ids: Iterable[str]) -> tuple[LinkView, ...]:
        """Return links to records, in the order given."""
        return tuple(self.record(each) for each in ids)

    def shorts(self, ids: Iterable[str]) -> tuple[LinkView, ...]:
        """Return links to records under their shortest names, or the words that stand instead of ids."""
        return tuple(self.short(each) if is_id(each) else LinkView("", each) for each in ids)

    @seen_alike
    def short(self, record_id: str) -> LinkView:
        """Return a link to a record under its shortest name."""
        record = self.dossier.find(record_id)
        return self.record(record_id, short_title(self.dossier, record) if record else "")

    def record_or_words(self, text: str) -> LinkView:
        """Return a link to the record of that id, or the words themselves without a link."""
        return self.record(text) if is_id(text) else LinkView("", text)

    def time(self, when: When) -> TimeView:
        """Return a date in words."""
        return time_view(when)

    @seen_alike
    def attribution(self, statement_id: str) -> StatusView:
        """Return whether a statement was made, and how that is known."""
        found = self.site.attributions[statement_id]
        return StatusView(
            found.status,
            ATTRIBUTIONS[found.status],
            "Did they say it?",
            found.rule,
            found.because,
            tuple(self.short(each) for each in found.decisive),
        )

    @seen_alike
    def substance(self, claim_id: str) -> StatusView:
        """Return whether a claim is so, and by which rule."""
        found = self.site.substances[claim_id]
        return StatusView(
            found.status,
            substance_label(found),
            "Is it so?",
            found.rule,
            found.because,
            tuple(self.short(each) for each in found.decisive),
        )


def substance_label(found: Substance) -> str:
    """Return the name of a claim's status, and how the claim was settled if it is."""
    settled = {"true": "Resolved: so", "false": "Resolved: not so", "moot": "Resolved: moot"}
    return settled[found.resolution] if found.resolution else SUBSTANCES[found.status]


def reason(dossier: Dossier, found: Substance) -> str:
    """Return what made a claim's status so beside a list of who takes which stance.

    Where stances alone decided, the list says it, and saying it again would only tell the names twice.
    """
    return "" if stances_decide(dossier, found) else found.because


def stances_decide(dossier: Dossier, found: Substance) -> bool:
    """Tell whether a claim's status follows from nothing but stances that were taken on it."""
    return bool(found.decisive) and all(each in dossier.statements for each in found.decisive)


@lru_cache(maxsize=65_536)
def time_view(when: When) -> TimeView:
    """Return a date in words, short and long, with its machine form."""
    return TimeView(words(when), short_words(when), when.machine)
