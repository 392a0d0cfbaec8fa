"""What an acronym stands for, where the text expands it: *Organisation mondiale de la santé (OMS)*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.names.expansions import expanded, expansion_start
from quizgen.facts import AcronymFact, Slot
from quizgen.parsing.parsed import Paragraph

_BEFORE = re.compile(r"(?<![\w-])(?P<short>[A-ZÀ-Þ]{2,8}) \((?P<long>[^\W\d_][^()]{5,80})\)")


# A word with a capital right before an expansion, within a sentence.
_BEGUN = re.compile(r"(?:[a-zà-ÿ,'’] |['’])[A-ZÀ-Þ][\w-]+ $")


def find(context: Context) -> Iterator[AcronymFact]:
    """Expansions beside an acronym, in brackets or between commas, whose initials spell it."""
    seen: set[str] = set()
    for paragraph in context.parsed.paragraphs:
        for start, match in expanded(paragraph.doc.text):
            short = match["short"].replace(".", "")
            if short in seen:
                continue
            sentence = sentence_at(paragraph, match.start())
            if sentence is None or start < sentence.start - paragraph.start:
                continue
            if _BEGUN.search(paragraph.doc.text[:start]):
                continue  # *Front* | *Rui Costa de libération (RCL)*: half of a name
            if _is_plural(paragraph.doc.text[start : match.start()], paragraph, start):
                continue  # *des contrats à durée déterminée (CDD)*: the acronym stands for one
            seen.add(short)
            yield _fact(context, paragraph, start, match, short, sentence)
        for fact in _expanded_behind(context, paragraph):
            if fact.acronym.text not in seen:
                seen.add(fact.acronym.text)
                yield fact


def _is_plural(expansion: str, paragraph: Paragraph, start: int) -> bool:
    """A common noun in the plural at its head, in small letters: no name of several (*Forces démocratiques*)."""
    head = next((t for t in paragraph.doc if t.idx == start), None)
    return expansion[:1].islower() and head is not None and "Plur" in head.morph.get("Number", [])


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
        rule="acronym-brackets" if match[0].startswith("(") else "acronym-apposed",
        sentence=sentence,
        acronym=Slot(text=short, type="acronym", start=at, end=at + len(match["short"])),
        expansion=Slot(text=text, type="expansion", start=offset, end=offset + len(text)),
    )


def sentence_at(paragraph: Paragraph, offset: int) -> Span | None:
    """The sentence of a paragraph that holds a character offset of it."""
    for sentence in paragraph.doc.sents:
        if sentence.start_char <= offset < sentence.end_char:
            start = paragraph.start + sentence.start_char
            return Span(start=start, end=start + len(sentence.text.rstrip()))
    return None
