"""Verb groups around a form of a verb of saying: its auxiliary, its chain, what stands beside it."""

from __future__ import annotations

from quizgen.extraction.quotes.frames import Frame
from quizgen.extraction.quotes.lexicon import SpeechLexicon, VerbForm

# Words before a participle within which its auxiliary stands, without an insertion between commas and with one.
_NEAR, _FAR = 8, 14
_CHAINED = (
    "auxiliaries.inside",
    "auxiliaries.have",
    "auxiliaries.be",
    "auxiliaries.modal",
    "cues.before_infinitive",
    "subjects.inverted",
)


def is_participle(frame: Frame, index: int, lex: SpeechLexicon) -> bool:
    """Whether a word that could be either (*dit*, *écrit*) is tagged as a participle and has no auxiliary."""
    readings = {reading.form for reading in lex.forms[frame.lower(index)]}
    return readings >= {"finite", "participle"} and (
        "Part" in verb_form(frame, index)
        and not is_beside_quotation(frame, index)
        and not opens(frame, index + 1, lex)
        and not is_subject_like(frame, index - 1, lex)
    )


def needs_met(frame: Frame, index: int, reading: VerbForm, lex: SpeechLexicon) -> bool:
    if reading.lemma in lex.sets["chained.infinitives"] and reading.form == "infinitive":
        return lex.has("chained.after", frame.lower(index - 1))
    needed = lex.needing.get(reading.lemma)
    if needed is None or any(is_beside_quotation(frame, at) for at in (index, index - 1, index - 2)):
        return True
    if needed & lex.sets["cues.openers"] and opens(frame, index + 1, lex):
        return True
    return frame.lower(index + 1) in needed or frame.lower(index + 2) in needed and frame.pos(index + 1) == "ADV"


def opens(frame: Frame, index: int, lex: SpeechLexicon) -> bool:
    """Whether a clause or a quotation follows, past a few words: *estime pour sa part que*."""
    for at in range(index, index + 5):
        if frame.is_mark(at) or frame.lower(at) == ":" or lex.has("cues.openers", frame.lower(at)):
            return True
        if frame.pos(at) in ("VERB", "AUX", "PUNCT", ""):
            return False
    return False


def is_subject_like(frame: Frame, index: int, lex: SpeechLexicon) -> bool:
    return (
        lex.has("subjects.pronouns", frame.lower(index))
        or frame.pos(index) == "PROPN"
        or lex.has("subjects.relative", frame.lower(index))
    )


def is_beside_quotation(frame: Frame, first: int) -> bool:
    return frame.is_mark(first - 1) or frame.lower(first - 1) in (",", "–", "—", "-") and frame.is_mark(first - 2)


def auxiliary_of(frame: Frame, index: int, lex: SpeechLexicon) -> tuple[int, bool] | None:
    """Where the auxiliary of a participle stands and whether the voice is passive; None where there is none."""
    passive = False
    jumped_to = index
    for at in range(index - 1, max(-1, index - _FAR), -1):
        word = frame.lower(at)
        if word == ",":
            jumped_to = min(jumped_to, _comma_before(frame, at))
        if at < index - _NEAR and jumped_to == index:
            return None
        if jumped_to < at:
            continue
        if word in lex.sets["auxiliaries.have"]:
            return at, passive
        if word in lex.sets["auxiliaries.be"]:
            return at, not _is_behind_reflexive(frame, at, lex)
        if lex.has("auxiliaries.denying", word):
            return None
        if lex.has("auxiliaries.passive", word):
            passive = True
        elif not _may_stand_within(frame, at, lex):
            return None
    return None


def _is_behind_reflexive(frame: Frame, at: int, lex: SpeechLexicon) -> bool:
    return any(lex.has("auxiliaries.reflexive", frame.lower(at - back)) for back in (1, 2))


def _may_stand_within(frame: Frame, at: int, lex: SpeechLexicon) -> bool:
    """Whether a word may stand between an auxiliary and its participle."""
    word = frame.lower(at)
    keys = ("subjects.inverted", "auxiliaries.inside", "hints.time")
    return word == "," or frame.pos(at) == "ADV" or any(lex.has(key, word) for key in keys)


def _comma_before(frame: Frame, at: int) -> int:
    """The comma that opens the insertion which the comma at ``at`` closes; ``at`` itself where there is none."""
    for index in range(at - 1, max(-1, at - 9), -1):
        if frame.lower(index) == ",":
            return index
        if frame.is_mark(index) or frame.pos(index) in ("VERB", "AUX"):
            return at
    return at


def is_duty(frame: Frame, index: int, lex: SpeechLexicon) -> bool:
    """*doivent en effet déclarer*: a verb of duty a few words before, with no other verb between."""
    for at in range(index - 1, max(-1, index - 6), -1):
        if lex.has("auxiliaries.modal", frame.lower(at)):
            return True
        if frame.pos(at) in ("VERB", "AUX", "PUNCT") or frame.is_mark(at):
            return False
    return False


def is_in_chain(frame: Frame, index: int, lex: SpeechLexicon) -> bool:
    """Whether a word may stand between a finite verb and its infinitive."""
    word = frame.lower(index)
    return frame.pos(index) in ("VERB", "AUX", "ADV") or any(lex.has(key, word) for key in _CHAINED)


def verb_form(frame: Frame, index: int) -> list[str]:
    token = frame.items[index].token
    return token.morph.get("VerbForm", []) if token is not None else []
