"""Sentences and subheads that were glued together when paragraphs were joined (*continuera".Quelque*, *sans finLe*).

Where that is seen, a new paragraph begins: the paragraph it was is what the copy has lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.article import Span

_STOP = re.compile(
    r"""(?<=[^\W_])(?:\s?["”»])?[.!?…]{1,3}(?P<mark>(?:«\s|["”»«“])?)(?=(?P<next>[A-ZÀ-Þ][a-zà-ÿ]*)[\s'’a-zà-ÿ])"""
)
_JOINED = re.compile(r"(?<![\w'’.@/-])(?P<first>[^\W\d_][a-zà-ÿ]{2,})(?=(?P<next>[A-ZÀ-Þ][a-zà-ÿ]*)(?:\s|['’]\w))")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:www\.|://|@)\S*$")
_WHOLE = re.compile(r"(?:[^\W\d_]{4,}|\d{2,}|%)$")  # no initial, no short abbreviation


def words_of(text: str) -> frozenset[str]:
    """Every word of ``text`` as it is written."""
    return frozenset(_WORD.findall(text))


def unglued(text: str, span: Span, words: frozenset[str]) -> Iterator[Span]:
    """The pieces of a paragraph; ``words`` are those of the whole text: both halves of a joined word stand among them.

    *YouTube* and *TotalEnergies* are not cut: the halves of such names are no words that the text uses alone.
    """
    start = span.start
    for cut in sorted({*_stops(text, span, words), *_joints(text, span, words)}):
        yield Span(start=start, end=cut)
        start = cut
    yield Span(start=start, end=span.end)


def _stops(text: str, span: Span, words: frozenset[str]) -> Iterator[int]:
    for match in _STOP.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 40) : match.start()]
        address = _ADDRESS.search(before)
        if not address and (_WHOLE.search(before) or _known(match["next"], words)):
            yield match.start("mark") if _opens(text, span, match) else match.end()


def _opens(text: str, span: Span, match: re.Match[str]) -> bool:
    """Whether the mark behind a full stop opens what follows; straight quotes open and close in turn."""
    straight = text.count('"', span.start, match.start("mark")) % 2 == 0
    return match["mark"][:1] in ("«", "“") or (match["mark"] == '"' and straight)


def _joints(text: str, span: Span, words: frozenset[str]) -> Iterator[int]:
    for match in _JOINED.finditer(text, span.start, span.end):
        first, following = match["first"], match["next"]
        elided = text[match.end() + len(following)] in "'’"
        if (first.islower() or first in words) and (len(following) > 1 or elided) and _known(following, words):
            yield match.end()


def _known(word: str, words: frozenset[str]) -> bool:
    return word.lower() in words
