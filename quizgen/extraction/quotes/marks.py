"""Pairs of quotation marks in an article: guillemets, curly and straight, nested, over paragraphs.

One pass over the characters, so the cost is linear however many marks never close.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from quizgen.article import Span

_MARK = re.compile('[«»“”„"]')
_SIDES: dict[str, Literal["open", "close"]] = {"«": "open", "“": "open", "„": "open", "»": "close", "”": "close"}
_FAMILY = {"«": "«", "»": "«", "“": "“", "”": "“", "„": "“", '"': '"'}
_BEFORE_OPEN = frozenset("(['’-–—«“:/+*")
_AFTER_CLOSE = frozenset(")].,;:!?…»”-–—/+*")
_LONGEST = 4  # paragraphs a quotation may run over
_BLANK = " \t\r\n\u00a0\u202f\u2009"


@dataclass(frozen=True)
class Marked:
    """A stretch in quotation marks. ``start``–``end`` hold the marks, ``inner_start``–``inner_end`` do not.

    ``depth`` is 0 for the outermost.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 0

    def words(self, text: str) -> str:
        """What stands between the marks, verbatim."""
        return text[self.inner_start : self.inner_end]


@dataclass
class _State:
    """Marks that wait for their partner: those of this paragraph, and one carried over from an earlier one."""

    waiting: list[tuple[int, str]] = field(default_factory=list)
    carried: tuple[int, str] | None = None
    paragraphs: int = 0
    pairs: list[tuple[int, int]] = field(default_factory=list)


def find_marked(text: str, paragraphs: Iterable[Span]) -> tuple[Marked, ...]:
    """All quotations of ``text`` in order of their beginning; a mark without a partner gives none."""
    state = _State()
    for paragraph in paragraphs:
        _read_paragraph(text, paragraph, state)
    return tuple(_nested(sorted(_trimmed(text, a, b) for a, b in state.pairs)))


def _read_paragraph(text: str, paragraph: Span, state: _State) -> None:
    state.waiting = []
    marks = list(_marks(text, paragraph))
    if state.carried is not None:
        marks = _carry_on(text, paragraph, marks, state)
    for at in marks:
        _take(text, at, state)
    if state.carried is None and len(state.waiting) == 1:
        state.carried, state.paragraphs = state.waiting[0], 0


def _marks(text: str, paragraph: Span) -> Iterator[int]:
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        at = match.start()
        if match.group() == '"' and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
            continue  # seconds or inches: 3'32"89
        yield at


def _carry_on(text: str, paragraph: Span, marks: list[int], state: _State) -> list[int]:
    """Continue a quotation that an earlier paragraph left open, or give it up; returns the marks left to read."""
    assert state.carried is not None
    start, family = state.carried
    state.paragraphs += 1
    first = (
        paragraph.start
        + len(text[paragraph.start : paragraph.end])
        - len(text[paragraph.start : paragraph.end].lstrip(_BLANK))
    )
    rest = marks
    if marks and marks[0] == first and _FAMILY[text[first]] == family and not _closes_at_start(text, first):
        rest = marks[1:]  # the mark that a paragraph repeats while a quotation goes on
    if rest and _FAMILY[text[rest[0]]] == family and _side(text, rest[0], True) == "close":
        state.pairs.append((start, rest[0]))
        state.carried = None
        return rest[1:]
    if rest or state.paragraphs >= _LONGEST:
        state.carried = None
        return marks
    return rest


def _closes_at_start(text: str, at: int) -> bool:
    following = text[at + 1 : at + 4].lstrip(_BLANK)[:1]
    return text[at] in "»”" and (not following or following in ",.;:!?")


def _take(text: str, at: int, state: _State) -> None:
    family = _FAMILY[text[at]]
    is_open = bool(state.waiting) and state.waiting[-1][1] == family
    if _side(text, at, is_open) == "open":
        state.waiting.append((at, family))
    elif is_open:
        state.pairs.append((state.waiting.pop()[0], at))
    elif len(state.waiting) > 1 and state.waiting[-2][1] == family:
        state.waiting.pop()  # a mark of another kind within was never closed
        state.pairs.append((state.waiting.pop()[0], at))


def _side(text: str, at: int, is_open: bool) -> Literal["open", "close"]:
    """Whether a mark opens or closes; for straight ones from what stands beside, else from what is open."""
    if text[at] in _SIDES:
        return _SIDES[text[at]]
    before = text[at - 1 : at] or " "
    after = text[at + 1 : at + 2] or " "
    opens = (before.isspace() or before in _BEFORE_OPEN) and not after.isspace() and after not in _AFTER_CLOSE
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSE)
    if opens != closes:
        return "open" if opens else "close"
    return "close" if is_open else "open"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int, int, int]:
    left, right = start + 1, end
    while left < right and text[left] in _BLANK:
        left += 1
    while right > left and text[right - 1] in _BLANK:
        right -= 1
    return start, end + 1, left, right


def _nested(pairs: list[tuple[int, int, int, int]]) -> Iterator[Marked]:
    around: list[int] = []
    for start, end, left, right in pairs:
        while around and around[-1] <= start:
            around.pop()
        if right > left:
            yield Marked(start, end, left, right, len(around))
        around.append(end)
