"""Changes that the program makes to content for its editors, and what it tells them on request."""
