"""Pronouns and possessives that a sentence's own subject, before them, explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.function_words import is_possessive
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.verb_groups import finite_of

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token


def is_explained(token: Token, sentence: DocSpan, context: Context) -> bool:
    """A personal pronoun or a possessive that the sentence's own subject, before it, explains."""
    if not _is_personal(token, context):
        return False
    if _takes_up_subject(token, sentence, context):
        return True
    subject = next((c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubj:pass")), None)
    if subject is None or subject.pos_ == "PRON" or subject.i >= token.i:
        return False
    finite = finite_of(sentence.root)
    if token.pos_ == "PRON":
        return _may_be(token, subject, finite) and not _is_indefinite(subject)
    if _may_be_of_a_complement(token, subject):
        return False
    of_many = token.text.lower() in words(context.language, "clauses", "of_many")
    if token.head.i < (finite or sentence.root).i:
        return not of_many  # *un camion, en levant sa benne, …*: nobody else is named yet
    plural = finite is not None and "Plur" in finite.morph.get("Number", [])
    return plural == of_many and not _is_indefinite(subject)


def _is_personal(token: Token, context: Context) -> bool:
    """A pronoun of the third person, or a possessive, that may mean the subject."""
    if token.pos_ not in ("PRON", "DET") or "Dem" in token.morph.get("PronType", []):
        return False
    if token.text.lower() not in words(context.language, "clauses", "personal"):
        return False
    if token.text.lower() in words(context.language, "clauses", "adverbial_clitics"):
        return False  # *y avait précipité son vaisseau*: a place or a thing, not the subject
    if token.pos_ == "PRON":
        return True
    # *Édith Piaf le remarque*, where the tree has an article; *X, son homologue de Malte*, of whom the sentence before
    # says.
    counterparts = words(context.language, "clauses", "counterparts")
    return is_possessive(token) and token.head.lemma_.lower() not in counterparts


def _may_be_of_a_complement(possessive: Token, subject: Token) -> bool:
    """*L'action de son rival a bondi*: whose, another sentence says."""
    return any(possessive in c.subtree for c in subject.children if c.dep_ == "nmod")


def _may_be(pronoun: Token, subject: Token, finite: Token | None) -> bool:
    is_object = pronoun.dep_ in ("obj", "iobj")
    if is_object and pronoun.head == subject.head:
        return False  # *Christine Angot l'avait accusé*: not herself
    if (is_object and pronoun in subject.subtree) or _is_other(pronoun, subject):
        return False  # *le bus qui la conduisait à Lomé*
    return _same_number(pronoun, finite)  # *59 % des Italiens ont rejeté les réformes qu'il proposait*


def _is_indefinite(subject: Token) -> bool:
    return any("Ind" in c.morph.get("Definite", []) for c in subject.children)


def _is_other(pronoun: Token, noun: Token) -> bool:
    """Whether the forms of two words show that they are of different genders."""
    one, two = pronoun.morph.get("Gender", []), noun.morph.get("Gender", [])
    return bool(one) and bool(two) and one != two


def _same_number(pronoun: Token, finite: Token | None) -> bool:
    one = pronoun.morph.get("Number", [])
    two = finite.morph.get("Number", []) if finite is not None else []
    return not one or not two or one == two


def _takes_up_subject(pronoun: Token, sentence: DocSpan, context: Context) -> bool:
    """*… que les explosions sont des attentats et qu'elles ont fait 34 morts*: the one noun before that agrees."""
    gender = lexicon(context.language, "clauses")["subject_pronouns"].get(pronoun.text.lower().rstrip("s"))
    if gender is None or pronoun.pos_ != "PRON" or not pronoun.dep_.startswith("nsubj"):
        return False
    agreeing = [
        t
        for t in sentence
        if t.i < pronoun.i and t.pos_ == "NOUN" and _same_number(pronoun, t) and _gender(t, context) in (gender, None)
    ]
    return len(agreeing) == 1 and agreeing[0].dep_.startswith("nsubj") and _gender(agreeing[0], context) == gender


def _gender(noun: Token, context: Context) -> str | None:
    shown = "".join(noun.morph.get("Gender", []))
    known: str | None = grammar(context.language).gender_of(noun.text, noun.lemma_.lower(), shown)
    return known
