"""Timelines: as lists, as drawings, with filters."""
