"""Why something happened: obliques of cause in a statement."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extraction.context import Context
from quizgen.extraction.framed import statements
from quizgen.facts import CauseFact, Slot
from quizgen.languages.lexicon import words


def starts_with(text: str, cases: frozenset[str]) -> bool:
    """Whether a phrase begins with one of the prepositions, simple or of several words."""
    low = text.lower()
    return any(low.startswith(case if case.endswith("'") else case + " ") for case in cases)


def find(context: Context) -> Iterator[CauseFact]:
    """One fact per oblique whose preposition says that it is a cause."""
    cases = words(context.language, "clauses", "cause")
    for _, made, who in statements(context):
        for index, piece in enumerate(made.frame.pieces):
            if piece.role not in ("oblique", "argument") or not starts_with(piece.text, cases):
                continue
            start = piece.start or 0
            slot = Slot(text=piece.text, type="cause", start=start, end=piece.end)
            yield CauseFact(
                rule="cause-oblique", sentence=made.sentence, attribution=who, frame=made.frame, asked=slot,
                piece=index, needs_topic=made.needs_topic, of_now=made.of_now,
            )  # fmt: skip
