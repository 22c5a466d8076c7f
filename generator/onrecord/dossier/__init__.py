"""Records to the linked whole, and the facts that follow from it."""
