"""Who says it, behind a comma: a verb of saying with its subject behind it, at the end of a sentence or within it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.layers import Part
from quizgen.parsing.trees import NOUNS
from quizgen.parsing.verb_groups import is_finite

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token


_SPEAKERS = ("person", "group", "organisation")


@dataclass(frozen=True)
class _Saying:
    """A verb of saying, where what stands behind it and its pronoun begins, and whether the pronoun is hung on it."""

    verb: Token
    behind: int
    inverted: bool


def incise(start: int, sentence: DocSpan, language: str) -> Part | None:
    """The part that begins at ``start`` with a verb of saying, to the end of the sentence or to the next comma."""
    saying = _saying(start, sentence, language)
    if saying is None:
        return None
    asserting = saying.verb.lemma_.lower() in words(language, "attribution", "asserting")
    behind = sentence.doc[saying.behind : sentence.end]
    if not saying.inverted and not _names_speaker(behind, language, anything=asserting):
        return None
    before = sentence.doc[sentence.start : start - 1]
    if any(is_finite(t) and not _is_relative_verb(t) for t in before):
        return _at_end(start, saying.behind, sentence)
    return _within(start, saying.behind, sentence)


def _saying(start: int, sentence: DocSpan, language: str) -> _Saying | None:
    doc, i = sentence.doc, start
    if doc[i].pos_ == "PRON" and doc[i].text.lower() in words(language, "asides", "reflexive"):
        i += 1
    verb, inverted = doc[i], False
    if not is_finite(verb):
        return None
    while i + 1 < sentence.end and (doc[i + 1].text.startswith("-") or doc[i + 1].pos_ == "ADV"):
        i += 1
        inverted = inverted or doc[i].text.startswith("-")
    if verb.pos_ == "AUX" and i + 1 < sentence.end:
        i += 1
        verb = doc[i]
    says = verb.lemma_.lower() in words(language, "asides", "saying")
    return _Saying(verb, i + 1, inverted) if says else None


def _at_end(start: int, behind: int, sentence: DocSpan) -> Part | None:
    doc = sentence.doc
    end = sentence.end - (doc[sentence.end - 1].pos_ == "PUNCT")
    return Part(start, end, "parataxis") if not _goes_on(doc[behind:end]) else None


def _within(start: int, behind: int, sentence: DocSpan) -> Part | None:
    """*X, a dit Y, est parti*: up to the next comma, behind which the statement has its verb."""
    doc = sentence.doc
    end = next((t.i for t in doc[behind : sentence.end] if t.text == ","), sentence.end)
    if any(t.pos_ == "SCONJ" for t in doc[behind:end]):
        return None  # *X, enquêteur, a confirmé que …*: the statement itself
    return Part(start, end, "parataxis") if any(is_finite(t) for t in doc[end : sentence.end]) else None


def _names_speaker(behind: DocSpan, language: str, *, anything: bool) -> bool:
    """The first noun that hangs on no preposition is somebody, or a body; ``anything``: any noun will do."""
    cased = False
    for token in behind:
        if token.pos_ in ("ADP", "SCONJ") or token.text == ",":
            cased = True
        elif token.pos_ in NOUNS and not _continues_name(token, behind):
            if not cased:
                return anything or _may_speak(token, language)
            cased = False
        elif is_finite(token):
            return False
    return False


def _continues_name(token: Token, behind: DocSpan) -> bool:
    return token.pos_ == "PROPN" and token.i > behind.start and token.nbor(-1).pos_ in NOUNS


def _may_speak(noun: Token, language: str) -> bool:
    named = noun.pos_ == "PROPN" or noun.text[:1].isupper()
    return named or grammar(language).noun_class(noun.lemma_.lower()) in _SPEAKERS


def _goes_on(behind: DocSpan) -> bool:
    """*…, a dit X, et le pays a fermé ses frontières*: another statement behind the incise."""
    link = next((t.i for t in behind if t.pos_ == "CCONJ" and t.i > behind.start and t.nbor(-1).text == ","), None)
    return link is not None and any(is_finite(t) and t.i > link for t in behind)


def _is_relative_verb(token: Token) -> bool:
    head = token.head if token.dep_.startswith(("aux", "cop")) else token
    return head.dep_ in ("acl:relcl", "advcl")
