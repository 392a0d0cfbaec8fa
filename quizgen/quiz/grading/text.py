"""Text folded for comparison: no case, no accents, one kind of apostrophe and dash, words and numbers apart."""

from __future__ import annotations

import re
import unicodedata

_SAME = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
    }
)
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:[ .'_]\d{3})+|(?:,\d{3}){2,})(?![\d])")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)?|[a-z]{1,3}/[a-z]\b|[^\W\d_]+|[%€$£¥°]")


def fold(text: str) -> str:
    """In: any text. Out: lower case, without accents, with plain apostrophes, dashes and spaces."""
    text = unicodedata.normalize("NFKC", text.translate(_SAME)).casefold().translate(_SAME)
    text = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return " ".join(text.split())


def join_thousands(folded: str) -> str:
    """``1 234 567``, ``1.234.567`` and ``1,234,567`` become ``1234567``; ``1,5`` and ``1.5`` stay."""
    return _THOUSANDS.sub(lambda match: re.sub(r"\D", "", match.group()), folded)


def tokens(folded: str) -> list[str]:
    """Words, numbers and signs of units; punctuation, hyphens and apostrophes only separate."""
    return _TOKEN.findall(join_thousands(folded))


def singular(word: str) -> str:
    """The word without a plural mark; what is left is only for comparison."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
