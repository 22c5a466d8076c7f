"""Onrecord: who said what, when, where, according to whom, as a static briefing site."""

__version__ = "0.1.0"
