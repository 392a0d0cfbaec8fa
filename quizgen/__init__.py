"""Turn news articles into Anki decks and terminal quizzes, with the source behind every card."""

__version__ = "0.1.0"
