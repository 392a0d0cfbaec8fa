"""Matches to TIMEX3 values: the state that readers share, dates said before and the tense."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from quizgen.extraction.times.lexicon import TimeLexicon, TimeType
from quizgen.extraction.times.matching import Found
from quizgen.extraction.times.tense import Sentences, TenseAt

_DIRECTIONS = {"past": -1, "future": 1, "present": 0, None: 0}
# Beyond this many characters a clock time or *the next day* no longer refers to the last date named.
_MEMORY = 800


class Reading(NamedTuple):
    """What a match means. ``day``: the calendar day it lies in, to which later expressions may refer;
    ``about``: the value is only near, or the day that another paragraph named and this one goes back to."""

    value: str
    relative: bool = False
    type: TimeType = "DATE"
    day: datetime.date | None = None
    year: int | None = None
    about: bool = False


@dataclass
class Resolver:
    """Reads matches in order of the text, remembering the last day and year named."""

    lexicon: TimeLexicon
    published: datetime.date | None
    sentences: Sentences
    tense_at: TenseAt
    folded: str
    found: list[Found]
    readers: Mapping[str, Reader]
    reference: datetime.date | None = None
    reference_at: int = -1
    year: int | None = None
    year_sentence: int = -1
    index: int = 0
    shared: dict[int, Found] = field(init=False)

    def __post_init__(self) -> None:
        self.shared = self._sharing()

    def read(self, index: int) -> Reading | None:
        """What the match at ``index`` means; None where it turns out to be no time."""
        self.index = index
        found = self.found[index]
        reading = self.readers[found.rule.read](self, found)
        if reading is not None:
            self._remember(found, reading)
        return reading

    def _remember(self, found: Found, reading: Reading) -> None:
        if reading.day is not None:
            self.reference, self.reference_at = reading.day, found.end
        if reading.year is not None:
            self.year, self.year_sentence = reading.year, self.sentences.around(found.start)[0]

    def _sharing(self) -> dict[int, Found]:
        """Dates without month or year that are joined to a later date that has them (*from the 3rd to 6 March*)."""
        shared: dict[int, Found] = {}
        for index in range(len(self.found) - 2, -1, -1):
            here, after = self.found[index], self.found[index + 1]
            if here.rule.read == after.rule.read == "date" and self.joined(here, after):
                source = shared.get(index + 1, after)
                alike = bool(here.get("day")) == bool(after.get("day"))
                if alike and source.get("month") and (here.get("day") or here.get("month")):
                    shared[index] = source
        return shared

    def joined(self, here: Found, after: Found) -> bool:
        """Whether only a conjunction or a preposition stands between two matches."""
        gap = self.folded[here.end : min(after.start, here.end + 24)]
        return after.start - here.end < 24 and self.lexicon.joins.fullmatch(gap) is not None

    def recent(self, found: Found) -> datetime.date | None:
        """The last day named, where it is near enough to be meant."""
        return self.reference if found.start - self.reference_at <= _MEMORY else None

    def same_paragraph(self, found: Found) -> datetime.date | None:
        """The last day named in this paragraph: what a clock time is on."""
        near = self.recent(found)
        return near if near and self.folded.find("\n", self.reference_at, found.start) < 0 else None

    def sentence_year(self, found: Found) -> int | None:
        return self.year if self.sentences.around(found.start)[0] == self.year_sentence else None

    def direction(self, found: Found) -> int:
        """-1 for the past, 1 for the future, 0 where the tense says nothing."""
        before = self.folded[max(0, found.start - 30) : found.start]
        for name, direction in (("ahead", 1), ("behind", -1)):
            if self.lexicon.pattern("tense", name).search(before):
                return direction
        return _DIRECTIONS[self.tense_at(found.start)]


# In: the state and a match; out: what it means, None where it is no time after all.
Reader = Callable[[Resolver, Found], Reading | None]
