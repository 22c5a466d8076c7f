"""The words of pages: names, labels, Markdown."""
