"""How many, how much, how far: numbers with what they count and their hedge."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extraction.context import Context
from quizgen.extraction.framed import Asked, askable
from quizgen.facts import QuantityFact
from quizgen.languages.lexicon import words


def find(context: Context) -> Iterator[QuantityFact]:
    """Quantities of statements, whoever answers for them."""
    for asked in askable(context):
        if _is_of_nobody(asked, context):
            continue
        if asked.slot.type.startswith("number") and not asked.statement.frame.negated:
            yield QuantityFact(rule=f"quantity-{asked.piece.role}", **asked.fields)  # type: ignore[arg-type]


def _is_of_nobody(asked: Asked, context: Context) -> bool:
    """*58 % se disent sceptiques*: of whom, another sentence says."""
    if asked.slot.type != "number:percent":
        return False
    text, answer = asked.piece.text, asked.slot.text
    opens = text.lower().startswith(answer.lower()) and asked.piece.role in ("subject", "sentence")
    behind = text[len(answer) :].replace("’", "'").replace("'", "' ").lower().split()
    return opens and not (behind and behind[0] in words(context.language, "clauses", "of"))
