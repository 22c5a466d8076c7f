"""Dossier to data files that others can build on."""
