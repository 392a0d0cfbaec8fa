"""Which dates of a sentence a cloze may ask for: years of the past that tell when something happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.times.finding import Time
from quizgen.facts import Slot
from quizgen.languages.lexicon import words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_DATED = re.compile(r"\d{4}(-\d{2}){0,2}")
_MOST_DATES = 2
_SPANNING = ("-", "–", "/")
# Letters of a value that gives a day.
_DAY = 10


def past_dates(sentence: DocSpan, paragraph: Paragraph, context: Context) -> Iterator[Slot]:
    """Dates with a year of their own, another than the article's, that say when the sentence's events happened."""
    published = context.parsed.article.date
    start = paragraph.start + sentence.start_char
    inside = [t for t in context.times_in(start, paragraph.start + sentence.end_char) if t.type == "DATE"]
    for time in inside if len(inside) <= _MOST_DATES else ():
        first = next((t for t in sentence if paragraph.start + t.idx == time.start), None)
        if first is None or time.relative or not _DATED.fullmatch(time.value) or not _tells_when(first, time, context):
            continue
        after = context.parsed.article.text[time.end : time.end + 1]
        if after in _SPANNING or _is_one_of_two(time, context):
            continue  # *la saison 2014-15*, *en 1935 ou 1936*
        if published is None or time.value[:4] < str(published.year):
            yield Slot(text=time.text, type="date", start=time.start, end=time.end, value=time.value)


def _is_one_of_two(time: Time, context: Context) -> bool:
    """*En 1935 ou 1936*: either year is half of an answer."""
    text, either = context.parsed.article.text, words(context.language, "clauses", "alternative")
    before, after = text[: time.start].split()[-1:], text[time.end :].split(maxsplit=2)[:2]
    joined = bool(after) and after[0].lower() in either and len(after) > 1 and after[1][:1].isdigit()
    return joined or bool(before) and before[0].lower() in either


def _tells_when(first: Token, time: Time, context: Context) -> bool:
    """*A été fondée en 1998*: beside a verb, behind a preposition of time; not *l'Exposition universelle de 1900*."""
    words_of_it = [t for t in first.sent if first.idx <= t.idx < first.idx + time.end - time.start]
    inside = set(words_of_it)
    head = next((t for t in words_of_it if t.head not in inside), first)
    before = first.nbor(-1).text.lower() if first.i else ""
    spoken = context.quoted(Span(start=time.start, end=time.end))
    behind = words(context.language, "wording", "when") if len(time.value) < _DAY else {""}
    if _is_compared(first, context):
        return False
    return not spoken and head.head.pos_ in ("VERB", "AUX") and (before in behind or len(time.value) == _DAY)


def _is_compared(first: Token, context: Context) -> bool:
    """*Loin des 57 % enregistrés en 2008*: the date of what something else is compared with."""
    before = [t.text.lower() for t in first.doc[max(first.sent.start, first.i - _COMPARISON) : first.i]]
    return bool(set(before) & words(context.language, "clauses", "measuring_against"))


# Words of a comparison before its date.
_COMPARISON = 7
