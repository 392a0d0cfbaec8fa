"""The picture on a card: a locator map where the answer is a country."""

from __future__ import annotations

from functools import lru_cache

from quizgen.anki.text import escape
from quizgen.errors import LanguageError
from quizgen.questions import Question


def country_of(question: Question) -> str | None:
    """The ISO 3166-1 alpha-2 code of the country that the answer is; None where it is none."""
    found = (_code(text, question.language) for text in (question.answer, *question.accepted))
    return next((code for code in found if code), None)


def media_name(code: str) -> str:
    """The name of a map among the media of a collection, in lower case since Anki makes it so.

    With another way of drawing the number must rise: a collection keeps the file that it has.
    """
    return f"quizgen-map-2-{code.lower()}.svg"


def picture_field(question: Question, code: str) -> str:
    """The HTML of the field Picture."""
    return f'<img src="{media_name(code)}" alt="{escape(question.answer)}">'


def drawing(code: str) -> bytes:
    """The map itself. Raises ``KeyError`` where the country is not on it."""
    from quizgen.anki.maps import locator_map

    svg = locator_map(code)
    if svg is None:
        raise KeyError(code)
    return svg.encode("ascii")


@lru_cache(maxsize=4096)
def _code(text: str, language: str) -> str | None:
    from quizgen.anki.maps import is_drawn
    from quizgen.knowledge import load

    try:
        country = load(language).country_named(text)
    except LanguageError:
        return None
    return country.code if country and is_drawn(country.code) else None
