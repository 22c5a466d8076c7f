"""Where the templates lie: the project's own first, then those that come with Onrecord."""

from pathlib import Path

import onrecord

_PACKAGE = Path(onrecord.__file__).resolve().parent
_HOMES = (_PACKAGE / "site_templates", _PACKAGE.parents[1] / "site_templates")


def packaged_templates() -> Path:
    """Return the folder of templates that comes with Onrecord: in the wheel, else in the repository."""
    return next(home for home in _HOMES if home.is_dir())


def template_folders(project: Path) -> tuple[Path, ...]:
    """Return where to look for a template, the first folder first; ``project`` may not exist."""
    packaged = packaged_templates()
    if not project.is_dir() or project.resolve() == packaged:
        return (packaged,)
    return (project.resolve(), packaged)
