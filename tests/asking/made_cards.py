"""The cards that one text makes, as the tests of stems and leads look at them."""

from __future__ import annotations

import datetime

from quizgen.article import Article, Span
from quizgen.asking.candidate import Candidate
from quizgen.asking.templates import built_in
from quizgen.build import build_article
from quizgen.parsing.pipeline import load_pipeline

DAY = datetime.date(2024, 5, 15)


def article(text: str, title: str) -> Article:
    """An article of one paragraph, of 15 May 2024."""
    return Article(
        id="made", text=text, paragraphs=(Span(start=0, end=len(text)),), language="fr", title=title, date=DAY
    )


def cards(text: str, title: str, *, selected: bool = False) -> list[Candidate]:
    """The cards made of a text; ``selected``: those alone that go into a deck."""
    build = build_article(article(text, title), load_pipeline(None, "fr"), built_in("fr"))
    left = [] if selected else [c for code, c in build.dropped if code in ("not-selected", "duplicate")]
    return [c for _, c in build.kept] + left


def stems(
    text: str, title: str = "Portugal : une grève paralyse les ports", *, selected: bool = False
) -> dict[str, str]:
    """The answer of each stem made of a text."""
    return {plain(c.question.stem): c.question.answer for c in cards(text, title, selected=selected)}


def plain(text: str) -> str:
    """A text with ordinary spaces for those that do not break."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")
