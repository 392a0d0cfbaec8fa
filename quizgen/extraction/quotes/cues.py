"""Cues of speech in a sentence: verbs of saying with their subjects, and prepositions such as *selon*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from quizgen.extraction.quotes.frames import Frame
from quizgen.extraction.quotes.lexicon import SpeechLexicon, VerbForm
from quizgen.extraction.quotes.phrases import Phrase, read_phrase
from quizgen.extraction.quotes.subjects import gerund_subject, inverted_subject, subject_before
from quizgen.extraction.quotes.verbs import (
    auxiliary_of,
    is_beside_quotation,
    is_duty,
    is_in_chain,
    is_participle,
    is_subject_like,
    needs_met,
    opens,
    verb_form,
)

_RECENT = 8  # cues that one without a subject looks back over
CueKind = Literal["verb", "incise", "preposition"]


@dataclass(frozen=True)
class Cue:
    """Items ``[first, end)`` are the verb group or the preposition. ``close``: governs only what is beside it.

    ``shared``: the verb has no subject of its own (*en affirmant*, *et ajoute*, *avant de dire*).
    ``scope_end``: where an incise with its subject ends.
    """

    kind: CueKind
    lemma: str
    first: int
    end: int
    phrase: Phrase | None
    close: bool = False
    shared: bool = False
    scope_end: int = 0


def find_cues(frame: Frame, lex: SpeechLexicon) -> list[Cue]:
    """The cues of a sentence in order; a verb with no subject takes that of the cue before it."""
    found = sorted([*_prepositions(frame, lex), *_verbs(frame, lex)], key=lambda cue: cue.first)
    out: list[Cue] = []
    for cue in found:
        if out and cue.first < out[-1].end:
            continue
        out.append(_with_earlier_subject(frame, cue, out, lex))
    return out


def _with_earlier_subject(frame: Frame, cue: Cue, earlier: list[Cue], lex: SpeechLexicon) -> Cue:
    """*X estime … et demande …*, *selon X, qui dit … et ajoute …*, *X affirme …, ajoutant …*: one subject for both."""
    if not cue.shared or cue.kind != "verb":
        return cue
    phrases = [
        c.phrase
        for c in earlier[-_RECENT:]
        if c.phrase is not None and (c.kind != "preposition" or _told_of(frame, c, lex))
    ]
    return replace(cue, phrase=phrases[-1]) if phrases else cue


def _told_of(frame: Frame, cue: Cue, lex: SpeechLexicon) -> bool:
    return frame.lower(cue.scope_end) == "," and lex.has("subjects.relative", frame.lower(cue.scope_end + 1))


def _prepositions(frame: Frame, lex: SpeechLexicon) -> Iterator[Cue]:
    for index in range(len(frame.items)):
        for size in (4, 3, 2, 1):
            if index + size > len(frame.items):
                continue
            words = _joined(frame, index, size)
            if words in lex.sets["cues.free"]:
                yield from _free(frame, index, index + size, words, lex)
                break
            if size == 1 and words in lex.sets["cues.framed"]:
                yield from _framed(frame, index, words, lex)


def _joined(frame: Frame, index: int, size: int) -> str:
    return " ".join(frame.lower(i) for i in range(index, index + size)).replace("' ", "'")


def _free(frame: Frame, first: int, end: int, words: str, lex: SpeechLexicon) -> Iterator[Cue]:
    if lex.has("cues.never_speakers", frame.lower(end)) and frame.lower(end + 1) in ("", ","):
        return
    if lex.has("cues.clausal", frame.lower(end)):
        return
    phrase = read_phrase(frame, end, lex)
    if phrase is not None and not lex.has("subjects.impersonal", phrase.text.lower()):
        yield Cue("preposition", words, first, end, phrase, scope_end=phrase.end)


def _framed(frame: Frame, index: int, word: str, lex: SpeechLexicon) -> Iterator[Cue]:
    """*Pour X, …*: at the head of a clause, before a person or a body, and closed by a comma or a quotation."""
    if index > 0 and not lex.has("cues.clause_openers", frame.lower(index - 1)):
        return
    phrase = read_phrase(frame, index + 1, lex)
    if phrase is None or phrase.kind not in ("person", "organisation", "role", "country", "pronoun"):
        return
    after = phrase.end
    while frame.lower(after) and frame.lower(after) not in (",", ":") and after < phrase.end + 12:
        if frame.pos(after) in ("VERB", "AUX"):
            return
        after += 1
    if frame.is_mark(after) or frame.lower(after) in (",", ":"):
        yield Cue("preposition", word, index, index + 1, phrase, scope_end=phrase.end)


def _verbs(frame: Frame, lex: SpeechLexicon) -> Iterator[Cue]:
    for index, item in enumerate(frame.items):
        readings = lex.forms.get(item.lower)
        if readings and (index == 0 or not item.text[:1].isupper()):
            cue = next((c for reading in readings if (c := _verb(frame, index, reading, lex))), None)
            if cue is not None:
                yield cue


def _verb(frame: Frame, index: int, reading: VerbForm, lex: SpeechLexicon) -> Cue | None:
    if not needs_met(frame, index, reading, lex):
        return None
    if reading.form == "finite":
        return None if is_participle(frame, index, lex) else _finite(frame, index, reading, lex)
    if reading.form == "participle":
        return _compound(frame, index, reading, lex)
    if reading.form == "gerund":
        return _gerund(frame, index, reading, lex)
    return _infinitive(frame, index, reading, lex)


def _finite(frame: Frame, index: int, reading: VerbForm, lex: SpeechLexicon) -> Cue | None:
    first = index
    verbal = frame.pos(index) in ("VERB", "AUX")
    while lex.has("auxiliaries.clitics", frame.lower(first - 1)) and (verbal or frame.pos(first - 1) != "DET"):
        first -= 1
    beside = is_beside_quotation(frame, first) or opens(frame, index + 1, lex)
    if frame.pos(first - 1) in ("DET", "ADP", "NUM") and first > 0:
        return None
    if frame.pos(index) in ("NOUN", "ADP", "SCONJ") and not (beside or is_subject_like(frame, first - 1, lex)):
        return None
    if frame.pos(index) in ("ADJ", "PROPN") and not beside and not is_subject_like(frame, first - 1, lex):
        return None
    if lex.has("auxiliaries.negation", frame.lower(index + 1)):
        return None
    return _with_subject(frame, first, index + 1, reading, lex)


def _compound(frame: Frame, index: int, reading: VerbForm, lex: SpeechLexicon) -> Cue | None:
    found = auxiliary_of(frame, index, lex)
    if found is None:
        return _agent(frame, index, reading, lex)
    first, passive = found
    if passive:
        return _agent(frame, index, reading, lex)
    while first > 0 and lex.has("auxiliaries.clitics", frame.lower(first - 1)):
        first -= 1
    return _with_subject(frame, first, index + 1, reading, lex)


def _agent(frame: Frame, index: int, reading: VerbForm, lex: SpeechLexicon) -> Cue | None:
    """*qualifié de « … » par X*: the speaker comes after *par*, before or after the quotation."""
    if reading.lemma in lex.sets["opinion.naming"]:
        return None
    for at in range(index + 1, min(len(frame.items), index + 12)):
        if lex.has("cues.agents", frame.lower(at)):
            phrase = read_phrase(frame, at + 1, lex)
            if phrase is None:
                return None
            return Cue("verb", reading.lemma, index, index + 1, phrase, reading.close, scope_end=phrase.end)
        if frame.pos(at) in ("VERB", "AUX") or frame.lower(at) in (";", "."):
            return None
    return None


def _gerund(frame: Frame, index: int, reading: VerbForm, lex: SpeechLexicon) -> Cue | None:
    if frame.pos(index - 1) == "DET":
        return None
    first = index - 1 if lex.has("cues.gerund_marker", frame.lower(index - 1)) else index
    while lex.has("auxiliaries.clitics", frame.lower(first - 1)):
        first -= 1
    phrase = gerund_subject(frame, first, index, lex)
    return Cue("verb", reading.lemma, first, index + 1, phrase, reading.close, shared=True)


def _infinitive(frame: Frame, index: int, reading: VerbForm, lex: SpeechLexicon) -> Cue | None:
    first = index
    shared = True
    if is_duty(frame, index, lex):
        return None
    while first > max(0, index - 8) and is_in_chain(frame, first - 1, lex):
        first -= 1
        if lex.has("auxiliaries.modal", frame.lower(first)):
            return None
        if frame.pos(first) in ("VERB", "AUX") and "Fin" in verb_form(frame, first):
            shared = False
            while lex.has("auxiliaries.clitics", frame.lower(first - 1)):
                first -= 1
            break
    if shared:
        phrase = subject_before(frame, first, lex, shared=True)
        return Cue("verb", reading.lemma, index, index + 1, phrase, reading.close, shared=True)
    return _with_subject(frame, first, index + 1, reading, lex)


def _with_subject(frame: Frame, first: int, end: int, reading: VerbForm, lex: SpeechLexicon) -> Cue | None:
    """A verb group with its subject: inverted (an incise), before it, or shared with another verb."""
    turned = inverted_subject(frame, first, end, lex)
    if turned is not None:
        phrase, scope_end = turned
        return Cue("incise", reading.lemma, first, end, phrase, reading.close, scope_end=scope_end)
    phrase = subject_before(frame, first, lex, shared=False)
    joined = lex.has("subjects.coordinating", frame.lower(first - 1))
    return Cue("verb", reading.lemma, first, end, phrase, reading.close, shared=phrase is None or joined)
