"""A parsed article: one spaCy ``Doc`` per paragraph, with offsets into the verbatim text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.article import Article, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan


@dataclass(frozen=True)
class Paragraph:
    """A paragraph and its parse.

    ``doc.text`` is the *repaired* paragraph; repairs replace characters one for one, so it has the
    length of the verbatim one and ``start + token.idx`` is an offset into the article's text.
    """

    start: int
    doc: Doc

    def span(self, tokens: DocSpan | Token) -> Span:
        """Offsets of a spaCy span or token into the article's text."""
        from spacy.tokens import Token

        if isinstance(tokens, Token):
            return Span(start=self.start + tokens.idx, end=self.start + tokens.idx + len(tokens.text))
        return Span(start=self.start + tokens.start_char, end=self.start + tokens.end_char)


@dataclass(frozen=True)
class Parsed:
    """An article and the parse of each of its paragraphs, in order."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
