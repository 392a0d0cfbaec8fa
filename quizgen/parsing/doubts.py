"""What looks wrong in a clause: nothing is made of one that has a doubt."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.languages.lexicon import lexicon, words
from quizgen.parsing.reduction import ASIDE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

    from quizgen.parsing.pieces import Piece

# Relations of subjects.
SUBJECT = ("nsubj", "nsubj:pass", "nsubj:caus")


def _is_determined(token: Token) -> bool:
    return any(child.dep_ == "det" for child in token.children)


def _half_subject(subject: Piece, finite: Token) -> bool:
    """A conjunction right before the subject of a verb in the plural, or before the second of two ends (*entre*)."""
    before = subject.head.doc[subject.left - 1] if subject.left else None
    if before is None or before.pos_ != "CCONJ" or before.is_sent_start:
        return False
    first = [before.nbor(-1), *before.nbor(-1).ancestors]
    between = words(before.doc.lang_, "clauses", "between")
    cases = (c.text.lower() for t in first if t.left_edge.i <= before.i and t.dep_ in _ENDS for c in t.children)
    plural = before.head == subject.head and "Plur" in finite.morph.get("Number", [])
    return plural or any(case in between for case in cases)


_ENDS = ("obl:mod", "obl:arg", "obl", "nmod")


def doubts_of(
    sentence: DocSpan,
    finite: Token,
    subject: Piece | None,
    verb: Piece,
    pieces: list[Piece],
    group: list[Token],
    subjects: int,
) -> list[str]:
    """What looks wrong in a clause, in the order in which it is told."""
    told = (
        *_doubts_of_subject(subject, finite),
        ("two subjects", subjects > 1),
        ("crossing constituents", any(a.right > b.left for a, b in pairwise(pieces))),
        ("a quotation crossed", subject is not None and _crosses_quotation(subject, finite)),
        ("a clause read as a phrase", any(map(_is_clause, pieces))),
        ("a phrase of another case joined to one", any(map(_holds_joined_at_random, pieces))),
        ("crossing sentences", any(p.left < sentence.start or p.right > sentence.end for p in pieces)),
        ("a phrase that may be an adjective's", any(_behind_detached_adjective(piece, verb) for piece in pieces)),
        ("two years", _two_years(pieces)),
        ("two days", _two_days(pieces)),
        ("verb group broken", _is_broken(verb, group)),
    )
    return [doubt for doubt, holds in told if holds]


def _doubts_of_subject(subject: Piece | None, finite: Token) -> Iterator[tuple[str, bool]]:
    yield "no subject", subject is None
    if subject is not None:
        relative = "Rel" in subject.head.morph.get("PronType", [])
        adjective = subject.head.pos_ == "ADJ" and not _is_determined(subject.head)
        yield "subject and verb disagree", not relative and not _agree(subject, finite)
        yield "an adjective read as the subject", adjective
        yield "half of a coordinated subject", _half_subject(subject, finite)


def _crosses_quotation(subject: Piece, finite: Token) -> bool:
    quoted = _quote_of(subject.head)
    return quoted != 0 and quoted != _quote_of(finite)


def _is_clause(piece: Piece) -> bool:
    return any(t.pos_ == "SCONJ" and t.dep_ == "case" for t in piece.tokens) or _is_statement(piece)


def _holds_joined_at_random(piece: Piece) -> bool:
    return any(_joined_at_random(t) for t in piece.tokens if t.dep_ == "conj")


def _is_broken(verb: Piece, group: list[Token]) -> bool:
    """A word within the verb group that hangs on one beyond it."""
    inside = (t for t in verb.tokens if t not in group and t.dep_ not in ("advmod", "punct", ASIDE))
    return any(t.head not in verb.tokens for t in inside)


def _behind_detached_adjective(piece: Piece, verb: Piece) -> bool:
    """*Est assigné pour homosexualité, illégale en France jusqu'en 1967*: what the adjective has, the verb gets."""
    if piece.role != "oblique" or piece.left < verb.right:
        return False
    before = piece.head.doc[verb.right : piece.left]
    comma = max((t.i for t in before if t.text == ","), default=-1)
    first = piece.head.doc[comma + 1] if comma >= 0 else None
    return first is not None and first.i < piece.left and first.dep_ == "amod" and first.head.i < comma


def _two_years(pieces: list[Piece]) -> bool:
    """*Lance un programme en 1945 et entre à l'université en 1948*: one verb was not seen.

    Nor the other in *née le 3 mai 1940, diplômée en 1962*.
    """
    dated = [p for p in pieces if p.role == "oblique" and not p.case and _is_day(p) and any(map(_is_year, p.tokens))]
    if dated and any(p.role == "oblique" and p.case and _is_year(p.head) for p in pieces):
        return True
    cases = [p.case for p in pieces if p.role == "oblique" and p.head.text.isdigit() and len(p.head.text) == _YEAR]
    return len(cases) > len(set(cases))


_YEAR = 4


def _is_year(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) == _YEAR


def _two_days(pieces: list[Piece]) -> bool:
    """*Ont présidé vendredi le conseil …, le premier depuis son arrivée, le 6 mai*: the second is of what was cut."""
    days = [p for p in pieces if p.role == "oblique" and not p.case and _is_day(p)]
    return len(days) > 1 and any(p.left > days[0].right for p in days[1:])


def _is_day(piece: Piece) -> bool:
    """*Le 6 mai*: a number with a noun of its own and an article, and nothing it counts."""
    words = [t for t in piece.tokens if not t.is_punct]
    digits = [t for t in words if t.text.isdigit() and len(t.text) < _YEAR]
    return len(words) < _LONGEST_DAY and bool(digits) and words[0].pos_ == "DET"


_LONGEST_DAY = 5


def _is_statement(piece: Piece) -> bool:
    """*…, cinq sont dans un état critique*: an oblique or object with a finite copula of its own."""
    finite = (t.dep_ == "cop" and "Fin" in t.morph.get("VerbForm", []) for t in piece.head.children)
    return piece.role in ("oblique", "object", "argument") and any(finite)


def _joined_at_random(member: Token) -> bool:
    """*La détection, par la sonde Cassini, de panaches*: no conjunction, and *de* joined to another preposition."""
    series = [c for c in member.head.children if c.dep_ == "conj"]
    if any(c.dep_ == "cc" for one in series for c in one.children):
        return False
    of = words(member.doc.lang_, "clauses", "of")
    here, there = ([c.text.lower() in of for c in one.children if c.dep_ == "case"] for one in (member, member.head))
    return any(here) and bool(there) and not any(there)


def is_apposed(piece: Piece, pieces: list[Piece]) -> bool:
    """An object behind a comma and another object or clause of the verb: an apposition to what stands before it."""
    if piece.role != "object" or piece.nested:
        return False
    comma = "," in (piece.head.doc[piece.left].text, piece.head.doc[max(0, piece.left - 1)].text)
    return comma and any(p.role in ("object", "complement") and p.right <= piece.left for p in pieces)


def _quote_of(token: Token) -> int:
    """Which quotation of its doc a token stands in, counted from 1; 0 for none. Counted once for a doc."""
    numbers: list[int] | None = token.doc.user_data.get(_QUOTATIONS)
    if numbers is None:
        numbers = token.doc.user_data[_QUOTATIONS] = _quotations(token.doc)
    return numbers[token.i]


_QUOTATIONS = "quizgen quotations"


def _quotations(doc: Doc) -> list[int]:
    numbers, number, depth = [], 0, 0
    for token in doc:
        numbers.append(number if depth else 0)
        if token.text == "«":
            number, depth = number + (depth == 0), depth + 1
        elif token.text == "»":
            depth = max(0, depth - 1)
    return numbers


def left_over(head: Token, verb: Piece, pieces: list[Piece]) -> list[str]:
    """Words between the clause's pieces that belong to none of them: the tree has lost them."""
    covered = {i for piece in pieces for i in range(piece.left, piece.right)}
    for child in head.children:
        if child.dep_ in ("cc", "mark", "punct", "conj", "parataxis", "dep"):
            covered.update(range(child.left_edge.i, child.right_edge.i + 1))
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    lost = [
        t
        for t in head.doc[left:right]
        if t.i not in covered and t.pos_ not in ("PUNCT", "SPACE", "CCONJ") and t.dep_ not in (ASIDE, *SUBJECT)
    ]
    inside = [t for t in lost if head in t.ancestors]
    doubts = [f"word left over: {inside[0].text}"] if inside else []
    if sum(p.role == "object" and not p.nested for p in pieces) > 1:
        doubts.append("two objects")
    passive = any(child.dep_ == "aux:pass" for child in head.children)
    named = any(p.role == "object" and p.tokens[0].text == "«" for p in pieces)
    if passive and not named and any(p.role == "object" and not p.nested for p in pieces):
        doubts.append("object of a passive")
    return doubts


def _agree(subject: Piece, finite: Token) -> bool:
    """Number (and third person) of subject and verb; coordination counts as plural."""
    person = "".join(finite.morph.get("Person", []))
    if subject.head.pos_ != "PRON" and person not in ("", "3"):
        return False
    verb = "".join(finite.morph.get("Number", []))
    marked = [n for c in subject.head.children if c.dep_ == "det" for n in c.morph.get("Number", [])]
    noun = marked[0] if marked else "".join(subject.head.morph.get("Number", []))
    joined = [c for c in subject.head.children if c.dep_ == "conj"]
    if joined:  # *Kini et Adams est sélectionné*: a title
        names = all(t.pos_ == "PROPN" for t in (subject.head, *joined)) and not marked
        return not names or verb != "Sing"
    return not verb or not noun or verb == noun or subject.head.pos_ == "PROPN" or _is_of_many(subject.head, verb)


def _is_of_many(noun: Token, number: str) -> bool:
    """*La moitié des électeurs ont voté*: a part of many may take their number."""
    if number != "Plur" or noun.lemma_.lower() not in words(noun.doc.lang_, "clauses", "parts"):
        return False
    return any("Plur" in c.morph.get("Number", []) or _plural_case(c) for c in noun.children if c.dep_ in _OF_PARTS)


def _plural_case(token: Token) -> bool:
    plural = lexicon(token.doc.lang_, "copy")["plural"]
    return any(c.text.lower() in plural for c in token.children if c.dep_ == "case")


_OF_PARTS = ("nmod", "obl:arg", "obl:mod")
