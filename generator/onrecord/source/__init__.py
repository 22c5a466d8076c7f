"""Bytes to documents: files, and YAML with a position for every route."""
