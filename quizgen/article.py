"""An article as it was read: verbatim text, where it comes from, and spans into it."""

from __future__ import annotations

import datetime
import hashlib

from pydantic import BaseModel, ConfigDict


class Span(BaseModel):
    """A half-open range ``[start, end)`` of character offsets into an article's text."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int

    def of(self, text: str) -> str:
        """The span's characters, verbatim."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Article(BaseModel):
    """What was read. ``text`` is the body, verbatim; ``paragraphs`` are spans into it.

    ``title``, ``outlet``, ``url`` and ``date`` are None where the source does not state them.
    ``headline``: where the title's statement stands, behind the body, in an article ``with_headline``.
    ``short_title``: a long title cut to what matters, and ``event``, the event that it names, where that can be.
    ``happened_on``: a day of the month of its news, where that is not the month of ``date``.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    text: str
    paragraphs: tuple[Span, ...]
    language: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    date: datetime.date | None = None
    source: str = ""
    headline: Span | None = None
    short_title: str | None = None
    event: str | None = None
    happened_on: datetime.date | None = None

    def is_headline(self, span: Span) -> bool:
        return self.headline is not None and self.headline.start <= span.start

    def opens_with(self, span: Span) -> bool:
        """Whether nothing of the body stands before ``span``, a dateline (*PARIS (AFP) - *) aside."""
        begins = self.paragraphs[0].start if self.paragraphs else 0
        return not self.text[begins : span.start].strip()

    def with_headline(self, statement: str) -> Article:
        """The article with the statement of its title as one paragraph more, behind its body, whose offsets stay."""
        start = len(self.text) + len(_BETWEEN)
        span = Span(start=start, end=start + len(statement))
        return self.model_copy(
            update={
                "text": self.text + _BETWEEN + statement, "paragraphs": (*self.paragraphs, span), "headline": span,
            }
        )  # fmt: skip


_BETWEEN = "\n\n"


def article_id(url: str | None, title: str | None, date: datetime.date | None, text: str) -> str:
    """A permanent name for an article: 12 hexadecimal digits.

    From the URL where there is one, else from title and date, else from the text: whatever of these
    stays the same when the article is read again from another file.
    """
    key = url or (f"{title}\n{date}" if title and date else None) or text
    return hashlib.sha256(key.encode()).hexdigest()[:12]
