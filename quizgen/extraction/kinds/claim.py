"""What somebody claims: the participants of a statement that a named speaker answers for."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extraction.context import Context
from quizgen.extraction.framed import askable
from quizgen.extraction.kinds.event import is_participant
from quizgen.facts import ClaimFact


def find(context: Context) -> Iterator[ClaimFact]:
    """Claims whose asked slot is a participant; the speaker is the attribution."""
    for asked in askable(context):
        if is_participant(asked, context) and asked.attribution is not None:
            yield ClaimFact(rule=f"claim-{asked.piece.role}", **asked.fields)  # type: ignore[arg-type]
