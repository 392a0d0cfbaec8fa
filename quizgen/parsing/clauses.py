"""Clauses over Universal Dependencies: who does what to whom, when, where, and who says so.

A clause is made of *pieces* in surface order: the verb group and its constituents. Pieces are
ranges of tokens, so that a question can be spliced from the words of the source. What looks wrong is
named in ``doubts``; nothing is made from a doubtful clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quizgen.parsing.doubts import doubts_of, is_apposed, left_over
from quizgen.parsing.doubts_shared import doubts_of_shared
from quizgen.parsing.parsed import Paragraph, Parsed
from quizgen.parsing.participles import beside, headlined
from quizgen.parsing.pieces import Piece, pieces_of
from quizgen.parsing.subjects import subject_of
from quizgen.parsing.verb_groups import finite_of, is_negation, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token


@dataclass(frozen=True)
class Clause:
    """One predication. ``pieces`` are in surface order and hold subject and verb group too.

    ``supplied``: the words that a participle beside a noun leaves out (*a été*), with the lemma of the first as
    ``auxiliary``; ``finite`` is then the participle itself, and the subject stands before all else.
    """

    paragraph: Paragraph
    sentence: DocSpan
    head: Token
    finite: Token
    subject: Piece | None
    verb: Piece
    pieces: tuple[Piece, ...]
    negated: bool
    passive: bool
    copular: bool
    relation: str
    shared_subject: bool = False
    supplied: tuple[str, ...] = ()
    auxiliary: str = ""
    doubts: tuple[str, ...] = field(default_factory=tuple)

    @property
    def conditional(self) -> bool:
        return "Cnd" in self.finite.morph.get("Mood", [])

    @property
    def tense(self) -> str:
        """UD tense of the finite verb: Pres, Past, Imp, Fut, or an empty string."""
        return "".join(self.finite.morph.get("Tense", []))

    @property
    def perfect(self) -> bool:
        """An auxiliary and a past participle: passé composé, pluperfect…"""
        return self.finite.dep_ == "aux:tense"


def clauses_of(parsed: Parsed) -> Iterator[Clause]:
    """Every finite clause of an article, in order of its head."""
    headline = parsed.article.headline
    for paragraph in parsed.paragraphs:
        above = headline is not None and paragraph.start >= headline.start
        for sentence in paragraph.doc.sents:
            for token in sentence:
                clause = _clause_at(paragraph, sentence, token)
                clause = clause or _participle_at(paragraph, sentence, token, headline=above)
                if clause is not None:
                    yield clause


def _clause_at(paragraph: Paragraph, sentence: DocSpan, head: Token) -> Clause | None:
    finite = finite_of(head)
    if finite is None:
        return None
    group = verb_group(head, finite)
    copular = any(child.dep_ == "cop" for child in head.children)
    verb = Piece("verb", head, group[0].i, group[-1].i + 1)
    subject = subject_of(head, group)
    pieces, doubts = pieces_of(head, group, copular=copular)
    pieces = _in_order(pieces, verb, subject.piece)
    doubts += doubts_of(sentence, finite, subject.piece, verb, pieces, group, subject.own)
    doubts += left_over(head, verb, pieces)
    doubts += doubts_of_shared(head, finite, subject, verb, pieces)
    return Clause(
        paragraph=paragraph,
        sentence=sentence,
        head=head,
        finite=finite,
        subject=subject.piece,
        verb=verb,
        pieces=tuple(pieces),
        negated=any(is_negation(child) for member in group for child in (member, *member.children)),
        passive=any(child.dep_ == "aux:pass" for child in head.children),
        copular=copular,
        relation=head.dep_,
        shared_subject=subject.shared,
        doubts=tuple(doubts),
    )


def _in_order(pieces: list[Piece], verb: Piece, subject: Piece | None) -> list[Piece]:
    """The constituents, the subject and the verb group as they stand, without what these hold already."""
    pieces = [p for p in pieces if not (p.role == "adverb" and verb.left <= p.left and p.right <= verb.right)]
    if subject is not None:
        pieces = [piece for piece in pieces if piece.head.i != subject.head.i] + [subject]
    pieces = [p for p in pieces if not is_apposed(p, pieces)]
    return _within_colons(sorted([*pieces, verb], key=lambda piece: piece.left), verb)


def _participle_at(paragraph: Paragraph, sentence: DocSpan, head: Token, *, headline: bool) -> Clause | None:
    whole = headlined(sentence, head) if headline else None
    found = whole or beside(sentence, head)
    if found is None:
        return None
    pieces, doubts = pieces_of(head, [head], copular=False)
    verb = Piece("verb", head, head.i, head.i + 1)
    pieces = sorted([verb, *(p for p in pieces if p.role != "subject")], key=lambda piece: piece.left)
    doubts += left_over(head, verb, pieces)
    subject = Piece("subject", found.noun, found.left, found.right)
    moving = len(found.supplied) == 1
    if moving:  # *née Simone Jacob à Nice*
        pieces = [p for p in pieces if p.head.pos_ != "PROPN" or p.role not in ("object", "complement")]
    return Clause(
        paragraph=paragraph, sentence=sentence, head=head, finite=head, subject=subject, verb=verb,
        pieces=(subject, *pieces), negated=False, passive=not moving, copular=False,
        relation="ROOT" if whole else head.dep_,
        supplied=found.supplied, auxiliary=found.auxiliary, doubts=tuple(doubts),
    )  # fmt: skip


def _within_colons(pieces: list[Piece], verb: Piece) -> list[Piece]:
    """The pieces, or what of them stands, on the verb's side of any colon or semicolon.

    A subject beyond one is kept, to be doubted.
    """
    doc = verb.head.doc
    marks = [t.i for t in doc[pieces[0].left : pieces[-1].right] if t.text in (":", ";")]
    left = max((m for m in marks if m < verb.left), default=-1)
    right = min((m for m in marks if m >= verb.right), default=len(doc))
    pieces = [replace(p, right=right) if p.head.i < right < p.right and p.left > left else p for p in pieces]
    return [p for p in pieces if p.role == "subject" or (p.left > left and p.right <= right)]
