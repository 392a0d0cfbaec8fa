"""What quoted words are: a sentence, a fragment of one, or a name or term that nobody said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.extraction.quotes.cues import Cue
from quizgen.extraction.quotes.frames import Frame, Item
from quizgen.extraction.quotes.lexicon import SpeechLexicon
from quizgen.extraction.quotes.marks import Marked

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset(("PRON", "DET", "PROPN", "NOUN", "ADV", "INTJ"))
_NAMEISH = frozenset(("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "X", "PUNCT", "CCONJ"))


@dataclass(frozen=True)
class Words:
    """The tokens between quotation marks, with what decides: is it a clause, is it a sentence, how long is it."""

    tokens: tuple[Token, ...]
    text: str

    @property
    def count(self) -> int:
        return sum(token.pos_ != "PUNCT" for token in self.tokens)

    @property
    def finite(self) -> bool:
        return any("Fin" in token.morph.get("VerbForm", []) for token in self.tokens)

    @property
    def capital(self) -> bool:
        return next((char.isupper() for char in self.text if char.isalpha()), False)

    @property
    def final(self) -> bool:
        return self.text.rstrip()[-1:] in ".!?…"

    @property
    def first(self) -> Token | None:
        return next((token for token in self.tokens if token.pos_ != "PUNCT"), None)

    @property
    def clause(self) -> bool:
        """Whether the words stand as a sentence: a finite verb that no subordinator governs from the start."""
        first = self.first
        if first is None or not self.finite:
            return False
        if first.pos_ == "SCONJ" or "Rel" in first.morph.get("PronType", []):
            return self.capital
        return self.capital or first.pos_ in _SUBJECTS and _has_subject(self.tokens)

    @property
    def nameish(self) -> bool:
        """Whether the words look like a name or a title: a capital, no verb, short."""
        return self.capital and self.count <= 7 and not self.final and not self.finite

    @property
    def predicate(self) -> bool:
        """Whether the words begin as what is said of something, not as its name: a preposition, a verb, an adverb."""
        first = self.first
        return first is not None and first.pos_ in ("ADP", "VERB", "AUX", "ADV", "ADJ", "SCONJ", "PRON")


def _has_subject(tokens: Sequence[Token]) -> bool:
    finite = next((i for i, token in enumerate(tokens) if "Fin" in token.morph.get("VerbForm", [])), 0)
    return any(token.pos_ in ("PRON", "NOUN", "PROPN") for token in tokens[:finite])


def words_of(items: Sequence[Item], marked: Marked, text: str) -> Words:
    """The words and verbatim text of a quotation."""
    return Words(tuple(item.token for item in items if item.token is not None), marked.words(text))


def is_term(frame: Frame, at: int, words: Words, cue: Cue | None, beside: bool, lex: SpeechLexicon) -> bool:
    """Whether the quotation at item ``at`` names something: a title, a term, a nickname, words of a law."""
    if _of_law(frame, cue, lex):
        return True
    in_group = cue is not None and cue.first <= at - 1 < cue.end
    if _is_charge(frame, at, lex):
        return True
    if not in_group and not (words.clause and words.count > 4) and _named_before(frame, at, lex):
        return True
    if beside:
        return False
    if words.nameish and not words.predicate or words.capital and words.count <= 3 and not words.finite:
        return True
    return _noun_beside(frame, at, words, cue, lex)


def _of_law(frame: Frame, cue: Cue | None, lex: SpeechLexicon) -> bool:
    if cue is None or cue.phrase is None:
        return False
    head = [frame.lower(i) for i in range(cue.phrase.first, min(cue.phrase.end, cue.phrase.first + 3))]
    return any(word in lex.sets["names.laws"] for word in head)


def _is_charge(frame: Frame, at: int, lex: SpeechLexicon) -> bool:
    """*mis en examen pour « … »*, *plainte pour « … »*."""
    joined = at - 2 if frame.is_mark(at - 2) else at
    if not lex.has("names.charged", frame.lower(joined - 1)):
        return False
    return any(lex.has("names.charges", frame.lower(i)) for i in range(joined - 2, max(-1, joined - 12), -1))


def _named_before(frame: Frame, at: int, lex: SpeechLexicon) -> bool:
    for index in (at - 1, at - 2):
        word = frame.lower(index)
        if lex.has("names.before", word):
            return not _reflexive(frame, index, lex)
        if not (lex.has("subjects.of", word) or frame.pos(index) in ("DET", "ADJ", "PROPN", "ADV")):
            return False
    return False


def _reflexive(frame: Frame, index: int, lex: SpeechLexicon) -> bool:
    """*se dit « prêt »*, *s'est dit « prêt »*: not the *dit* of a nickname."""
    near = [frame.lower(i) for i in range(index - 3, index)]
    return any(lex.has("auxiliaries.reflexive", w) or lex.has("auxiliaries.have", w) for w in near)


def _noun_beside(frame: Frame, at: int, words: Words, cue: Cue | None, lex: SpeechLexicon) -> bool:
    """A noun right before short words without a verb: *un plan « zéro carbone »*; adjectives of opinion are speech."""
    index = at - 1
    if frame.pos(index) not in ("NOUN", "PROPN") or lex.has("cues.nouns", frame.lower(index)):
        return False
    if cue is not None and cue.first <= index < max(cue.end, cue.scope_end):
        return False
    first = words.first
    describing = first is not None and first.pos_ in ("ADJ", "VERB", "ADV", "ADP", "PRON", "SCONJ")
    opinion = cue is not None and lex.has("opinion.lemmas", cue.lemma)
    if words.count <= 2:
        return not (describing and opinion)
    return words.count <= 5 and not describing
