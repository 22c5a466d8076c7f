"""How statuses are decided: the rules as the program applies them, and the scope of the dossier."""

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.dossier import attribution, substance
from onrecord.pages.headings import headings
from onrecord.pages.here import Here
from onrecord.pages.page import Page
from onrecord.pages.site import Site
from onrecord.pages.templates import Render
from onrecord.pages.words.markdown import paragraphs
from onrecord.pages.words.wording import ATTRIBUTIONS, LIKELIHOODS, RELIABILITIES, STANCES, SUBSTANCES


@dataclass(frozen=True, slots=True)
class RuleView:
    """A status and the rule that leads to it."""

    key: str
    label: str
    rule: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """All rules in the order in which they are tried, the scales, and what the dossier covers."""

    attributions: tuple[RuleView, ...]
    substances: tuple[RuleView, ...]
    stances: tuple[RuleView, ...]
    likelihoods: tuple[RuleView, ...]
    reliabilities: tuple[str, ...]
    quote_limit: int
    covers: Markup
    leaves_out: Markup


def method_page(site: Site, render: Render) -> Page:
    """Make the page that states every rule."""
    here = Here(site, "method/")
    about = here.dossier.about
    view = MethodView(
        tuple(RuleView(key, ATTRIBUTIONS[key], rule) for key, rule in attribution.RULES),
        tuple(RuleView(key, SUBSTANCES[key], rule) for key, rule in substance.RULES),
        tuple(RuleView(key, label, "") for key, label in STANCES.items()),
        tuple(RuleView(key, words, span) for key, (words, span) in LIKELIHOODS.items()),
        tuple(RELIABILITIES.values()),
        about.quote_limit,
        paragraphs(about.scope.covers),
        paragraphs(about.scope.leaves_out),
    )
    html = render("pages/method.html.jinja", view)
    lede = "How this dossier decides what is confirmed, contested or open."
    return Page("method/", "Method", lede, html, headings(html), "method/")
