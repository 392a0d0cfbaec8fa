"""A guess at a sentence's tense from its words alone, for when there is no parser."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Sequence
from typing import Literal

from quizgen.extraction.times_lexicon import TimeLexicon

Tense = Literal["past", "future", "present"]
TenseAt = Callable[[int], Tense | None]
_FARTHEST = 400


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
    """The tense of the verb nearest to an offset within its sentence; None where no form is telling."""
    future = lexicon.pattern("tense", "future")
    past = lexicon.pattern("tense", "past")
    present = lexicon.pattern("tense", "present")

    def tense_at(offset: int) -> Tense | None:
        start, end = sentences.around(offset)
        start, end = max(start, offset - _FARTHEST), min(end, offset + _FARTHEST)
        cues: list[tuple[int, Tense]] = []
        cues += [(_gap(match, offset), "future") for match in future.finditer(folded, start, end)]
        cues += [(_gap(match, offset), "past") for match in past.finditer(folded, start, end)]
        cues += [(_gap(match, offset), "present") for match in present.finditer(folded, start, end)]
        return min(cues, key=lambda cue: cue[0])[1] if cues else None

    return tense_at


def _gap(match: re.Match[str], offset: int) -> int:
    return match.start() - offset if match.start() > offset else offset - match.end()
