"""The constituents of a predicate as pieces: ranges of tokens with a role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quizgen.languages.lexicon import words
from quizgen.parsing.doubts import SUBJECT
from quizgen.parsing.reduction import ASIDE
from quizgen.parsing.verb_groups import GROUP, finite_of

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

Role = Literal[
    "subject", "verb", "object", "iobject", "agent", "oblique", "argument", "adverb", "predicate", "complement",
    "infinitive", "clause",
]  # fmt: skip
_ROLE_OF: dict[str, Role] = {
    "obj": "object", "obj:agent": "object", "iobj": "iobject", "obl:agent": "agent", "obl:arg": "argument",
    "obl:mod": "oblique", "obl": "oblique", "advmod": "adverb", "xcomp": "complement", "ccomp": "complement",
    "advcl": "clause", "nmod": "oblique", "dislocated": "clause", "parataxis": "clause", "acl": "clause",
    "acl:relcl": "clause", "csubj": "clause", "advcl:cleft": "clause", "vocative": "clause", "appos": "clause",
}  # fmt: skip
_NO_PIECES = ("punct", "mark", "cc", "conj", ASIDE, *SUBJECT)


@dataclass(frozen=True)
class Piece:
    """A constituent or the verb group: tokens ``[left, right)`` of the paragraph's doc."""

    role: Role
    head: Token
    left: int
    right: int
    case: str = ""
    nested: bool = False

    @property
    def tokens(self) -> DocSpan:
        return self.head.doc[self.left : self.right]


def pieces_of(head: Token, group: list[Token], *, copular: bool) -> tuple[list[Piece], list[str]]:
    """The constituents of ``head``, those of its infinitives flattened in, and the relations that make none."""
    members = {token.i for token in group}
    pieces = [_predicate(head)] if copular else []
    doubts: list[str] = []
    for child in head.children:
        if child.i in members or child.dep_ in _NO_PIECES or (copular and _inside_predicate(child, head)):
            continue
        if _is_infinitive(child):
            pieces.extend(_infinitive(child))
        elif child.dep_ in _ROLE_OF:
            pieces.append(_constituent(child))
        else:
            doubts.append(f"relation {child.dep_}")
    return pieces, doubts


def _is_infinitive(token: Token) -> bool:
    return token.dep_ == "xcomp" and token.pos_ == "VERB" and "Inf" in token.morph.get("VerbForm", [])


def _constituent(token: Token) -> Piece:
    role, case = _ROLE_OF[token.dep_], _case(token)
    if role == "object" and token.text.lower() in words(token.doc.lang_, "lint", "weekdays"):
        role = "oblique"  # *a remporté dimanche le 400 m*
    if role == "agent" and case not in words(token.doc.lang_, "clauses", "agent"):
        role = "argument"
    return Piece(role, token, token.left_edge.i, token.right_edge.i + 1, case)


def _predicate(head: Token) -> Piece:
    left = min([head.i, *(child.left_edge.i for child in head.children if _inside_predicate(child, head))])
    right = max([head.i, *(child.right_edge.i for child in head.children if _inside_predicate(child, head))])
    return Piece("predicate", head, left, right + 1, _case(head))


_NOMINAL = (
    "det", "nmod", "amod", "nummod", "flat:name", "flat:foreign", "flat", "fixed", "case", "acl", "acl:relcl",
    "compound", "conj", "appos",
)  # fmt: skip


def _inside_predicate(child: Token, head: Token) -> bool:
    if child.dep_ == "conj":
        return finite_of(child) is None
    if child.dep_ in ("obl:arg", "obl:mod", "advmod", "obl") and head.pos_ == "ADJ":
        return child.dep_ == "obl:arg" or (child.dep_ == "advmod" and child.i == head.i - 1)
    return child.dep_ in _NOMINAL


def _infinitive(token: Token) -> list[Piece]:
    """An infinitive complement as a verb-like piece, followed by its own constituents."""
    before = ("mark", "case", *GROUP, "advmod", "obj", "iobj")
    first = [c for c in token.children if c.i < token.i and c.dep_ in before and c.right_edge.i < token.i]
    left = min([token.i, *(child.left_edge.i for child in first)])
    pieces = [Piece("infinitive", token, left, token.i + 1)]
    for child in token.children:
        if left <= child.i <= token.i or child.dep_ in ("punct", "cc"):
            continue
        if _is_infinitive(child):
            pieces.extend(_infinitive(child))
            continue
        if child.dep_ == "conj":
            pieces.append(Piece("clause", child, child.left_edge.i, child.right_edge.i + 1))
            continue
        role = _ROLE_OF.get(child.dep_, "clause")
        pieces.append(Piece(role, child, child.left_edge.i, child.right_edge.i + 1, _case(child), nested=True))
    return pieces


def _case(token: Token) -> str:
    """The preposition of a constituent, lower case, fixed expressions whole (*à cause de*)."""
    cases = [child for child in token.children if child.dep_ == "case"]
    whole = [word for case in cases for word in (case, *(c for c in case.children if c.dep_ == "fixed"))]
    return " ".join(word.text.lower() for word in sorted(whole, key=lambda word: word.i)).replace("' ", "'")
