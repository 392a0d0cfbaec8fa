"""French typography of finished text: no-break spaces, quotation marks, capitals."""

from __future__ import annotations

import re
from collections.abc import Callable

NARROW = "\u202f"
NO_BREAK = "\u00a0"
_SPACES = " \t\u00a0\u202f\u2009"
_KEEP = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+|\d+:\d+(?::\d+)?")
_PRIVATE = 0xE000  # stands for what is kept, while spaces are set
_STRAIGHT = re.compile(r"\"([^\"]*)\"")


def typography(text: str) -> str:
    """The text as French prints it.

    A narrow no-break space before ``? ! ; : %`` and currency signs, a no-break space inside « »,
    straight quotes in pairs made « », runs of spaces collapsed, none before a comma or a full stop.
    Apostrophes, times (9:30) and addresses stay as they are.
    """
    kept: list[str] = []

    def put_away(match: re.Match[str]) -> str:
        kept.append(match.group())
        return chr(_PRIVATE + len(kept) - 1)

    spaced = _spaced(_KEEP.sub(put_away, re.sub(f"[{_SPACES}]{{2,}}", " ", text).strip()))
    return re.sub("[\ue000-\uf8ff]", lambda match: _restored(match.group(), kept), spaced)


def _restored(char: str, kept: list[str]) -> str:
    index = ord(char) - _PRIVATE
    return kept[index] if index < len(kept) else char


def _spaced(text: str) -> str:
    text = _nested(_STRAIGHT.sub(r"«\1»", text) if text.count('"') % 2 == 0 else text)
    text = re.sub(f"«[{_SPACES}]*", f"«{NO_BREAK}", text)
    text = re.sub(f"[{_SPACES}]*»", f"{NO_BREAK}»", text)
    text = re.sub(f"[{_SPACES}]+(?=[,.)\\]](?!\\d))", "", text)
    text = re.sub(f"(?<=[^\\s?!:;«(\\[])[{_SPACES}]*([?!]+|[;:](?=\\s|$))", rf"{NARROW}\1", text)
    return re.sub(f"(?<=\\d)[{_SPACES}](?=[%€$£°‰])", NARROW, text)


def _nested(text: str) -> str:
    """*«… «non» …»* as *«… “non” …»* (Lexique des règles typographiques, *Guillemets*); unpaired marks stay."""
    out: list[str] = []
    depth = 0
    for match in re.finditer(f"«[{_SPACES}]*|[{_SPACES}]*»|[^«»]", text):
        mark = match.group().strip(_SPACES)
        depth += mark == "«"
        inner = mark in ("«", "»") and depth > 1
        out.append(("“" if mark == "«" else "”") if inner else match.group())
        depth -= mark == "»"
    return "".join(out) if depth == 0 else text


def group_digits(text: str) -> str:
    """Narrow no-break spaces between the groups of a long number: "12 500" written so that it never breaks."""
    return re.sub(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))", NARROW, text)


def capitalise(text: str) -> str:
    """The first letter in upper case, past an opening quote: "à qui" → "À qui", "« oui »" → "« Oui »"."""
    return _first_letter(text, str.upper)


def lower_first(text: str) -> str:
    """The first letter in lower case; whether it is a proper name is for the caller to know."""
    return _first_letter(text, str.lower)


def _first_letter(text: str, change: Callable[[str], str]) -> str:
    match = re.match(r"[\s«“\"(\[]*", text)
    index = match.end() if match else 0
    return text[:index] + change(text[index : index + 1]) + text[index + 1 :]
