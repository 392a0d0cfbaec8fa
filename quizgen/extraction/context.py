"""Everything known of one article when facts are read from it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar

from quizgen.article import Span
from quizgen.extraction.names.mentions import Mentions, find_mentions
from quizgen.extraction.quotes.finding import Quote, find_quotes, quote_lexicon
from quizgen.extraction.times.finding import Time, find_times, time_lexicon
from quizgen.extraction.times.pieces import with_whole_times
from quizgen.knowledge import Country, Knowledge
from quizgen.knowledge import load as load_knowledge
from quizgen.parsing.clauses import Clause, clauses_of
from quizgen.parsing.parsed import Paragraph, Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token


Tense = Literal["past", "future", "present"]


T = TypeVar("T")

# A day; and the days before an article of which it speaks as of its own time.
_DAY, _WEEKS = re.compile(r"\d{4}-\d{2}-\d{2}"), 45


@dataclass(frozen=True)
class Context:
    """A parsed article with its mentions, times, quotes and clauses, each computed once."""

    parsed: Parsed

    @property
    def language(self) -> str:
        return self.parsed.article.language

    @cached_property
    def _made(self) -> dict[str, object]:
        return {}

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What ``make`` gives, made once for the article: kinds of fact share what is read from it."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]  # type: ignore[return-value]

    @cached_property
    def knowledge(self) -> Knowledge:
        return load_knowledge(self.language)

    @cached_property
    def mentions(self) -> Mentions:
        return find_mentions(self.parsed)

    @cached_property
    def _parsed_clauses(self) -> tuple[Clause, ...]:
        return tuple(clauses_of(self.parsed))

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(with_whole_times(clause, self._times_of(clause)) for clause in self._parsed_clauses)

    def _times_of(self, clause: Clause) -> list[Time]:
        start = clause.paragraph.start + clause.sentence.start_char
        return self.times_in(start, start + len(clause.sentence.text))

    @cached_property
    def _clauses_by_head(self) -> dict[tuple[int, int], Clause]:
        return {(id(clause.head.doc), clause.head.i): clause for clause in reversed(self.clauses)}

    def clause_of(self, head: Token) -> Clause | None:
        """The clause whose predicate a token is."""
        return self._clauses_by_head.get((id(head.doc), head.i))

    @cached_property
    def times(self) -> tuple[Time, ...]:
        article = self.parsed.article
        starts = [p.start + s.start_char for p in self.parsed.paragraphs for s in p.doc.sents]
        found = find_times(
            article.text, time_lexicon(self.language), article.date, sentence_starts=starts, tense_at=self._tense()
        )
        return tuple(replace(t, resolved=False) if self._is_of_then(t, found) else t for t in found)

    def _is_of_then(self, time: Time, times: Sequence[Time]) -> bool:
        """*En 1992 … Le 3 septembre, il débattait …*: a day without its year, behind a distant one in its paragraph.

        Not a day of the article's last weeks, of which it may speak again.
        """
        published = self.parsed.article.date
        day = _DAY.fullmatch(time.value)
        if published is None or not time.relative or day is None or not time.text[-1:].isalpha():
            return False
        if (published - timedelta(days=_WEEKS)).isoformat() <= time.value or not any(c.isdigit() for c in time.text):
            return False
        first = next((p.start for p in reversed(self.parsed.paragraphs) if p.start <= time.start), 0)
        years = [t.value[:4] for t in times if first <= t.start < time.start and not t.relative]
        told = [int(year) for year in years if year.isdigit()]
        return bool(told) and told[-1] < published.year - 1

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        return tuple(find_quotes(self.parsed, quote_lexicon(self.language)))

    @cached_property
    def _times_by_start(self) -> dict[int, Time]:
        return {time.start: time for time in self.times}

    def time_at(self, paragraph: Paragraph, token: Token) -> Time | None:
        """The time expression that begins with ``token``."""
        return self._times_by_start.get(paragraph.start + token.idx)

    @cached_property
    def _time_starts(self) -> list[int]:
        return sorted(time.start for time in self.times)

    def times_in(self, start: int, end: int) -> list[Time]:
        first, last = bisect_left(self._time_starts, start), bisect_left(self._time_starts, end)
        within = (self._times_by_start[at] for at in self._time_starts[first:last])
        return [time for time in within if time.end <= end]

    @cached_property
    def first_lines(self) -> dict[str, int]:
        """Lemma of every common noun → offset of its first mention in the article."""
        seen: dict[str, int] = {}
        for paragraph in self.parsed.paragraphs:
            for token in paragraph.doc:
                if token.pos_ == "NOUN":
                    seen.setdefault(token.lemma_.lower(), paragraph.start + token.idx)
        return seen

    @cached_property
    def title_lemmas(self) -> frozenset[str]:
        """Words of the title, as they stand: a definite noun among them is known from the context line."""
        return frozenset(re.findall(r"\w+", (self.parsed.article.title or "").lower()))

    @cached_property
    def headline_country(self) -> Country | None:
        """The country that the headline opens with (*Pakistan : …*): *le pays*, *le gouvernement* are its own."""
        rubric, colon, _ = (self.parsed.article.title or "").partition(" : ")
        return self.knowledge.country_named(rubric.strip()) if colon else None

    def quoted(self, span: Span) -> bool:
        """Whether a span lies within quoted words."""
        return any(quote.start < span.end and span.start < quote.end for quote in self.quotes)

    def _tense(self) -> Callable[[int], Tense | None]:
        marks = sorted(
            (clause.paragraph.start + clause.finite.idx, _when(clause.tense, clause.perfect))
            for clause in self._parsed_clauses
        )
        sentences = [
            (p.start + s.start_char, p.start + s.end_char) for p in self.parsed.paragraphs for s in p.doc.sents
        ]

        def tense_at(offset: int) -> Tense | None:
            inside = next(((a, b) for a, b in sentences if a <= offset < b), None)
            if inside is None:
                return None
            near = [(abs(at - offset), when) for at, when in marks if inside[0] <= at < inside[1]]
            return min(near)[1] if near else None

        return tense_at


def _when(tense: str, perfect: bool) -> Tense:
    if perfect or tense in ("Past", "Imp"):
        return "past"
    return "future" if tense == "Fut" else "present"
