"""All data files of the site."""

from onrecord.dossier.dossier import Dossier
from onrecord.exports.csv_files import csv_files
from onrecord.exports.json_file import dossier_json


def data_files(dossier: Dossier) -> tuple[tuple[str, bytes], ...]:
    """Return address and content of every data file, below the site's root."""
    tables = tuple((f"data/{name}", content) for name, content in csv_files(dossier))
    return (("data/dossier.json", dossier_json(dossier)), *tables)
