"""A dossier in numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping

from onrecord.dossier.attribution import attribution
from onrecord.dossier.dossier import Dossier
from onrecord.dossier.origins import origins
from onrecord.dossier.substance import substance
from onrecord.records.kinds import FOLDERS

Numbers = Mapping[str, Mapping[str, int]]
"""What is counted, to each group and how many are in it; groups in order."""


def stats(dossier: Dossier) -> Numbers:
    """Return how many records there are of each kind, and of which status, language and archive state."""
    sources = dossier.sources.values()
    return {
        "records": {folder: len(dossier.of_kind(folder)) for folder in FOLDERS},
        "statements: did they say it": _counted(
            attribution(dossier, each).status for each in dossier.statements.values()
        ),
        "claims: is it so": _counted(substance(dossier, each).status for each in dossier.claims.values()),
        "sources: kind": _counted(each.kind for each in sources),
        "sources: language": _counted(each.lang or "not said" for each in sources),
        "sources: archive": _counted(each.archive.state if each.archive else "not said" for each in sources),
        "sources: origins": {
            "sources": len(dossier.sources),
            "independent origins": len(origins(dossier, dossier.sources)),
        },
        "quotations": {
            "with the speaker's words": sum(bool(each.quote) for each in dossier.statements.values()),
            "only in other words": sum(not each.quote for each in dossier.statements.values()),
        },
    }


def _counted(groups: Iterable[str]) -> dict[str, int]:
    """Return how often each group occurs, the largest first."""
    return dict(sorted(Counter(groups).items(), key=lambda item: (-item[1], item[0])))
