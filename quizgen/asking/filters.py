"""Grammar filters for stems: ``{{ place | of }}``. Each is a function of the language's wording module."""

from __future__ import annotations

from collections.abc import Callable

from quizgen.facts import Slot
from quizgen.languages.lexicon import grammar


def filters(language: str) -> dict[str, Callable[[Slot | str | None], object]]:
    """The filters of a language, each taking a slot or a text."""
    module = grammar(language)

    def wrap(function: Callable[[str | None], object]) -> Callable[[Slot | str | None], object]:
        return lambda value: function(value.text if isinstance(value, Slot) else value)

    return {name: wrap(getattr(module, name)) for name in module.FILTERS}
