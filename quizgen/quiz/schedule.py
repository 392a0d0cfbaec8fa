"""When a question comes back: FSRS. The only importer of ``fsrs``."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from quizgen.errors import LibraryError

CardState = str
"""A card of py-fsrs as JSON; the empty string is a card never seen."""

Scheduler = Callable[[CardState, int, int, datetime], tuple[CardState, datetime]]
"""(state, card number, grade, when) → (new state, due)."""


def scheduler(retention: float = 0.9, parameters: Sequence[float] | None = None) -> Scheduler:
    """A scheduler without fuzz: the same grades at the same times give the same dates.

    Errors: ``LibraryError`` where the parameters are not 21 numbers within FSRS's bounds.
    """
    from fsrs import Card, Rating
    from fsrs import Scheduler as Fsrs
    from fsrs.scheduler import DEFAULT_PARAMETERS

    try:
        engine = Fsrs(parameters or DEFAULT_PARAMETERS, desired_retention=retention, enable_fuzzing=False)
    except ValueError as error:
        raise LibraryError(f"FSRS parameters do not fit: {error}".splitlines()[0], remedy="Give 21 numbers.") from error

    def schedule(state: CardState, number: int, grade: int, when: datetime) -> tuple[CardState, datetime]:
        when = when.astimezone(UTC)
        card = Card.from_dict(json.loads(state)) if state else Card(card_id=number, due=when)
        card, _ = engine.review_card(card, Rating(grade), when)
        return card.to_json(), card.due

    return schedule
