"""What a project says of itself in ``mkdocs.yml``, and where it keeps what its site is made of."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from onrecord.hosts.templates import template_folders
from onrecord.pages.addresses import Addresses

T = TypeVar("T")


class OnrecordConfig(Config):
    """What ``mkdocs.yml`` may say: two folders, relative to its own, whether posters are drawn, a policy.

    ``policy`` takes the place of our Content-Security-Policy; an empty text leaves pages without one.
    """

    content = config_options.Type(str, default="content")
    templates = config_options.Type(str, default="site_templates")
    posters = config_options.Type(bool, default=True)
    policy = config_options.Optional(config_options.Type(str))


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project keeps what its site is made of; ``name`` is how its content folder is told of."""

    home: Path
    content: Path
    name: str
    templates: tuple[Path, ...]
    addresses: Addresses


def in_a_build(made: T | None) -> T:
    """Return what was made in a build so far; ``PluginError`` if it has not begun."""
    if made is None:
        msg = "MkDocs asked for files before it said that a build begins"
        raise PluginError(msg)
    return made


def project(settings: OnrecordConfig, config: MkDocsConfig) -> Project:
    """Return the project of these settings; the templates are its own first, then those that come with us."""
    home = Path(config.config_file_path).parent
    return Project(
        home=home,
        content=(home / settings.content).resolve(),
        name=settings.content,
        templates=template_folders(home / settings.templates),
        addresses=Addresses(config.use_directory_urls, config.site_url or ""),
    )
