"""The brief, and pages that list many records."""
