"""How fast it is: made-up dossiers of any size, and builds of them measured side by side."""
