"""What an acronym stands for, where the text expands it: *Organisation mondiale de la santé (OMS)*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.facts import AcronymFact, Slot
from quizgen.parsing.parsed import Paragraph

_AFTER = re.compile(r"\((?P<short>[A-ZÀ-Þ][A-ZÀ-Þ.]{1,7})\)")
_BEFORE = re.compile(r"(?<![\w-])(?P<short>[A-ZÀ-Þ]{2,8}) \((?P<long>[^\W\d_][^()]{5,80})\)")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 9
# The longest word that an acronym may pass over; so many letters are no accident even without a capital.
_SMALL = 4
_SURE = 3


def find(context: Context) -> Iterator[AcronymFact]:
    """Expansions beside an acronym, one of the two in brackets, whose initials spell it."""
    seen: set[str] = set()
    for paragraph in context.parsed.paragraphs:
        for match in _AFTER.finditer(paragraph.doc.text):
            short = match["short"].replace(".", "")
            start = expansion_start(paragraph.doc.text[: match.start()], short)
            if start is None or short in seen:
                continue
            sentence = sentence_at(paragraph, match.start())
            if sentence is None or start < sentence.start - paragraph.start:
                continue
            seen.add(short)
            yield _fact(context, paragraph, start, match, short, sentence)
        for fact in _expanded_behind(context, paragraph):
            if fact.acronym.text not in seen:
                seen.add(fact.acronym.text)
                yield fact


def _expanded_behind(context: Context, paragraph: Paragraph) -> Iterator[AcronymFact]:
    """*L'IPSN (Institut pour la protection de la santé naturelle)*."""
    for match in _BEFORE.finditer(paragraph.doc.text):
        sentence = sentence_at(paragraph, match.start())
        if sentence is None or expansion_start(match["long"], match["short"]) != 0:
            continue
        start, end = paragraph.start + match.start("long"), paragraph.start + match.end("long")
        at = paragraph.start + match.start("short")
        yield AcronymFact(
            rule="acronym-expanded-behind",
            sentence=sentence,
            acronym=Slot(text=match["short"], type="acronym", start=at, end=at + len(match["short"])),
            expansion=Slot(text=match["long"], type="expansion", start=start, end=end),
        )


def _fact(
    context: Context, paragraph: Paragraph, start: int, match: re.Match[str], short: str, sentence: Span
) -> AcronymFact:
    text = paragraph.doc.text[start : match.start()].strip()
    offset = paragraph.start + start
    at = paragraph.start + match.start("short")
    return AcronymFact(
        rule="acronym-brackets",
        sentence=sentence,
        acronym=Slot(text=short, type="acronym", start=at, end=at + len(match["short"])),
        expansion=Slot(text=text, type="expansion", start=offset, end=offset + len(text)),
    )


def expansion_start(before: str, short: str) -> int | None:
    """Where the expansion of ``short`` begins in the text before it, or None where the initials do not spell it.

    Every letter must begin a word, in order; between them only words in lower case; the first and the
    last word of the expansion must take part.
    """
    words = list(_WORD.finditer(before.rstrip()))[-_LONGEST:]
    if not words or before.rstrip()[words[-1].end() :].strip():
        return None
    for first in range(len(words) - 1, -1, -1):
        if _initial(words[first].group()) != short[0]:
            continue
        if not words[first].group()[0].isupper() and len(short) < _SURE:
            continue
        one_phrase = re.search(r"[,;:.()]", before[words[first].start() :]) is None
        if one_phrase and _spells([word.group() for word in words[first:]], short):
            return words[first].start()
    return None


def _spells(words: list[str], short: str) -> bool:
    """Whether the letters are the initials of the words, in order; small words in lower case may have none."""
    if not words or not short:
        return not words and not short
    first, rest = words[0], words[1:]
    if _initial(first) == short[0] and _spells(rest, short[1:]):
        return True
    return bool(rest) and first[0].islower() and len(first) <= _SMALL and _spells(rest, short)


def _initial(word: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFD", word[0].upper())[0]


def sentence_at(paragraph: Paragraph, offset: int) -> Span | None:
    """The sentence of a paragraph that holds a character offset of it."""
    for sentence in paragraph.doc.sents:
        if sentence.start_char <= offset < sentence.end_char:
            start = paragraph.start + sentence.start_char
            return Span(start=start, end=start + len(sentence.text.rstrip()))
    return None
