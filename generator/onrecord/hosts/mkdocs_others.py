"""Other plugins and hooks of a project, and what they have a hand in."""

from mkdocs.config.defaults import MkDocsConfig

_OURS = __name__.partition(".")[0]
_OF_PAGES = frozenset(
    {"pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page"}
)
_OF_A_BUILD = _OF_PAGES | {"files", "nav", "env", "pre_template", "template_context", "post_template"}


def others_change_context(config: MkDocsConfig) -> bool:
    """Tell whether another plugin may give each page's template another context."""
    return _others(config, frozenset({"page_context"}))


def others_make_pages(config: MkDocsConfig) -> bool:
    """Tell whether another plugin has a hand in pages: what it makes of one may depend on all."""
    return _others(config, _OF_PAGES)


def others_see_pages(config: MkDocsConfig) -> bool:
    """Tell whether another plugin is told of anything that is read or written in between."""
    return _others(config, _OF_A_BUILD)


def others_take_part(config: MkDocsConfig) -> bool:
    """Tell whether there is another plugin or hook at all."""
    return _others(config, frozenset(config.plugins.events))


def others_finish(config: MkDocsConfig) -> bool:
    """Tell whether another plugin may change files of a site that is written."""
    return _others(config, frozenset({"post_build"}))


def _others(config: MkDocsConfig, events: frozenset[str]) -> bool:
    """Tell whether anything but a plugin of this program is called at one of these events."""
    called = (method for event in events for method in config.plugins.events[event])
    owners = (type(getattr(method, "__self__", None)) for method in called)
    return any(owner.__module__.partition(".")[0] != _OURS for owner in owners)
