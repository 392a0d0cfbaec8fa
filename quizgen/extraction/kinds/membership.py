"""What belongs to what: verbs of belonging and joining."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extraction.context import Context
from quizgen.extraction.framed import Asked, askable
from quizgen.extraction.kinds.event import is_participant
from quizgen.facts import MembershipFact
from quizgen.languages.lexicon import words


def find(context: Context) -> Iterator[MembershipFact]:
    """Memberships, asked for the member or for what it belongs to: a body, which one joins, leaves or is part of."""
    for asked in askable(context):
        if is_participant(asked, context) and asked.attribution is None and _belongs(asked, context):
            yield MembershipFact(rule=f"membership-{asked.piece.role}", **asked.fields)  # type: ignore[arg-type]


def _belongs(asked: Asked, context: Context) -> bool:
    frame = asked.statement.frame
    if frame.negated or asked.clause is None:
        return False
    phrases = {f"{asked.verb} {piece.text.lower()}" for piece in frame.pieces if piece.role == "object"}
    if not {asked.verb, *phrases} & words(context.language, "clauses", "membership"):
        return False
    return any(slot.type in _BODIES for piece in frame.pieces if piece.role != "subject" for slot in piece.slots)


_BODIES = ("organisation", "group")
