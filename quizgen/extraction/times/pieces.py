"""Times that a tree takes apart (*samedi* | *en début de soirée*, *dans la nuit de lundi* | *à mardi*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgen.extraction.times.finding import Time
from quizgen.parsing.clauses import Clause
from quizgen.parsing.pieces import Piece

_ADVERBIAL = ("oblique", "adverb", "argument")


def with_whole_times(clause: Clause, times: Sequence[Time]) -> Clause:
    """The clause with one oblique for pieces side by side that lie within one of the times of its sentence."""
    pieces: list[Piece] = []
    for piece in clause.pieces:
        last = pieces[-1] if pieces else None
        if last is not None and last.right == piece.left and _within_one(last, piece, clause, times):
            pieces[-1] = replace(last, role="oblique", right=piece.right)
        else:
            pieces.append(piece)
    return clause if len(pieces) == len(clause.pieces) else replace(clause, pieces=tuple(pieces))


def _within_one(one: Piece, two: Piece, clause: Clause, times: Sequence[Time]) -> bool:
    """Whether a time begins in the first of two pieces and ends where the second does."""
    if one.role not in _ADVERBIAL or two.role not in _ADVERBIAL:
        return False
    at = clause.paragraph.start
    start, between, end = at + one.tokens.start_char, at + one.tokens.end_char, at + two.tokens.end_char
    return any(start <= time.start < between and end - 1 <= time.end <= end for time in times)
