"""Small drawings on a scale of time, and of ties."""
