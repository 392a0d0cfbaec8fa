"""Countries, places and organisations: to type what an article names, to write it well, to find wrong options.

Never a source of facts: what a question states comes from the article.
"""

from __future__ import annotations

import functools

from quizgen.errors import LanguageError
from quizgen.knowledge.base import Knowledge
from quizgen.knowledge.model import Country, Demonyms, Name, Organisation, Place
from quizgen.knowledge.reading import read_countries, read_organisations, read_places
from quizgen.knowledge.tables import FOLDER

__all__ = ["Country", "Demonyms", "Knowledge", "Name", "Organisation", "Place", "load"]


@functools.cache
def load(language: str) -> Knowledge:
    """The knowledge base in a language, read once. Raises LanguageError where it has none."""
    folder = FOLDER / language
    if not folder.is_dir():
        known = ", ".join(sorted(path.name for path in FOLDER.iterdir() if path.is_dir() and path.name.isalpha()))
        raise LanguageError(f"no knowledge base in {language!r}", remedy=f"There is one in: {known}.")
    countries = read_countries(folder)
    return Knowledge(countries, read_places(folder, countries), read_organisations(folder))
