"""What is published beside the pages: cards, twins, redirects, signposts."""
