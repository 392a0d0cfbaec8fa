"""Times of an article: which words, when that is, of which day a sentence without one tells, how a card writes it."""
