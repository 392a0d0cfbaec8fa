"""Sentences whose French is not correct: what is copied from them would make a bad card.

Only what words and clear agreements show: a participle against its subject's determiner, a participle
where an infinitive belongs, half a negation, a word written twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from quizgen.extraction.word_pairs import is_lower, pair_errors
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.reduction import ASIDE
from quizgen.parsing.verb_groups import finite_of

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token


def copy_error(sentence: DocSpan) -> str | None:
    """What is wrong with the language of a sentence, in a few words; None where nothing is seen."""
    return next(_errors(sentence, _table(sentence.doc.lang_)), None)


@lru_cache(maxsize=8)
def _table(language: str) -> dict[str, Any]:
    return lexicon(language, "copy")


def _errors(sentence: DocSpan, table: dict[str, Any]) -> Iterator[str]:
    if _comma_before_verb(sentence):
        yield "a comma between subject and verb"
    quoted = False
    for token in sentence:
        quoted = (quoted or token.text == "«") and token.text != "»"
        if quoted or token.is_space:
            continue
        after = token.nbor(1) if token.i + 1 < sentence.end else None
        if after is not None:
            yield from pair_errors(token, after, table)
        if _is_misspelt(token):
            yield f"{token.text} misspelt"
        if _halves_a_name(token, after):
            yield "a dash within a name"
        if any(child.dep_ == "aux:pass" for child in token.children):
            yield from _participle(token, table)


def _comma_before_verb(sentence: DocSpan) -> bool:
    """*Le député, a cherché …*: one comma alone between the subject and its verb, and none that it could close."""
    root = sentence.root
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i < root.i), None)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or any(c.dep_ == "conj" for c in subject.children):
        return False
    verb = min((c for c in root.children if c.dep_.startswith("aux")), key=lambda c: c.i, default=root)
    if verb.text.lower() in words(sentence.doc.lang_, "clauses", "nouns_too"):
        return False  # *X, figure du théâtre*
    if verb.i <= subject.i or verb.nbor(-1).text != "," or "Fin" not in verb.morph.get("VerbForm", []):
        return False
    before = sentence.doc[subject.left_edge.i : verb.i - 1]
    return not any(t.text in _SETS_APART for t in before) and all(
        t == subject or subject.is_ancestor(t) or t.dep_ in (ASIDE, "punct") for t in before
    )


def _is_misspelt(token: Token) -> bool:
    """A word that the pipeline's vectors do not know, and that is one they know with two letters exchanged, one too
    many or one doubled (*préisdent*).
    """
    word = token.text
    if not is_lower(token) or len(word) < _LONG_WORD or token.has_vector or token.doc.vocab.vectors.n_keys == 0:
        return False
    vocab = token.doc.vocab
    inflected = any(vocab.has_vector(word[:-cut]) for cut in (1, 2))  # *suffragante*, *dégrisée*
    if inflected or word.endswith(tuple(lexicon(token.doc.lang_, "copy")["literary_endings"])):
        return False
    swapped = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1))
    fewer = (word[:i] + word[i + 1 :] for i in range(1, len(word)))
    doubled = (word[:i] + word[i] + word[i:] for i in range(1, len(word)))
    return any(form != word and vocab.has_vector(form) for form in (*swapped, *fewer, *doubled))


# Letters of a word that is looked up.
_LONG_WORD = 6


def _halves_a_name(dash: Token, after: Token | None) -> bool:
    """*L'homme d'affaires Italo - Suisse Pablo …*: a dash with spaces that opens no aside, between two capitals."""
    if dash.text not in "-–—" or after is None or not dash.i or dash.ent_type_ or not dash.whitespace_:
        return False
    if after.dep_ == "parataxis" and after.text[:1].isupper() and dash.nbor(-1).text[:1].isupper():
        return sum(t.text == dash.text for t in dash.sent) == 1  # *le doublé Roland-Garros - Wimbledon*
    third = after.nbor(1) if after.i + 1 < len(after.doc) else None  # *l'alliance Renault - Nissan* is whole
    names = all(t is not None and t.pos_ == "PROPN" for t in (dash.nbor(-1), after, third))
    return names and sum(t.text == dash.text for t in dash.sent) == 1


def open_apposition(sentence: DocSpan) -> bool:
    """*Le porte-parole, Ana Reis a dénoncé …*: a name set apart before the verb by one comma of two."""
    root = sentence.root
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i < root.i), None)
    verb = min((c for c in root.children if c.dep_.startswith("aux")), key=lambda c: c.i, default=root)
    if subject is None or subject.pos_ != "NOUN" or verb.i <= subject.i or verb.nbor(-1).text in _SETS_APART:
        return False
    name = next((c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if name is None or name.left_edge.i == 0:
        return False
    first = name.left_edge if name.left_edge.text != "," else name.left_edge.nbor(1)
    behind = sentence.doc[first.i : verb.i]
    return first.nbor(-1).text == "," and all(t == name or name.is_ancestor(t) for t in behind)


_SETS_APART = frozenset(",-–—»")


def _participle(verb: Token, table: dict[str, Any]) -> Iterator[str]:
    """A passive participle against the gender and number of its subject."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
    if subject is None or subject.pos_ != "NOUN" or any(c.dep_ == "conj" for c in subject.children):
        return
    if finite_of(verb) is None or subject.i > verb.i:
        return  # *étant donné les rivalités*
    if any("Plur" in c.morph.get("Number", []) for c in verb.children if c.dep_.startswith("aux")):
        if "Sing" in subject.morph.get("Number", []):
            return  # the last of several subjects
    marks = {c.text.lower() for c in subject.children if c.dep_ == "det" and c.i < subject.i}
    word = verb.text.lower()
    if marks & set(table["feminine"]) and not word.endswith(tuple(table["feminine_marks"])):
        yield f"{word} of a feminine"
    joined = any(c.dep_ == "cc" for c in subject.children)
    counted = not (marks or joined) and any(c.dep_ == "nummod" and c.i < subject.i for c in subject.children)
    if counted and grammar(verb.doc.lang_).gender_of(subject.text, subject.lemma_.lower(), "") == "f":
        if word.endswith(tuple(table["masculine_plurals"])):
            yield f"{word} of a feminine"  # *352 espèces ont été répertoriés*
    if marks & set(table["masculine"]) and word.endswith(tuple(table["feminine_endings"][:6])):
        yield f"{word} of a masculine"
    if marks & set(table["plural"]) and not word.endswith(tuple(table["plural_endings"])):
        yield f"{word} of a plural"
