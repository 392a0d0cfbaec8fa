"""A guess at a sentence's tense from its words alone, for when there is no parser."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Sequence
from typing import Literal

from quizgen.extraction.times.lexicon import TimeLexicon

Tense = Literal["past", "future", "present"]
TenseAt = Callable[[int], Tense | None]


class Sentences:
    """Where sentences begin: as given, else at capitals after full stops and at line ends."""

    def __init__(self, text: str, starts: Sequence[int] = ()) -> None:
        self.starts = sorted({0, *starts}) if starts else [0, *_boundaries(text)]
        self.length = len(text)

    def around(self, offset: int) -> tuple[int, int]:
        """Start and end of the sentence that holds ``offset``."""
        at = bisect.bisect_right(self.starts, offset)
        return self.starts[at - 1], self.starts[at] if at < len(self.starts) else self.length


def _boundaries(text: str) -> list[int]:
    return [match.end() for match in re.finditer(r"[.!?…][\"»”)]?\s+(?=[^\W\d_]|[«\"“(])|\n+", text)]


def lexical_tense(folded: str, sentences: Sentences, lexicon: TimeLexicon) -> TenseAt:
    """The tense of the verb nearest to an offset within its sentence; None where no form is telling.

    Verbs are looked for once, when the first tense is asked for.
    """
    verbs: list[tuple[int, int, Tense]] = []

    def tense_at(offset: int) -> Tense | None:
        if not verbs:
            verbs.extend(_verbs(folded, lexicon))
        start, end = sentences.around(offset)
        at = bisect.bisect_left(verbs, offset, key=lambda verb: verb[0])
        near = [verb for verb in verbs[max(0, at - 1) : at + 1] if start <= verb[0] < end]
        return min(near, key=lambda verb: _gap(verb, offset))[2] if near else None

    return tense_at


def second_opinion(given: TenseAt, lexical: TenseAt) -> TenseAt:
    """The tense that a parser gives; where that is the present, which may announce or tell, what the words say."""

    def tense_at(offset: int) -> Tense | None:
        tense = given(offset)
        return tense if tense in ("past", "future") else lexical(offset) or tense

    return tense_at


def _verbs(folded: str, lexicon: TimeLexicon) -> list[tuple[int, int, Tense]]:
    """Telling forms in order, after a sentinel before the text."""
    order: tuple[Tense, ...] = ("future", "past")
    found = [
        (match.start(), rank, match.end(), tense)
        for rank, tense in enumerate(order)
        for match in lexicon.pattern("tense", tense).finditer(folded)
    ]
    return [(-1, -1, "present"), *((start, end, tense) for start, _, end, tense in sorted(found))]


def _gap(verb: tuple[int, int, Tense], offset: int) -> int:
    return verb[0] - offset if verb[0] > offset else offset - verb[1]
