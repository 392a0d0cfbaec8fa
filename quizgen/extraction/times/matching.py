"""Where the patterns of a language match: near trigger words only, the longest of overlapping matches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quizgen.extraction.times.lexicon import Rule, TimeLexicon

_LEFT, _RIGHT = 40, 30
# Neither inside a word or a number, nor after a word's hyphen.
_WORD_START = re.compile(r"(?<!\w)(?=\w)(?<!\d[.,:])(?<![^\W\d]-)")


@dataclass(frozen=True)
class Found:
    """A match of a rule: where, and what its groups mean (words by their list, shapes as written)."""

    rule: Rule
    start: int
    end: int
    values: dict[str, Any]

    def get(self, name: str, default: Any = None) -> Any:
        """A group's meaning, else the rule's option of that name."""
        value = self.values.get(name)
        return self.rule.options.get(name, default) if value is None else value


def find_matches(text: str, folded: str, lexicon: TimeLexicon) -> list[Found]:
    """Matches that do not overlap, in order of the text. Each pattern sees each part of the text once."""
    found = [match for window in _windows(folded, lexicon) for match in _in_window(text, folded, lexicon, window)]
    return _longest(found)


def _windows(folded: str, lexicon: TimeLexicon) -> Iterator[tuple[int, int]]:
    """Stretches around triggers, grown to whole words and merged where they touch."""
    start = end = -1
    for match in lexicon.triggers.finditer(folded):
        left, right = match.start() - _LEFT, match.end() + _RIGHT
        if left > end or end < 0:
            if end >= 0:
                yield _whole_words(folded, start, end)
            start = left
        end = right
    if end >= 0:
        yield _whole_words(folded, start, end)


def _whole_words(folded: str, start: int, end: int) -> tuple[int, int]:
    space = folded.find(" ", end, end + _RIGHT)
    return max(0, start), space if space >= 0 else min(len(folded), end + _RIGHT)


def _in_window(text: str, folded: str, lexicon: TimeLexicon, window: tuple[int, int]) -> Iterator[Found]:
    rules = lexicon.rules_by_start
    for word in _WORD_START.finditer(folded, *window):
        start = word.start()
        for rule in rules.get(folded[start], rules[""]):
            match = rule.pattern.match(folded, start, window[1])
            if match is not None and rule.fits(folded, text, match):
                yield Found(rule, start, match.end(), _values(rule, match.groupdict(), lexicon))


def _values(rule: Rule, groups: dict[str, str | None], lexicon: TimeLexicon) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, written in groups.items():
        if written is not None:
            table = lexicon.words.get(rule.tables[name])
            values[name] = written if table is None or name in ("n", "n2") else table[_single_spaced(written)]
    return values


def _single_spaced(words: str) -> str:
    return " ".join(words.split())


def _longest(found: list[Found]) -> list[Found]:
    """Of matches that overlap, the longest; of equals, the rule that comes first in the file."""
    order = {id(match): at for at, match in enumerate(found)}
    kept: list[Found] = []
    for match in sorted(found, key=lambda m: (m.start, m.start - m.end, order[id(m)])):
        if kept and match.start < kept[-1].end:
            if match.end - match.start > kept[-1].end - kept[-1].start:
                kept[-1] = match
        else:
            kept.append(match)
    return kept
