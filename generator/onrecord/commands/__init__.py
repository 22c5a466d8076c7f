"""The commands of ``onrecord``, a module each: they ask, call and print."""
