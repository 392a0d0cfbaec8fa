"""Repairs of dirty copy before parsing. Every repair replaces characters one for one.

So the repaired text has the length of the verbatim one, and offsets found in it point into both.
"""

from __future__ import annotations

import re

_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\t\n\r\v\f"), " ")
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ`´‘"), "'")
_OPENING = dict.fromkeys(map(ord, "“„"), "«")
_CLOSING = dict.fromkeys(map(ord, "”"), "»")
_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0xFEFF, 0xAD, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], " ")
_CONTROL = {code: " " for code in range(32) if code not in (9, 10, 11, 12, 13)}
_TABLE = {**_SPACES, **_APOSTROPHES, **_OPENING, **_CLOSING, **_INVISIBLE, **_CONTROL}
_STRAIGHT = re.compile('"')
# *3'30"*: minutes and seconds, or feet and inches; *9"81*: seconds and hundredths.
_SECONDS = re.compile(r"(?<=\d['’])(\s?\d{1,2})(?:[\"”]|''|’’)(?!\w)|(?<=\d)()\"(?=\d)")
# Agencies write +so+ what is quoted inside a quotation.
_INNER = re.compile(r"(?<![\w+])\+(?=[^\W\d_])([^+\n]{1,160})(?<=[\w.!?…'’])\+(?![\w+])")
# Markdown sets titles and foreign words in *italics* or **bold**: marks, and no part of the text.
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,2})(?=[^\s*])([^*\n]{1,160})(?<=\S)\1(?![\w*])")
_BEFORE_OPENING = frozenset("([«'’-–—")
_AFTER_CLOSING = frozenset(".,;:!?…)]»")


def repair(text: str) -> str:
    """``text`` with one form of space, apostrophe and quotation mark; same length, same offsets."""
    told = _EMPHASIS.sub(lambda found: found[0].replace("*", " "), _SECONDS.sub(_primes, text))
    return _pair_straight_quotes(_INNER.sub(r"«\1»", told).translate(_TABLE))


def _primes(seconds: re.Match[str]) -> str:
    digits = seconds[1] or ""
    return digits + "″" * (len(seconds[0]) - len(digits))


def _pair_straight_quotes(text: str) -> str:
    """Straight quotes become « and »: by the characters around them, in turn where those do not tell.

    So quotes inside quotes (*"Il a dit "non" hier", dit-elle*) open and close as they were meant.
    """
    if '"' not in text:
        return text
    out = list(text)
    is_open = False
    for match in _STRAIGHT.finditer(text):
        at = match.start()
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        opens = before.isspace() or before in _BEFORE_OPENING
        closes = after.isspace() or after in _AFTER_CLOSING
        is_open = opens if opens != closes else not is_open
        out[at] = "«" if is_open else "»"
    return "".join(out)
