"""A clause as a statement that stands alone, in pieces a question can be spliced from."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.frames.draft import Draft, take
from quizgen.extraction.frames.objects import half_of_list, infinitive_without_object, wants_object
from quizgen.extraction.frames.refused import refusal
from quizgen.extraction.frames.verbs import frame_of
from quizgen.extraction.grounding.told_elsewhere import points_outside
from quizgen.extraction.reasons import first_reason
from quizgen.extraction.reference.pronouns import shown_with
from quizgen.extraction.statements import Refusal, Statement
from quizgen.extraction.times.dating import of_another_time, of_now
from quizgen.facts import FramePiece
from quizgen.parsing.clauses import Clause

_DIGITS = re.compile(r"\d")
_TELLING = ("object", "nested", "predicate", "complement", "infinitive", "argument", "agent")
# Words of a statement; and pieces of it that do not stand alone.
_SHORTEST, _MOST_LOOSE = 5, 2


def statement(clause: Clause, context: Context) -> Statement | Refusal:
    """The statement a clause makes, or why it makes none."""
    reason = refusal(clause, context)
    if reason:
        return Refusal(reason)
    draft = Draft(clause, context)
    for piece in clause.pieces:
        reason = take(piece, draft)
        if reason:
            return Refusal(reason)
    reason = first_reason(_LACKING, draft)
    if reason:
        return Refusal(reason)
    frame = frame_of(clause, _without_untimed_numbers(draft), context)
    now = of_now(clause.paragraph, clause.sentence, frame.tense, context)
    return Statement(frame, _evidence(draft), needs_topic=draft.loose > 0, of_now=now)


def _evidence(draft: Draft) -> Span:
    """The sentence, from the one on that names whom its pronoun or possessive means."""
    clause = draft.clause
    start = clause.paragraph.start + clause.sentence.start_char
    evidence = Span(start=start, end=start + len(clause.sentence.text.rstrip()))
    if draft.referent is not None:
        evidence = shown_with(draft.referent, clause.sentence, clause.paragraph, draft.context)
    if draft.owner_at is not None:
        evidence = Span(start=min(evidence.start, draft.owner_at), end=evidence.end)
    return evidence


def _without_untimed_numbers(draft: Draft) -> list[FramePiece]:
    """The pieces, of which no number is asked for where its time has gone."""
    if not draft.untimed:
        return draft.kept
    return [
        p.model_copy(update={"slots": tuple(s for s in p.slots if not s.type.startswith("number"))}) for p in draft.kept
    ]


def _counts_without_time(draft: Draft) -> bool:
    return draft.untimed and any(_says_number(piece) for piece in draft.kept)


def _says_number(piece: FramePiece) -> bool:
    """A number that is no date (*en mars 1944*)."""
    counted = any(slot.type.startswith("number") for slot in piece.slots)
    return counted or (piece.role not in ("oblique", "adverb") and _DIGITS.search(piece.text) is not None)


def _lacks_object(draft: Draft) -> bool:
    unfilled = not draft.has_object and wants_object(draft.clause, draft.context)
    return unfilled or infinitive_without_object(draft.clause, draft.context)


def _is_bare(draft: Draft) -> bool:
    return draft.bare and not any(piece.role in _TELLING for piece in draft.kept)


def _is_short(draft: Draft) -> bool:
    return sum(len(piece.text.split()) for piece in draft.kept) < _SHORTEST


def _points_outside(draft: Draft) -> bool:
    return points_outside(" ".join(piece.text for piece in draft.kept), draft.context)


def _is_of_another_time(draft: Draft) -> bool:
    clause = draft.clause
    return draft.loose > 0 and of_another_time(clause.paragraph, clause.sentence, draft.context)


_LACKING: tuple[tuple[str, Callable[[Draft], bool]], ...] = (
    ("a number without its time", _counts_without_time),
    ("a verb without the object it needs", _lacks_object),
    ("half of a list of infinitives", lambda draft: half_of_list(draft.clause)),
    ("without what goes, the verb says too little", _is_bare),
    ("too little is said", _is_short),
    ("too many phrases that do not stand alone", lambda draft: draft.loose > _MOST_LOOSE),
    ("a phrase that points outside", _points_outside),
    ("a topic of today before a fact of another time", _is_of_another_time),
)
