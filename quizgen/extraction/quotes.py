"""Quotations of an article: who said which words.

Offsets follow the usual annotation of quotations: ``start`` and ``end`` of a Quote hold the quotation
marks; ``words_start`` and ``words_end`` do not. ``text`` is what stands between the marks, verbatim.
Decided on characters, words and word lists; the tree only helps to find a verb's subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from quizgen.extraction.quotes_assign import Decision, decide
from quizgen.extraction.quotes_cues import Cue, find_cues
from quizgen.extraction.quotes_frames import Frame, frames_of
from quizgen.extraction.quotes_judge import Words, words_of
from quizgen.extraction.quotes_lexicon import SpeechLexicon, quote_lexicon
from quizgen.extraction.quotes_marks import Marked, find_marked
from quizgen.extraction.quotes_phrases import Phrase, describe
from quizgen.extraction.quotes_reference import Memory, Referent, learn, memory_of, refer
from quizgen.parsing.parsed import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Quote", "Speaker", "find_quotes", "quote_lexicon"]

SpeakerKind = Literal["person", "organisation", "country", "role", "other"]


@dataclass(frozen=True)
class Speaker:
    """Who speaks: the words that say so beside the quotation, and ``resolved``, the fullest name in the article."""

    start: int
    end: int
    text: str
    resolved: str
    kind: SpeakerKind


@dataclass(frozen=True)
class Quote:
    """Quoted words that somebody said. ``certain``: the speaker is sure enough to be asked for.

    ``kind``: ``direct`` where the words stand as a sentence, else ``fragment``. ``cue``: the verb's
    infinitive or the preposition, at ``cue_start``–``cue_end``; None where only the context tells.
    """

    start: int
    end: int
    words_start: int
    words_end: int
    text: str
    kind: Literal["direct", "fragment"]
    speaker: Speaker | None = None
    cue: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    certain: bool = False


def find_quotes(parsed: Parsed, lexicon: SpeechLexicon) -> tuple[Quote, ...]:
    """The quotations of ``parsed`` that are speech, in order; cost grows linearly with its length."""
    text = parsed.article.text
    marked = find_marked(text, parsed.article.paragraphs)
    outer = [mark for mark in marked if mark.depth == 0]
    inside = _tokens_inside(parsed, outer)
    memory = memory_of(parsed, lexicon)
    quotes: list[Quote] = []
    alone = False
    for frame in frames_of(parsed, outer):
        signer = _signer(frame, memory, lexicon)
        if signer is not None and quotes and quotes[-1].cue is None and alone:
            quotes[-1] = replace(quotes[-1], speaker=signer, certain=True)
        found = _read(frame, inside, text, memory, lexicon)
        alone = bool(found) and not any(item.lower.isalpha() for item in frame.items)
        quotes.extend(found)
    return tuple(quotes)


def _signer(frame: Frame, memory: Memory, lex: SpeechLexicon) -> Speaker | None:
    """The person named in a line below a quotation: *— X, directeur de Y*."""
    if not frame.items or frame.lower(0) not in ("—", "–", "-") or frame.marks:
        return None
    entity = frame.entity_at(1)
    if entity is None or entity[2] != "PER" or frame.lower(entity[1]) not in (",", ""):
        return None
    phrase = describe(frame, entity[0], entity[1], lex)
    referent = refer(phrase, frame, memory, lex) if phrase is not None else None
    if phrase is None or referent is None:
        return None
    first, last = frame.items[phrase.first], frame.items[phrase.end - 1]
    return Speaker(first.start, last.end, phrase.text, referent.name, "person")


def _tokens_inside(parsed: Parsed, marked: Sequence[Marked]) -> dict[int, list[Token]]:
    """Start of a quotation → the tokens between its marks."""
    inside: dict[int, list[Token]] = {mark.start: [] for mark in marked}
    place = 0
    for paragraph in parsed.paragraphs:
        for token in paragraph.doc:
            at = paragraph.start + token.idx
            while place < len(marked) and marked[place].inner_end <= at:
                place += 1
            if place < len(marked) and marked[place].inner_start <= at:
                inside[marked[place].start].append(token)
    return inside


def _read(
    frame: Frame, inside: dict[int, list[Token]], text: str, memory: Memory, lex: SpeechLexicon
) -> list[Quote]:
    words = {at: words_of(inside[_mark(frame, at).start], _mark(frame, at), text) for at in frame.marks}
    cues = find_cues(frame, lex)
    decisions = decide(frame, cues, words, memory, lex)
    quotes: list[Quote] = []
    referents: dict[Phrase, Referent | None] = {}
    for cue in cues:
        if cue.phrase is not None and cue.phrase not in referents:
            memory.current = referents[cue.phrase] = refer(cue.phrase, frame, memory, lex)
    for decision in decisions:
        if decision.phrase is not None and decision.phrase not in referents:
            referents[decision.phrase] = refer(decision.phrase, frame, memory, lex)
        quotes.append(_quote(frame, decision, words[decision.at], referents, text, memory))
    learn(frame, memory, _spoke(cues, decisions, referents), bool(decisions), lex)
    return quotes


def _spoke(
    cues: Sequence[Cue], decisions: Sequence[Decision], referents: dict[Phrase, Referent | None]
) -> list[Referent]:
    """Who speaks in a sentence, the one whose words are quoted last at the end."""
    phrases = [cue.phrase for cue in cues if cue.phrase] + [d.phrase for d in decisions if d.phrase]
    found = [referents[phrase] for phrase in phrases] + [d.carried for d in decisions if d.carried]
    return [referent for referent in found if referent is not None]


def _mark(frame: Frame, at: int) -> Marked:
    mark = frame.items[at].mark
    assert mark is not None
    return mark


def _quote(
    frame: Frame, decision: Decision, words: Words, referents: dict[Phrase, Referent | None], text: str, memory: Memory
) -> Quote:
    mark = _mark(frame, decision.at)
    referent = referents[decision.phrase] if decision.phrase is not None else decision.carried
    speaker = _speaker(frame, decision.phrase, referent, mark, text)
    cue = decision.cue
    return Quote(
        mark.start,
        mark.end,
        mark.inner_start,
        mark.inner_end,
        mark.words(text),
        "direct" if words.clause else "fragment",
        speaker,
        cue.lemma if cue else None,
        frame.items[cue.first].start if cue else None,
        frame.items[cue.end - 1].end if cue else None,
        decision.sure and speaker is not None and referent is not None and referent.sure,
    )


def _speaker(
    frame: Frame, phrase: Phrase | None, referent: Referent | None, mark: Marked, text: str
) -> Speaker | None:
    if referent is None:
        return None
    kind: SpeakerKind = referent.kind  # type: ignore[assignment]
    if phrase is None:
        return Speaker(mark.start, mark.start, "", referent.name, kind)
    start, end = frame.items[phrase.first].start, frame.items[phrase.end - 1].end
    return Speaker(start, end, text[start:end].strip(), referent.name, kind)
