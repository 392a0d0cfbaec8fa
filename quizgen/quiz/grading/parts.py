"""An answer taken apart: a date, quantities, hedges, and the words that are left."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.quiz.grading.dates import PartialDate, take_date
from quizgen.quiz.grading.lexicon import Lexicon, Words, key_of
from quizgen.quiz.grading.numbers import Quantity, match_at, read_quantity
from quizgen.quiz.grading.text import fold, tokens

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True)
class Parts:
    """``words`` are folded, in order; ``key`` is what counts of them."""

    text: str
    date: PartialDate | None
    quantities: tuple[Quantity, ...]
    hedges: frozenset[str]
    words: Words
    key: Words


def _roman(text: str) -> int:
    values = [_ROMAN[char] for char in text]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _roman_ordinals(text: str, lexicon: Lexicon) -> str:
    """*XXIe* becomes *21e*; capitals only, so that no word is taken for one."""
    if not lexicon.ordinal_marks:
        return text
    marks = "|".join(lexicon.ordinal_marks)
    pattern = rf"\b([IVXLC]+)({marks}|[eè](?:re|me)?)\b"
    return re.sub(pattern, lambda match: f"{_roman(match[1])}{match[2]}", text)


def _ordinals(words: list[str], lexicon: Lexicon) -> list[str]:
    """*1er* and *premier* become one word, which is no quantity; *30 secondes* keeps its unit."""
    out: list[str] = []
    for word in words:
        after_number = bool(out) and (out[-1].isdigit() or out[-1] in lexicon.number_words)
        if word in lexicon.ordinal_marks and out and out[-1].isdigit():
            out[-1] = f"#{out[-1]}"
        elif word in lexicon.ordinals and not after_number:
            out.append(f"#{lexicon.ordinals[word]}")
        else:
            out.append(word)
    return out


def _without_lead(words: list[str], lexicon: Lexicon) -> list[str]:
    for filler in lexicon.fillers:
        if match_at(words, 0, filler) and len(words) > len(filler):
            words = words[len(filler) :]
            break
    while len(words) > 1 and words[0] in lexicon.leading:
        words = words[1:]
    return words


def _take_hedges(words: list[str], lexicon: Lexicon) -> tuple[list[str], frozenset[str]]:
    out, found, at = list[str](), set[str](), 0
    while at < len(words):
        hit = next(((phrase, kind) for phrase, kind in lexicon.hedges if match_at(words, at, phrase)), None)
        if hit is None:
            out.append(words[at])
            at += 1
        else:
            found.add(hit[1])
            at += len(hit[0])
    return out, frozenset(found)


def _take_quantities(words: list[str], lexicon: Lexicon) -> tuple[tuple[Quantity, ...], list[str]]:
    if (share := lexicon.fractions.get(tuple(words))) is not None:
        return (Quantity(share.normalize(), "share", share),), []
    found, out, at = list[Quantity](), list[str](), 0
    while at < len(words):
        hit = read_quantity(words, at, lexicon)
        if hit is None:
            out.append(words[at])
            at += 1
        else:
            found.append(hit[0])
            at = hit[1]
    return tuple(found), out


def take_apart(text: str, lexicon: Lexicon) -> Parts:
    """In: an answer as written. Out: its parts. Hedges count only where there is a quantity."""
    date, rest = take_date(fold(_roman_ordinals(text, lexicon)), lexicon)
    plain = _without_lead(_ordinals(tokens(rest), lexicon), lexicon)
    unhedged, hedges = _take_hedges(plain, lexicon)
    quantities, words = _take_quantities(unhedged, lexicon)
    if not quantities:
        hedges, words = frozenset(), plain
    key = key_of(tuple(words), lexicon.small)
    if date is not None or quantities:
        unheard = lexicon.small | (lexicon.range_words if len(quantities) > 1 else frozenset())
        key = tuple(word for word in key if word not in unheard)
    return Parts(text, date, quantities, hedges, tuple(words), key)
