"""Whether a verb has what it needs beside it: its object, and what completes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.languages.lexicon import words
from quizgen.parsing.clauses import Clause
from quizgen.parsing.pieces import Piece

if TYPE_CHECKING:
    from spacy.tokens import Token


_OBJECTS = ("object", "complement", "infinitive", "predicate", "clause")
_HELD = ("obj", "ccomp", "xcomp", "advcl")
_OF_INFINITIVES = ("object", "complement", "predicate", "clause")
_BETWEEN = ("oblique", "adverb")


def wants_object(clause: Clause, context: Context) -> bool:
    """A verb in the active that is hardly ever without an object."""
    if clause.passive or clause.copular or is_being(clause.finite):
        return False
    if any(t.dep_.startswith("expl") for t in clause.verb.tokens):
        return False
    if any(c.dep_ == "obj" and "Rel" in c.morph.get("PronType", []) for c in clause.head.children):
        return False
    return clause.head.lemma_.lower() in words(context.language, "verbs", "transitive")


def lost_object(clause: Clause, context: Context) -> bool:
    """An active verb that is never without an object, and has none here: the tree has lost it."""
    if not wants_object(clause, context):
        return False
    needs = words(context.language, "verbs", "object_and_measure")
    if clause.head.lemma_.lower() in needs and any(p.role == "object" for p in clause.pieces):
        if not any(p.case in words(context.language, "clauses", "than") for p in clause.pieces):
            return True
    return not any(fills_object(p) for p in clause.pieces if p.role in _OBJECTS or p.left >= clause.verb.right)


def infinitive_without_object(clause: Clause, context: Context) -> bool:
    """*Va prêter au Royaume-Uni*: an infinitive that is never without an object, which no piece of the clause is."""
    transitive = words(context.language, "verbs", "transitive")
    infinitives = [p.head for p in clause.pieces if p.role == "infinitive"]
    if any(p.role in _OF_INFINITIVES for p in clause.pieces):
        return False
    return any(
        verb.lemma_.lower() in transitive and not any(_is_held(c) for c in verb.children) for verb in infinitives
    )


def fills_object(piece: Piece, written: str | None = None) -> bool:
    """An object, or a phrase behind the verb that holds a clause the tree has hung on a noun.

    ``written``: what a card keeps of the piece; the clause must be in it.
    """
    if piece.role == "clause" and "Part" in piece.head.morph.get("VerbForm", []):
        if not any(c.dep_.startswith("aux") for c in piece.head.children):
            return False  # *a annoncé, en retenant ses larmes, …*
    if piece.role == "object" and _has_preposition(piece):
        return False  # *ont adopté par consensus*
    if piece.role == "object" and _is_idiom(piece):
        return False  # *a reçu des mains de X*
    return piece.role in _OBJECTS or _holds_clause(piece, written)


def _is_idiom(piece: Piece) -> bool:
    said = " ".join(t.text.lower() for t in piece.tokens if t.text != ",")
    return said.startswith(tuple(words(piece.head.doc.lang_, "verbs", "no_objects")))


def _has_preposition(piece: Piece) -> bool:
    of = words(piece.head.doc.lang_, "clauses", "of")
    return any(c.dep_ == "case" and c.text.lower() not in of for c in piece.head.children)


def _holds_clause(piece: Piece, written: str | None) -> bool:
    """An infinitive or a clause of *que* that the tree has hung on a noun (*recommande aux voyageurs de partir*)."""
    held = [t for t in piece.tokens if "Inf" in t.morph.get("VerbForm", []) or t.pos_ == "SCONJ"]
    return any(written is None or t.text in written for t in held)


def loses_object(tokens: Sequence[Token], context: Context, *, only: Token | None = None) -> bool:
    """A verb within a phrase that is never without an object and whose own is not among ``tokens``.

    ``only``: the one verb to look at.
    """
    transitive = words(context.language, "verbs", "transitive")
    inside = {t.i for t in tokens}
    for verb in tokens:
        if only is not None and verb != only:
            continue
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in transitive or "Part" in verb.morph.get("VerbForm", []):
            continue
        held = [c for c in verb.children if _is_held(c)]
        if not any(c.i in inside or c.dep_.startswith("expl") for c in held):
            return True
    return False


def _is_held(token: Token) -> bool:
    """An object, a clause in its place, or what shows that the verb wants none."""
    if token.dep_ == "obl:arg":
        return "Inf" in token.morph.get("VerbForm", [])
    return token.dep_ in _HELD or token.dep_.startswith(("expl", "aux:pass", "nsubj:pass"))


def is_appointed_to_nothing(clause: Clause, context: Context) -> bool:
    """*A été désigné lundi par l'Assemblée*: as what, another sentence says."""
    if not clause.passive or clause.head.lemma_.lower() not in words(context.language, "verbs", "appointing"):
        return False
    said = ("complement", "predicate", "argument", "object", "infinitive", "clause")
    to = words(context.language, "verbs", "appointed_to")
    return not any(piece.role in said or piece.case.lower() in to for piece in clause.pieces)


def completes(piece: Piece, clause: Clause, context: Context) -> bool:
    """An oblique right behind the verb, with a preposition that verbs govern: it may be its object.

    Or behind an object that says nothing alone (*mettre l'accent sur*, *jouer un rôle dans*).
    """
    if piece.case and _is_behind_empty_object(piece, clause, context):
        return True
    behind = _end_of_adverbials(piece, clause)
    near = (behind, behind + (behind > clause.verb.right))
    return piece.left in near and piece.case in words(context.language, "clauses", "governed")


def _is_behind_empty_object(piece: Piece, clause: Clause, context: Context) -> bool:
    empty = words(context.language, "verbs", "empty_objects")
    before = (p for p in clause.pieces if p.role == "object" and p.right == piece.left)
    return any(p.head.lemma_.lower() in empty for p in before)


def _end_of_adverbials(piece: Piece, clause: Clause) -> int:
    """Where the verb ends, or the adverbials right behind it: *est sorti hier, à l'hôpital,* | *du silence*."""
    end = clause.verb.right
    for between in clause.pieces:
        if between.role not in _BETWEEN or between.left not in (end, end + 1) or between.right > piece.left:
            continue
        commas = clause.paragraph.doc[max(0, between.left - 1)], between.tokens[0], between.tokens[-1]
        if any(t.text == "," for t in commas) or not between.case:
            end = between.right
    return end


def completes_as_infinitive(piece: Piece, context: Context) -> bool:
    """*Avait conduit l'opérateur à invoquer …*: an infinitive with no other mark than that of a complement."""
    if piece.role != "clause" or "Inf" not in piece.head.morph.get("VerbForm", []):
        return False
    marks = [c for c in piece.head.children if c.dep_ == "mark"]
    simple = words(context.language, "clauses", "infinitive_marks")
    return len(marks) == 1 and marks[0].text.lower() in simple and not any(True for _ in marks[0].children)


def half_of_list(clause: Clause) -> bool:
    """*Invite à boire, se rafraîchir et éviter …*: the tree ends the list with its first infinitive."""
    last = max((p for p in clause.pieces if p.role == "infinitive"), key=lambda p: p.right, default=None)
    if last is None or last.right + 2 >= len(last.head.doc) or last.head.doc[last.right].text != ",":
        return False
    return any(
        t.pos_ == "VERB" and t.text.lower() == t.lemma_.lower() and "Part" not in t.morph.get("VerbForm", [])
        for t in last.head.doc[last.right + 1 : last.right + 3]
    )


def lost_predicate(clause: Clause, context: Context) -> bool:
    """*Le pays est, avec X et Y, l'un des fondateurs de …*: what it is goes unsaid."""
    beside = words(context.language, "clauses", "together")
    return is_being(clause.head) and not clause.copular and any(piece.case in beside for piece in clause.pieces)


def is_being(token: Token) -> bool:
    return token.lemma_.lower() in words(token.doc.lang_, "clauses", "being")
