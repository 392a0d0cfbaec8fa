"""The names of an article: where they stand, which are of one thing, what kind of thing, whether they are whole."""
