"""Which days a sentence without a date tells of: those of its article, of another time, of the month before."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.languages.lexicon import words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan


def of_another_time(paragraph: Paragraph, sentence: DocSpan, context: Context) -> bool:
    """A sentence without a date of its own, behind one of a distant year: it tells of then."""
    published = context.parsed.article.date
    start = paragraph.start + sentence.start_char
    if published is None or context.times_in(start, paragraph.start + sentence.end_char):
        return False
    before = [time.value[:4] for time in context.times_in(paragraph.start, start)]
    years = [int(value) for value in before if value.isdigit()]
    return bool(years) and years[-1] < published.year - 1


def happened_on(context: Context) -> date | None:
    """The day of what an article tells, where its first sentence names days of another month than its own, none older
    than some weeks (*a reçu le 27 novembre le nez d'une donneuse*, in December).
    """
    published, first = context.parsed.article.date, next(iter(context.parsed.paragraphs), None)
    if published is None or first is None:
        return None
    end = next(first.doc.sents).end_char
    told = {t.value[:10] for t in context.times_in(first.start, first.start + end) if DAY.match(t.value)}
    days = sorted(date.fromisoformat(value) for value in told)
    months = {(day.year, day.month) for day in days}
    recent = all(0 <= (published - day).days <= _WEEKS for day in days)
    if len(months) != 1 or not recent or (published.year, published.month) in months:
        return None
    return days[0]


def of_now(paragraph: Paragraph, sentence: DocSpan, tense: str, context: Context) -> bool:
    """Whether a sentence without a year of its own surely tells of the article's own days.

    In the present, or in the perfect of the first paragraph, and no distant year in it or in the two paragraphs
    before: what is told of then may go on in the present (*il commence par travailler à la radio*).
    """
    published = context.parsed.article.date
    end = paragraph.start + sentence.end_char
    early = paragraph.start <= context.parsed.paragraphs[0].start
    if published is None or not (tense == "Pres" or tense == "PerfPres" and early):
        return False
    starts = [p.start for p in context.parsed.paragraphs if p.start <= paragraph.start]
    told = context.times_in(starts[-min(len(starts), _PARAGRAPHS)], end)
    told = [time for time in told if not _is_since(time.start, end, context)]
    years = (int(time.value[:4]) for time in told if time.value[:4].isdigit())
    if not all(year >= published.year - 1 for year in years):
        return False
    return tense == "Pres" or not tells_of_another_month(context)


def _is_since(start: int, end: int, context: Context) -> bool:
    """*Depuis avril 2014, le conflit a fait 5 300 morts*, in the sentence itself: it lasts to the article's days."""
    text = context.parsed.article.text
    before = text[max(0, start - _NEAR) : start].lower().split()
    since = words(context.language, "offices", "lasting")
    return bool(set(before[-2:]) & since) and not re.search(r"[.!?]\s", text[start:end].rstrip(" .!?"))


_NEAR = 20


# Paragraphs whose times may still hold.
_PARAGRAPHS = 3


def tells_of_another_month(context: Context) -> bool:
    """Whether all the days of the last weeks that the article gives lie before its month.

    What it reports without a day then happened in that month rather than in the article's own.
    """
    published = context.parsed.article.date
    if published is None:
        return False
    first = (published - timedelta(days=_WEEKS)).isoformat()
    spoken = {t.start for t in context.times if t.relative and context.quoted(Span(start=t.start, end=t.end))}
    times = (time for time in context.times if time.start not in spoken)  # « décédé aujourd'hui »: of another day
    told = [day[0] for time in times if (day := DAY.match(time.value)) and first <= day[0]]
    told = [day for day in told if day <= published.isoformat()]
    return bool(told) and all(not day.startswith(published.isoformat()[:_MONTH]) for day in told)


_WEEKS, _MONTH = 45, 7
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
