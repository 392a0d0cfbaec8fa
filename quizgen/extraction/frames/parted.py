"""Pieces that the tree has parted from what they belong to: halves, and what is another verb's or noun's."""

from __future__ import annotations

from itertools import pairwise

from quizgen.extraction.context import Context
from quizgen.extraction.function_words import begins_title
from quizgen.languages.lexicon import lexicon, words
from quizgen.parsing.clauses import Clause
from quizgen.parsing.pieces import Piece


def loses_hedge(clause: Clause, context: Context) -> bool:
    return any(_is_without_hedge(piece, context) for piece in clause.pieces)


def has_half(clause: Clause) -> bool:
    return any(_is_half(piece) for piece in clause.pieces)


def has_title(clause: Clause) -> bool:
    """*Le film était* | *Sous le pont de Faro*: no place of anything."""
    return any(piece.tokens and begins_title(piece.tokens[0]) for piece in clause.pieces)


def has_phrase_of_something_else(clause: Clause) -> bool:
    return any(_is_set_apart(piece, clause) for piece in clause.pieces)


def has_participle_of_a_noun(clause: Clause) -> bool:
    return any(_is_of_the_noun_before(piece, before) for before, piece in pairwise(clause.pieces))


def has_phrase_of_another_verb(clause: Clause) -> bool:
    return any(_is_another_verbs(piece, clause) for piece in clause.pieces)


def _is_without_hedge(piece: Piece, context: Context) -> bool:
    """*Au moins* | *28 autoroutes*: the tree has hung the hedge on the verb."""
    first = piece.tokens[0]
    if not first.like_num:
        return False
    said = [t.text.lower() for t in first.doc[max(first.sent.start, piece.left - 3) : piece.left]]
    hedges = lexicon(context.language, "quantities")["hedges"]
    return any(" ".join(said[-size:]).replace("' ", "'") in hedges for size in (1, 2, 3) if len(said) >= size)


def _is_half(piece: Piece) -> bool:
    """*A rapporté plus de 2600 cas | et 47 décès*: what the tree has parted from what it is joined to."""
    if not any(c.dep_ == "cc" and c.i < piece.head.i for c in piece.head.children):
        return False
    if piece.role == "subject":  # *Nokia | et Lusavia ont annoncé*
        return piece.head.i > 0 and piece.head.nbor(-1).dep_ == "cc"
    return piece.role in ("object", "oblique", "argument", "agent") and piece.head.dep_ != "conj"


def _is_set_apart(piece: Piece, clause: Clause) -> bool:
    """*A reculé de 15 % cette année,* | *les salaires …*: an object behind one comma, which belongs to what follows it;
    *sont concernées, dont sept* | *à Paris*: a place of some of them.
    """
    if piece.role not in ("object", "oblique") or piece.left <= clause.verb.right:
        return False
    between = piece.head.doc[clause.verb.right : piece.left]
    counting = words(between.doc.lang_, "asides", "counting")
    if any(t.text.lower() in counting for t in between):
        return True
    commas = sum(t.text == "," for t in between)
    return piece.role == "object" and commas % 2 == 1 and between[-1].text == ","


def _is_of_the_noun_before(piece: Piece, before: Piece) -> bool:
    """*Obligatoires pour les camions* | *se dirigeant vers X*: a participle right behind a noun, hung on the verb."""
    said = [t for t in piece.tokens if t.pos_ not in ("PRON", "ADV")]
    if said and "Inf" in said[0].morph.get("VerbForm", []):
        return False  # *a annoncé lundi* | *s'être séparé de X*
    going = bool(said) and said[0].pos_ == "VERB" and "Part" in said[0].morph.get("VerbForm", [])
    present = going and "Pres" in said[0].morph.get("Tense", []) or "Yes" in piece.tokens[0].morph.get("Reflex", [])
    return present and before.right == piece.left and before.role in ("oblique", "object", "argument", "agent")


def _is_another_verbs(piece: Piece, clause: Clause) -> bool:
    """*A enseigné à Oslo et reçu* | *le prix X*: what stands behind a second participle, and hangs on the first."""
    if piece.role not in ("object", "oblique") or piece.left < clause.verb.right:
        return False
    second = (c for c in clause.head.children if c.dep_ == "conj" and clause.verb.right <= c.i < piece.left)
    return any("Part" in c.morph.get("VerbForm", []) and c.pos_ == "VERB" for c in second)
