"""How many, how much, how far: numbers with what they count and their hedge."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extraction.context import Context
from quizgen.extraction.framed import askable
from quizgen.facts import QuantityFact


def find(context: Context) -> Iterator[QuantityFact]:
    """Quantities of statements, whoever answers for them."""
    for asked in askable(context):
        if asked.slot.type.startswith("number") and not asked.statement.frame.negated:
            yield QuantityFact(rule=f"quantity-{asked.piece.role}", **asked.fields)  # type: ignore[arg-type]
