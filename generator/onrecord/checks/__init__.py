"""Dossier to problems: one function, one rule."""
