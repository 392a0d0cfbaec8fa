"""Markdown marks around the sentences of an article: which lines are prose, and where it begins in them.

The text stays verbatim, so marks are stepped over, never removed: headings, rules, tables, code and
link definitions are no paragraphs; a list item or a quotation begins behind its mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.reading.paragraphs import Line, lines

_FENCE = re.compile(r"(?:```|~~~)")
_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_UNDERLINE = re.compile(r"(?:=+|-+)$")
_RULE = re.compile(r"(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
_NO_PROSE = re.compile(r"\||\[[^\]]+\]:\s|<!--.*-->$|!\[[^\]]*\]\([^)]*\)$|\[!\[.*\)$")
_MARK = re.compile(r"(?:>\s?|[-*+]\s+|\d{1,3}[.)]\s+(?=\D))+")
_TITLE = re.compile(
    r"\A\s*#[ \t]+([^\r\n]+?)[ \t#]*(?:[\r\n]|$)|\A\s*(\S[^\r\n]*?)[ \t]*(?:\r\n|\r|\n)=+[ \t]*(?:[\r\n]|$)"
)
_INLINE = re.compile(r"!?\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)|\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`")


def prose(text: str) -> Iterator[Line]:
    """The lines of ``text`` with every line that is no prose made blank, and marks stepped over."""
    every = list(lines(text))
    code = _code(text, every)
    for index, line in enumerate(every):
        content = text[line.start : line.end]
        if index in code or _no_prose(content) or _underlined(text, every, index):
            yield Line(line.start, line.start)
        else:
            yield _behind_mark(line, content)


def _code(text: str, every: list[Line]) -> set[int]:
    """Indexes of the lines of fenced code. A fence that nothing closes is dropped alone, not the rest of the text."""
    fences = [index for index, line in enumerate(every) if _FENCE.match(text[line.start : line.end])]
    inside = (range(first, last) for first, last in zip(fences[::2], fences[1::2], strict=False))
    return {index for part in inside for index in part} | set(fences)


def title(text: str) -> str | None:
    """The heading of the first level that a text begins with, without its marks."""
    match = _TITLE.match(text)
    return None if match is None else plain(match.group(1) or match.group(2)).strip() or None


def plain(text: str) -> str:
    """One line of text without its inline marks: emphasis, code, links reduced to their words."""
    return _INLINE.sub(lambda match: match.group(1) or "", text)


def _no_prose(content: str) -> bool:
    return bool(
        _HEADING.match(content) or _RULE.match(content) or _UNDERLINE.match(content) or _NO_PROSE.match(content)
    )


def _underlined(text: str, every: list[Line], index: int) -> bool:
    """A heading of one line with a line of dashes or equals signs under it, and nothing above it."""
    if index + 1 == len(every) or (index > 0 and every[index - 1].start != every[index - 1].end):
        return False
    below = every[index + 1]
    return below.end - below.start >= 3 and bool(_UNDERLINE.match(text[below.start : below.end]))


def _behind_mark(line: Line, content: str) -> Line:
    mark = _MARK.match(content)
    if mark is None:
        return line
    return Line(line.start + mark.end(), line.end, opens=not content.startswith(">") or mark.group().strip() != ">")
