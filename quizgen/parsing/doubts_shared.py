"""Doubts about a subject that a clause shares with another: whose relative it is, and whose coordinated verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.languages.lexicon import grammar
from quizgen.parsing.verb_groups import finite_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.parsing.pieces import Piece
    from quizgen.parsing.subjects import Subject


def doubts_of_shared(head: Token, finite: Token, subject: Subject, verb: Piece, pieces: list[Piece]) -> list[str]:
    found: list[str] = []
    joined = subject.shared and not subject.antecedent
    if joined and _behind_relative(head, finite):
        found.append("a relative clause right before that may go on")
    if subject.antecedent and subject.piece is not None:
        found += _doubts_of_antecedent(subject.piece.head, head, finite)
    if _before_conjunction(head, pieces):
        found.append("words before the conjunction that may be another clause's")
    if joined and _another_subject(head, verb):
        found.append("words before the verb that may be its subject")
    return found


def _doubts_of_antecedent(noun: Token, relative: Token, finite: Token) -> list[str]:
    found: list[str] = []
    if noun.pos_ == "NOUN" and not _is_determined(noun):
        found.append("an antecedent without a determiner")
    if _is_what_something_is(noun):
        found.append("an antecedent that says what something is")
    if _may_be_of_the_second(noun, relative, finite):
        found.append("an antecedent that may be the second of two")
    if _may_be_of_another(noun, relative, finite):
        found.append("an antecedent that may be another noun")
    return found


def _another_subject(head: Token, verb: Piece) -> bool:
    """*… et 1370 ont perdu la vie*: a number or noun right behind the conjunction, before the verb."""
    before = head.doc[head.left_edge.i : verb.left]
    link = max((t.i for t in before if t.pos_ in ("CCONJ", "PUNCT")), default=-1)
    first = head.doc[link + 1] if link >= 0 else None
    return first is not None and first.i < verb.left and first.pos_ in ("NUM", "DET", "NOUN", "PROPN", "PRON")


def _behind_relative(head: Token, finite: Token) -> bool:
    """*A dévoilé un projet dont l'ouverture se fera en mai et serait destiné à …*: whose verb it is, the tree guesses.

    Not where its mood and tense are those of the clause that it is coordinated with.
    """
    link = next((c for c in head.children if c.dep_ == "cc"), None)
    main = finite_of(head.head)
    if link is None or main is None or not link.i or _form(main) == _form(finite):
        return False
    above = [link.nbor(-1), *link.nbor(-1).ancestors]
    return any(t.dep_ == "acl:relcl" and head.head.i < t.i < link.i for t in above)


def _form(verb: Token) -> tuple[list[str], list[str], bool]:
    """Mood and tense, of a compound tense those of its auxiliary: *est*, *a fermé* are two forms."""
    return verb.morph.get("Mood", []), verb.morph.get("Tense", []), verb.dep_.startswith("aux:tense")


def _is_determined(noun: Token) -> bool:
    """Something says which or how many: *le circuit qui*, not *un circuit courte distance qui*."""
    return any(child.dep_ in ("det", "nummod", "case") or child.pos_ in ("DET", "NUM") for child in noun.children)


def _before_conjunction(head: Token, pieces: list[Piece]) -> bool:
    """*Déjà en 2015, lorsque X voulait un troisième mandat, Y avait …*: the year is that of the other clause."""
    marks = [c.i for c in head.children if c.dep_ == "mark" and c.pos_ == "SCONJ"]
    return bool(marks) and any(p.right <= min(marks) and p.role != "verb" for p in pieces)


def _is_what_something_is(noun: Token) -> bool:
    """*Le Leixões, un cargo qui transportait …*: an indefinite apposition; the relative tells of the name."""
    indefinite = any("Ind" in c.morph.get("Definite", []) for c in noun.children if c.dep_ == "det")
    return noun.dep_ == "appos" and indefinite


def _may_be_of_the_second(noun: Token, relative: Token, finite: Token) -> bool:
    """*À l'Union africaine puis au Burundi qui reverse*: a relative in the singular behind two phrases."""
    between = [c for c in noun.children if c.dep_ == "conj" and noun.i < c.i < relative.left_edge.i]
    cased = any(child.dep_ == "case" for one in between for child in one.children)
    return cased and "Sing" in finite.morph.get("Number", [])


def _may_be_of_another(noun: Token, relative: Token, finite: Token) -> bool:
    """*Les hommes jugés pour les attentats, qui ont fait 130 morts*; *le laboratoire, à Laurel, dans le Maryland, qui*.

    A relative set apart, and more than one noun before it that its verb agrees with.
    """
    doc, first = noun.doc, relative.left_edge.i
    while doc[first].is_punct and first < relative.i:
        first += 1
    if first == 0 or doc[first - 1].text != ",":
        return False
    others = [t for t in doc[noun.i + 1 : first] if not _is_named_with(t, noun)] + _nouns_before(noun)
    if doc[first - 2].ent_type_ == "PER" and (first - 2 == noun.i or _is_named_with(doc[first - 2], noun)):
        # *un camouflet pour Rui Sá, qui …*: somebody, among things
        others = [t for t in others if t.ent_type_ == "PER" or grammar(doc.lang_).is_human(t.lemma_.lower())]
    number = finite.morph.get("Number", [])
    return any(t.pos_ in ("NOUN", "PROPN") and t.morph.get("Number", []) == number and not _is_time(t) for t in others)


def _nouns_before(noun: Token) -> list[Token]:
    """What stands before a noun with a preposition: the words back to its verb, and the noun that its phrase is of."""
    while noun.dep_ in ("appos", "flat:name", "flat") and noun.head.i < noun.i:
        noun = noun.head  # *le train de la compagnie Renfe, qui reliait …*
    if not _has_case(noun):
        return []
    verb = noun.head.i if noun.head.pos_ in ("VERB", "AUX") and noun.head.i < noun.i else noun.sent.start - 1
    before = list(noun.doc[max(verb + 1, noun.head.i) : noun.i])
    if noun.head.dep_ == "acl" and noun.head.head.i < noun.head.i:
        before.append(noun.head.head)  # *une résolution présentée par le Portugal, qui exige …*
    return before


def _is_named_with(token: Token, noun: Token) -> bool:
    """Whether a word is part of the name of what a noun names: *le président Rui Sá*, *le Comité du port (CP)*."""
    doc = noun.doc
    if any(entity.start <= token.i < entity.end and entity.start <= noun.i < entity.end for entity in doc.ents):
        return True
    if not token.text[:1].isupper():
        return False
    while token.dep_ in ("flat:name", "flat", "appos", "nmod") and token.head.i < token.i and not _has_case(token):
        token = token.head
        if token == noun:
            return True
    return False


def _has_case(noun: Token) -> bool:
    return any(child.dep_ == "case" for child in noun.children)


def _is_time(noun: Token) -> bool:
    return any(child.like_num for child in noun.children) and noun.dep_ == "nmod"
