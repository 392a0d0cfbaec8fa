"""What belongs to what: verbs of belonging and joining."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extraction.context import Context
from quizgen.extraction.framed import askable
from quizgen.extraction.kinds.event import is_participant
from quizgen.facts import MembershipFact
from quizgen.languages.lexicon import words


def find(context: Context) -> Iterator[MembershipFact]:
    """Memberships, asked for the member or for what it belongs to."""
    verbs = words(context.language, "clauses", "membership")
    for asked in askable(context):
        if is_participant(asked) and asked.attribution is None and asked.verb in verbs:
            yield MembershipFact(rule=f"membership-{asked.piece.role}", **asked.fields)  # type: ignore[arg-type]
