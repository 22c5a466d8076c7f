"""Dossier to pages: addresses, views, wording, templates."""
