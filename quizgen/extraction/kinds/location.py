"""Where something happened: places in the obliques of a statement."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extraction.context import Context
from quizgen.extraction.framed import PLACES, askable, says_where
from quizgen.facts import LocationFact
from quizgen.languages.lexicon import words


def find(context: Context) -> Iterator[LocationFact]:
    """Locations: the place of an event, by the preposition that introduces it."""
    cases = words(context.language, "clauses", "place")
    elsewhere = words(context.language, "clauses", "dative") | words(context.language, "clauses", "towards")
    for asked in askable(context):
        if asked.piece.role != "sentence" and asked.verb in elsewhere:
            continue
        if asked.piece.role == "sentence" and asked.slot.type in PLACES and says_where(asked, context):
            yield LocationFact(rule="location-sentence", **asked.fields)  # type: ignore[arg-type]
        if asked.piece.case in words(context.language, "clauses", "near"):
            continue  # *près de Francfort*: a landmark, not the place
        if asked.piece.role in ("oblique", "argument") and asked.slot.type in PLACES and asked.slot.case in cases:
            yield LocationFact(rule="location-oblique", **asked.fields)  # type: ignore[arg-type]
