"""Where the paragraphs of a text are.

News files separate paragraphs by blank lines, by single line ends, or by both; some are hard-wrapped
as mail is. So a blank line always separates, and a single line end does too unless the text shows that
it is wrapped: no line is longer than ``WIDEST_WRAP``, lines are filled up to a common width, and most
of them do not end a sentence. Apart from that a line that ends no sentence and is followed by a small
letter goes on. Paragraphs are spans: they may hold line ends, never a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from quizgen.article import Span
from quizgen.reading.glued import unglued, words_of
from quizgen.reading.wrapping import without_wrapping

WIDEST_WRAP = 110
NARROWEST_WRAP = 40
# A parser needs memory in proportion to the paragraph: one without any line end is cut at a sentence.
LONGEST = 20_000
_FINAL = re.compile(r"""[.!?…:;][)\]"'»”’\s]*$""")
_SENTENCE_END = re.compile(r"""[.!?…]["'»”’)\]]*\s+""")
_WORD = re.compile(r"[^\W\d_]+")


class Line(NamedTuple):
    """Offsets of a line's text without the white space around it; ``opens`` if a paragraph must begin there."""

    start: int
    end: int
    opens: bool = False


def lines(text: str) -> Iterator[Line]:
    """Every line of ``text``, blank ones too (their start is their end)."""
    at = 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        start = at + len(raw) - len(raw.lstrip()) if stripped else at
        yield Line(start, start + len(stripped))
        at += len(raw)


def paragraphs(text: str, marked: Iterable[Line]) -> tuple[Span, ...]:
    """Spans of the paragraphs made of the lines given, unwrapped and unglued; those without a letter are left out."""
    blocks = list(_blocks(marked))
    width = _wrap_width(text, blocks)
    spans = (span for block in blocks for span in _joined(text, block, width))
    told = (body for span in spans if (body := without_wrapping(text, span)) is not None)
    words = words_of(text)
    whole = (piece for span in told for piece in unglued(text, span, words))
    return tuple(piece for span in whole for piece in _pieces(text, span) if _WORD.search(piece.of(text)))


def has_sentence(text: str, spans: Iterable[Span]) -> bool:
    """Whether some paragraph has three words or more before the end of a sentence."""
    return any(len(_WORD.findall(piece)) >= 3 for span in spans for piece in _sentences(span.of(text)))


def _sentences(paragraph: str) -> list[str]:
    return [piece for piece in re.split(r"(?<=[.!?…。！？])", paragraph) if piece.rstrip()[-1:] in tuple(".!?…。！？")]


def _blocks(marked: Iterable[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in marked:
        if line.start == line.end:
            if block:
                yield block
            block = []
        else:
            block.append(line)
    if block:
        yield block


def _wrap_width(text: str, blocks: list[list[Line]]) -> int | None:
    """The width a text is wrapped to, or None where a line is a paragraph."""
    pairs = [pair for block in blocks for pair in pairwise(block) if not pair[1].opens]
    width = max((line.end - line.start for pair in pairs for line in pair), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    filled = sum(not _next_word_fits(text, *pair, width) for pair in pairs)
    final = sum(_ends_sentence(text, first) for first, _ in pairs)
    return width if filled >= 0.75 * len(pairs) and final <= 0.5 * len(pairs) else None


def _next_word_fits(text: str, first: Line, second: Line, width: int) -> bool:
    word = text[second.start : second.end].split()[0]
    return first.end - first.start + 1 + len(word) <= width


def _ends_sentence(text: str, line: Line) -> bool:
    return bool(_FINAL.search(text[max(line.start, line.end - 12) : line.end]))


def _goes_on(text: str, first: Line, second: Line, width: int | None) -> bool:
    if second.opens:
        return False
    if width is None:
        return text[second.start].islower() and not _ends_sentence(text, first)
    return not (_ends_sentence(text, first) and _next_word_fits(text, first, second, width))


def _joined(text: str, block: list[Line], width: int | None) -> Iterator[Span]:
    start = block[0].start
    for first, second in pairwise(block):
        if not _goes_on(text, first, second, width):
            yield Span(start=start, end=first.end)
            start = second.start
    yield Span(start=start, end=block[-1].end)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST:
        cut = start + LONGEST
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, cut)]
        stop = ends[-1] if ends else max(text.rfind(" ", start, cut) + 1, 0) or cut
        stop = stop if stop > start else cut
        yield Span(start=start, end=start + len(text[start:stop].rstrip()))
        start = stop
    yield Span(start=start, end=span.end)
