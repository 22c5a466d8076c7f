"""Problems to text, JSON and annotations."""
