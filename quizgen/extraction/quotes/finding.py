"""Quotations of an article: who said which words.

Offsets follow the usual annotation of quotations: ``start`` and ``end`` of a Quote hold the quotation
marks; ``words_start`` and ``words_end`` do not. ``text`` is what stands between the marks, verbatim.
Decided on characters, words and word lists; the tree only helps to find a verb's subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quizgen.extraction.quotes.assign import Decision, Incise, decide, inner_incise
from quizgen.extraction.quotes.cues import Cue, find_cues
from quizgen.extraction.quotes.frames import Frame, Item, frames_of, items_inside
from quizgen.extraction.quotes.judge import Words, words_of
from quizgen.extraction.quotes.learning import learn
from quizgen.extraction.quotes.lexicon import SpeechLexicon, quote_lexicon
from quizgen.extraction.quotes.marks import Marked, find_marked
from quizgen.extraction.quotes.memory import Memory, Referent, memory_of
from quizgen.extraction.quotes.phrases import Phrase, describe
from quizgen.extraction.quotes.reference import refer
from quizgen.parsing.parsed import Parsed

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
    ``incise``: where the article speaks between the marks (*…, promet-il, …*): no words of the speaker's.
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
    incise: tuple[int, int] | None = None


def find_quotes(parsed: Parsed, lexicon: SpeechLexicon) -> tuple[Quote, ...]:
    """The quotations of ``parsed`` that are speech, in order; cost grows linearly with its length."""
    text = parsed.article.text
    marked = find_marked(text, parsed.article.paragraphs)
    outer = [mark for mark in marked if mark.depth == 0]
    inside = items_inside(parsed, outer)
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


def _read(frame: Frame, inside: dict[int, list[Item]], text: str, memory: Memory, lex: SpeechLexicon) -> list[Quote]:
    words = {at: words_of(inside[_mark(frame, at).start], _mark(frame, at), text) for at in frame.marks}
    cues = find_cues(frame, lex)
    decisions = decide(frame, cues, words, memory, lex)
    quotes: list[Quote] = []
    referents: dict[Phrase, Referent | None] = {}
    for cue in cues:
        if cue.phrase is not None and cue.phrase not in referents:
            memory.current = referents[cue.phrase] = refer(cue.phrase, frame, memory, lex)
    decisions = [_with_incise(frame, d, inside, referents, memory, lex) for d in decisions]
    for decision in decisions:
        if decision.phrase is not None and decision.phrase not in referents:
            referents[decision.phrase] = refer(decision.phrase, frame, memory, lex)
        quotes.append(_quote(frame, decision, words[decision.at], referents, text, memory))
    learn(frame, memory, _spoke(cues, decisions, referents), bool(decisions), lex)
    return quotes


def _with_incise(
    frame: Frame,
    decision: Decision,
    inside: dict[int, list[Item]],
    referents: dict[Phrase, Referent | None],
    memory: Memory,
    lex: SpeechLexicon,
) -> Decision:
    """A quotation with no cue around it may hold one: *« Nous irons, promet-il, jusqu'au bout. »*."""
    if decision.cue is not None:
        return decision
    inner = Frame(tuple(inside[_mark(frame, decision.at).start]), frame.paragraph)
    cue = inner_incise(inner, find_cues(inner, lex))
    if cue is None or cue.phrase is None:
        return decision
    referent = refer(cue.phrase, inner, memory, lex)
    start, end = inner.items[cue.first].start, inner.items[max(cue.end, cue.scope_end) - 1].end
    first, last = inner.items[cue.phrase.first].start, inner.items[cue.phrase.end - 1].end
    return Decision(decision.at, None, None, referent, True, Incise(start, end, first, last, cue.lemma))


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
    incise = decision.incise
    speaker = _speaker(frame, decision.phrase, referent, mark, text)
    if speaker is not None and incise is not None:
        said = text[incise.speaker_start : incise.speaker_end].lstrip("-")
        speaker = replace(speaker, start=incise.speaker_start, end=incise.speaker_end, text=said)
    cue = decision.cue
    lemma, cue_start, cue_end = _where(frame, cue, incise)
    return Quote(
        mark.start,
        mark.end,
        mark.inner_start,
        mark.inner_end,
        mark.words(text),
        "direct" if words.clause else "fragment",
        speaker,
        lemma,
        cue_start,
        cue_end,
        decision.sure and speaker is not None and referent is not None and referent.sure,
        (incise.start, incise.end) if incise else None,
    )


def _where(frame: Frame, cue: Cue | None, incise: Incise | None) -> tuple[str | None, int | None, int | None]:
    if incise is not None:
        return incise.lemma, incise.start, incise.end
    if cue is None:
        return None, None, None
    return cue.lemma, frame.items[cue.first].start, frame.items[cue.end - 1].end


def _speaker(frame: Frame, phrase: Phrase | None, referent: Referent | None, mark: Marked, text: str) -> Speaker | None:
    if referent is None:
        return None
    kind: SpeakerKind = referent.kind  # type: ignore[assignment]
    if phrase is None:
        return Speaker(mark.start, mark.start, "", referent.name, kind)
    start, end = frame.items[phrase.first].start, frame.items[phrase.end - 1].end
    return Speaker(start, end, text[start:end].strip(), referent.name, kind)
