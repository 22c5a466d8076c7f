"""A page for every record."""
