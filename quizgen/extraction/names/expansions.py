"""Where the words begin that an acronym stands for: *Organisation mondiale de la santé (OMS)*."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

IN_BRACKETS = re.compile(r"\((?P<short>[A-ZÀ-Þ][A-ZÀ-Þ.]{1,7})\)")
# *Le système de combat aérien du futur, le SCAF, …*: a comma and an article of any language.
_APPOSED = re.compile(r",\s[^\W\d_]{1,3}['’\s]\s?(?P<short>[A-ZÀ-Þ]{3,8})(?=\s?[,.;:)])")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 9
# The longest word that an acronym may pass over; so many letters are no accident even without a capital.
_SMALL = 4
_SURE = 3


def expanded(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Each acronym of ``text`` that its expansion stands before, with where the expansion begins."""
    for pattern in (IN_BRACKETS, _APPOSED):
        for match in pattern.finditer(text):
            start = expansion_start(text[: match.start()], match["short"].replace(".", ""))
            if start is not None:
                yield start, match


def expansion_start(before: str, short: str) -> int | None:
    """Where the expansion of ``short`` begins in the text before it, or None where the initials do not spell it.

    Every letter must begin a word, in order; between them only words in lower case; the first and the
    last word of the expansion must take part.
    """
    words = list(_WORD.finditer(before.rstrip()))[-_LONGEST:]
    if not words or before.rstrip()[words[-1].end() :].strip():
        return None
    small: int | None = None
    for first in range(len(words) - 1, -1, -1):
        if _initial(words[first].group()) != short[0]:
            continue
        capital = words[first].group()[0].isupper()
        if not capital and len(short) < _SURE:
            continue
        one_phrase = re.search(r"[,;:.()]", before[words[first].start() :]) is None
        if one_phrase and _spells([word.group() for word in words[first:]], short):
            if capital:
                return words[first].start()
            if first and _is_cut(before, words[first - 1], words[first]):
                continue  # *Agence* | *nationale de sécurité américaine (NSA)*: the letters are of another language
            small = small if small is not None else words[first].start()
    return small  # *la Direction de la documentation et de la sécurité (DDS)* begins with its capital


def _is_cut(text: str, before: re.Match[str], first: re.Match[str]) -> bool:
    """A word with a capital right before the first, no article that opens the sentence."""
    capital = before.group()[0].isupper() and len(before.group()) > _SMALL
    return capital and text[before.end() : first.start()].isspace()


def _spells(words: list[str], short: str) -> bool:
    """Whether the letters are the initials of the words, in order; small words in lower case may have none."""
    if not words or not short:
        return not words and not short
    first, rest = words[0], words[1:]
    if _initial(first) == short[0] and _spells(rest, short[1:]):
        return True
    return bool(rest) and first[0].islower() and len(first) <= _SMALL and _spells(rest, short)


def _initial(word: str) -> str:
    return unicodedata.normalize("NFD", word[0].upper())[0]
