"""The door through which ``spacy.load("fr_quizgen_news")`` comes in; the pipeline is quizgen.languages.fr.pipeline."""

from quizgen.languages.fr.pipeline import VERSION as __version__
from quizgen.languages.fr.pipeline import load

__all__ = ["__version__", "load"]
