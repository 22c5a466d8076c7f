"""Posters: the pictures that links to pages are shown with."""
