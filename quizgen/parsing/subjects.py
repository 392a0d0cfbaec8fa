"""The subject of a predicate: its own, that of the verb it is joined to, or the noun that its relative is of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.parsing.doubts import SUBJECT
from quizgen.parsing.pieces import Piece
from quizgen.parsing.verb_groups import finite_of

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Subject:
    """The subject, and where it comes from.

    ``shared``: it is another clause's too. ``antecedent``: it is the noun before a relative clause. ``own``: how many
    subjects the tree gives the predicate itself.
    """

    piece: Piece | None
    shared: bool
    antecedent: bool
    own: int


def subject_of(head: Token, group: list[Token]) -> Subject:
    own = [child for child in head.children if child.dep_ in SUBJECT and not _semicolon_between(child, head)]
    token, shared = _subject_token(head, own)
    antecedent = _antecedent(head, token)
    if antecedent is not None:
        return Subject(antecedent, shared=True, antecedent=True, own=len(own))
    piece = None if token is None else Piece("subject", token, token.left_edge.i, token.right_edge.i + 1)
    if piece is not None and shared and _is_participle(piece.head.head):
        piece = replace(piece, right=max(piece.right, group[0].i))
    return Subject(piece, shared=shared, antecedent=False, own=len(own))


def _subject_token(head: Token, own: list[Token]) -> tuple[Token | None, bool]:
    if own:
        return min(own, key=lambda token: token.i), False
    if any(child.dep_ == "expl:subj" for child in head.children):
        return None, False
    above = head
    while above.dep_ == "conj" and above.head.i < above.i:
        above = above.head
        subjects = [child for child in above.children if child.dep_ in SUBJECT]
        if subjects:
            return subjects[0], True
    return None, False


def _semicolon_between(child: Token, head: Token) -> bool:
    """*X a été sacrée ; Y, meilleur acteur*: what stands beyond it belongs to a verb that is left out."""
    left, right = sorted((child.i, head.i))
    return any(t.text == ";" for t in head.doc[left:right])


def _antecedent(head: Token, subject: Token | None) -> Piece | None:
    """The noun phrase before *qui*: the subject of its relative clause."""
    if (
        head.dep_ not in ("acl:relcl", "advcl:cleft")
        or subject is None
        or "Rel" not in subject.morph.get("PronType", [])
    ):
        return None
    noun = head.head
    case = [t.i for c in noun.children if c.dep_ == "case" and c.i < noun.i for t in c.subtree]
    left = max(case) + 1 if case and max(case) < noun.i else noun.left_edge.i
    return Piece("subject", noun, left, min(head.left_edge.i, noun.right_edge.i + 1))


def _is_participle(token: Token) -> bool:
    """*Le temps passé au jeu diminue*: a participle that the tree took for the first of two verbs."""
    return token.pos_ == "VERB" and "Part" in token.morph.get("VerbForm", []) and finite_of(token) is None
