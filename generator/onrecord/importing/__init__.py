"""Records made of what other programs wrote, and an account of all that could not be carried over."""
