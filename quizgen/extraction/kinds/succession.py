"""Who or what came after whom: verbs of replacing and succeeding."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extraction.context import Context
from quizgen.extraction.framed import askable
from quizgen.extraction.kinds.event import is_participant
from quizgen.facts import SuccessionFact
from quizgen.languages.lexicon import words


def find(context: Context) -> Iterator[SuccessionFact]:
    """Successions, asked for either side."""
    verbs = words(context.language, "clauses", "succession")
    for asked in askable(context):
        if is_participant(asked) and asked.attribution is None and asked.verb in verbs:
            yield SuccessionFact(rule=f"succession-{asked.piece.role}", **asked.fields)  # type: ignore[arg-type]
