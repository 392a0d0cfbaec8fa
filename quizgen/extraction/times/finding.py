"""Times in a text, as TIMEX3 (ISO-TimeML): which words, of what type, and when that is.

The engine knows no language: words and patterns come from ``lexicon/times.toml``. It needs no parser; whoever
has one may give sentence starts and tenses, which decide whether *Tuesday* is past or to come.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from quizgen.extraction.times import dates as times_dates
from quizgen.extraction.times import spans as times_spans
from quizgen.extraction.times.lexicon import TimeLexicon, TimeType, fold, time_lexicon
from quizgen.extraction.times.matching import Found, find_matches
from quizgen.extraction.times.resolving import Reading, Resolver
from quizgen.extraction.times.tense import Sentences, lexical_tense, second_opinion
from quizgen.extraction.times.wording import readable, with_preposition

__all__ = ["Time", "TimeLexicon", "find_times", "readable", "time_lexicon", "with_preposition"]


@dataclass(frozen=True)
class Time:
    """A time expression.

    ``value``: TIMEX3 (``2022-06-25``, ``2022-W25``, ``2022-06-25TEV``, ``P3M``, ``XXXX-WXX-2``, ``199`` for a
    decade, ``PAST_REF``). ``relative``: its words alone do not say when; the publication date or another date of
    the text is needed. ``resolved``: ``value`` says when, or how long, with nothing left open
    and nothing approximate (*some twenty years ago*).
    """

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    relative: bool
    resolved: bool


def find_times(
    text: str,
    lexicon: TimeLexicon,
    published: datetime.date | None,
    *,
    sentence_starts: Sequence[int] = (),
    tense_at: Callable[[int], Literal["past", "future", "present", None]] | None = None,
) -> tuple[Time, ...]:
    """Every time expression of ``text``, in order, none overlapping; offsets point into ``text``.

    Without ``published``, expressions relative to it stay unresolved. ``sentence_starts`` and ``tense_at`` come from
    a parser; without them both are guessed from the words. Time grows linearly with the length of ``text``.
    """
    folded = fold(text)
    found = find_matches(text, folded, lexicon)
    sentences = Sentences(text, sentence_starts)
    lexical = lexical_tense(folded, sentences, lexicon)
    tense = second_opinion(tense_at, lexical) if tense_at else lexical
    resolver = Resolver(lexicon, published, sentences, tense, folded, found, times_dates.READERS | times_spans.READERS)
    read = ((match, resolver.read(index)) for index, match in enumerate(found))
    return tuple(_time(text, match, reading) for match, reading in read if reading is not None)


def _time(text: str, match: Found, reading: Reading) -> Time:
    return Time(
        start=match.start,
        end=match.end,
        text=text[match.start : match.end],
        type=_type(match.rule.type, reading),
        value=reading.value,
        relative=reading.relative,
        resolved=not reading.about and "X" not in reading.value and not reading.value.endswith("_REF"),
    )


def _type(given: TimeType | None, reading: Reading) -> TimeType:
    return given or reading.type
