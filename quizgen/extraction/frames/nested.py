"""Names within the phrases of a clause's statement, for sentences too long or too tangled to be asked whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.sentences.names import names_of
from quizgen.extraction.statements import Statement
from quizgen.facts import Frame, FramePiece, Slot
from quizgen.parsing.clauses import Clause

# Words of a statement that is one idea.
_SHORTEST, _LONGEST = 7, 27
_ELISION = re.compile(r"(\w['’]) (?=\w)")


def nested(clause: Clause, made: Statement, context: Context) -> Statement | None:
    """The statement as one piece, with the names in it that no phrase of it is; None where there are none."""
    if context.parsed.article.is_headline(made.sentence):
        return None
    if made.frame.pieces[-1].role in ("verb", "subject"):
        return None  # *Les évêques réunis à X ont voté*: for what, the card has left out
    text = _joined(made.frame)
    if not _SHORTEST <= len(text.split()) <= _LONGEST:
        return None
    slots = tuple(_within(clause, made, text, context))
    if not slots:
        return None
    piece = FramePiece(role="sentence", text=text, slots=slots, start=made.sentence.start, end=made.sentence.end)
    frame = Frame(pieces=(piece,), verb=(), finite=0, tense=made.frame.tense)
    return Statement(frame, made.sentence, needs_topic=made.needs_topic, of_now=made.of_now)


def _within(clause: Clause, made: Statement, text: str, context: Context) -> Iterator[Slot]:
    asked = {slot.name or slot.text for piece in made.frame.pieces for slot in piece.slots}
    spans = [Span(start=p.start, end=p.end) for p in made.frame.pieces if p.start is not None and p.end is not None]
    for slot in names_of(clause.sentence, clause.paragraph, context):
        if (slot.name or slot.text) in asked or slot.start is None or slot.end is None:
            continue
        if text.count(slot.text) == 1 and any(s.start <= slot.start and slot.end <= s.end for s in spans):
            yield slot


def _joined(frame: Frame) -> str:
    """The pieces in their order, each fronted one with its comma."""
    parts = [f"{p.text.removesuffix(',')}," if p.fronted else p.text for p in frame.pieces if p.text]
    return _ELISION.sub(r"\1", " ".join(parts)).removesuffix(",")
