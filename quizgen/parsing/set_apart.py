"""What commas set apart between a subject and its verb, or between a verb and its object, by parts of speech alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.layers import Part
from quizgen.parsing.trees import NOUNS
from quizgen.parsing.verb_groups import is_finite

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

# Words of a phrase between commas; and of a phrase that tells a time.
_LONGEST_INSERTION, _NEAR = 12, 3


def set_apart(start: int, sentence: DocSpan, found: list[Part], language: str) -> Part | None:
    """What stands between a subject and its verb, up to the comma before the verb.

    A relative clause, a count (*dont deux enfants*), or an apposition: no phrase with a preposition.
    """
    doc = sentence.doc
    subject = _subject_before(start, sentence, found, language)
    comma = next((t for t in doc[start + 1 : sentence.end] if _closes(t, sentence)), None)
    if not subject or comma is None:
        return None
    inside = list(doc[start : comma.i])
    pronoun = doc[start + 1] if doc[start].pos_ == "ADP" else doc[start]
    counted = pronoun.text.lower() in words(language, "asides", "counting") | words(language, "asides", "equals")
    if "Rel" in pronoun.morph.get("PronType", []):
        verbal = any(is_finite(t) for t in inside)
        return Part(start, comma.i, "acl:relcl" if verbal else "appos") if verbal or counted else None
    apposed = counted or (_is_subordinate(inside) and _opens_apposition(doc[start], subject))
    return Part(start, comma.i, "appos") if apposed and _agrees(subject, comma, sentence) else None


def _subject_before(start: int, sentence: DocSpan, found: list[Part], language: str) -> list[Token]:
    """The phrase before a comma, where it may be a subject: nothing stands before it but a scene."""
    free = [t for t in sentence.doc[sentence.start : start - 1] if not any(p.left <= t.i < p.right for p in found)]
    subject = _last_phrase(free)
    if not any(t.pos_ in (*NOUNS, "PRON", "NUM") for t in subject):
        return []
    scene = free[: len(free) - len(subject)]
    return subject if _is_scene(scene) and not _is_fronted(subject) and not _is_time(subject, language) else []


def time_before(sentence: DocSpan, comma: int, found: list[Part]) -> Part | None:
    """*Fin mars, X, né à Y, a …*: a time without a preposition at the head of a sentence, which is no subject."""
    doc = sentence.doc
    last = next((t.i for t in reversed(doc[sentence.start : comma]) if t.text == ","), None)
    if found or last is None or doc[sentence.start].pos_ not in ("NOUN", "DET", "NUM"):
        return None
    return Part(sentence.start, last, "obl:mod")


def insertion(start: int, sentence: DocSpan, language: str) -> Part | None:
    """*A approuvé dimanche, à une large majorité, la réforme*: a phrase between a verb and what it is done to."""
    doc = sentence.doc
    comma = next((t for t in doc[start : min(sentence.end, start + _LONGEST_INSERTION)] if t.text == ","), None)
    if comma is None or doc[start].pos_ != "ADP" or comma.i + 1 >= sentence.end:
        return None
    behind = doc[comma.i + 1]
    opens = behind.pos_ in ("DET", "SCONJ") or behind.text.lower() in words(language, "clauses", "of")
    if (
        not opens
        or not _ends_with_verb(start - 1, sentence, language)
        or any(is_finite(t) for t in doc[start : comma.i])
    ):
        return None
    return Part(start, comma.i, "obl:mod")


def _ends_with_verb(end: int, sentence: DocSpan, language: str) -> bool:
    """*A approuvé*, *a approuvé ce dimanche*: a verb before ``end``, or before the day that stands there."""
    doc, at = sentence.doc, end - 1
    days = _words_of_days(language)
    while at > sentence.start and (doc[at].text.lower() in days or doc[at].pos_ in ("ADV", "NUM")):
        at -= 1
    if doc[at].pos_ == "DET":
        at -= 1
    return doc[at].pos_ == "VERB" and (is_finite(doc[at]) or any(is_finite(t) for t in doc[at].children))


def _words_of_days(language: str) -> frozenset[str]:
    table = lexicon(language, "asides")["days"]
    return frozenset((*table["names"], *table["parts"], *table["months"]))


def _last_phrase(free: list[Token]) -> list[Token]:
    """The tokens behind the last comma, without verbs of their own: what may be the subject. Empty where they act."""
    last = next((n for n in range(len(free), 0, -1) if free[n - 1].text == ","), 0)
    phrase = free[last:]
    return [] if any(is_finite(t) for t in phrase) else phrase


def _is_scene(before: list[Token]) -> bool:
    """*Fin décembre*, *en France, où le vote a eu lieu*, *protégée par un bouclier*: no statement before a subject."""
    return not before or (before[0].pos_ != "CCONJ" and _is_subordinate(before))


def _is_subordinate(tokens: list[Token]) -> bool:
    """Whether each finite verb has a relative pronoun or a conjunction before it."""
    linked = False
    for token in tokens:
        linked = linked or token.pos_ == "SCONJ" or "Rel" in token.morph.get("PronType", [])
        if is_finite(token) and not linked:
            return False
    return True


def _agrees(subject: list[Token], comma: Token, sentence: DocSpan) -> bool:
    """Whether a phrase can be the subject of the verb behind a comma, by their numbers."""
    noun = next((t for t in subject if t.pos_ in NOUNS), None)
    verb = next((t for t in comma.doc[comma.i + 1 : sentence.end] if is_finite(t)), None)
    if noun is None or verb is None or subject[-1].pos_ == "PROPN" or any(t.pos_ in ("CCONJ", "NUM") for t in subject):
        return True
    ones, others = noun.morph.get("Number", []), verb.morph.get("Number", [])
    return not ones or not others or ones == others


def _closes(comma: Token, sentence: DocSpan) -> bool:
    return comma.text == "," and _opens_with_verb(comma.doc[comma.i + 1 : sentence.end])


def _opens_apposition(first: Token, subject: list[Token]) -> bool:
    """A noun, a name or a participle behind the end of a noun phrase that opens the sentence or its clause."""
    ends = subject[-1].pos_ in (*NOUNS, "ADJ", "NUM") or subject[-1].text[:1].isupper()
    return ends and not _is_fronted(subject) and first.pos_ in (*NOUNS, "DET", "ADJ", "VERB", "NUM")


def _is_time(phrase: list[Token], language: str) -> bool:
    """*Fin mars*, *une semaine après le vote*: when, and no subject."""
    nouns = (t for t in phrase[:_NEAR] if t.pos_ in NOUNS)
    return any(grammar(language).noun_class(t.text.lower()) == "time" for t in nouns)


def _is_fronted(phrase: list[Token]) -> bool:
    """*En France*, *élu en mai*, *haut de 3 mètres*; not *quelque 120 soldats*, *premier ministre*."""
    behind = phrase[1].pos_ if len(phrase) > 1 else ""
    if phrase[0].pos_ == "ADV":
        return behind != "NUM"
    if phrase[0].pos_ == "ADJ":
        return behind not in NOUNS
    return phrase[0].pos_ in ("ADP", "SCONJ", "VERB", "CCONJ")


def _opens_with_verb(behind: DocSpan) -> bool:
    for token in behind:
        if is_finite(token):
            return True
        if token.pos_ != "PRON" and token.pos_ != "ADV":
            return False
        if "Rel" in token.morph.get("PronType", []):
            return False
    return False
