"""Units of measure: their words, gender, and the noun that a question asks with."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from types import MappingProxyType

from quizgen.languages.fr.grammar_lexicon import table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit. ``dimension`` is a language-neutral word ("distance", "money"); ``noun`` is what one asks with
    ("distance", "somme") and ``noun_gender`` its gender."""

    symbols: tuple[str, ...]
    singular: str
    plural: str
    gender: str
    dimension: str
    noun: str
    noun_gender: str

    def word(self, value: float) -> str:
        """The unit's word as it stands after a value: plural from two on."""
        return self.plural if abs(value) >= 2 else self.singular


def unit(text: str) -> Unit | None:
    """A unit by symbol or word in any number: "km", "kilomètres", "€", "degrés"; None for what is no unit.

    Symbols keep their case (m is no M); words do not.
    """
    name = text.strip()
    return _index().get(name) or _index().get(name.lower().replace(" ", "-")) or _index().get(name.lower())


@functools.cache
def _index() -> MappingProxyType[str, Unit]:
    found: dict[str, Unit] = {}
    for row in table("units")["units"]:
        one = _parsed(row)
        for name in (*one.symbols, one.singular, one.plural):
            found.setdefault(name, one)
    return MappingProxyType(found)


def _parsed(row: str) -> Unit:
    symbols, singular, plural, gender, dimension = (cell.strip() for cell in row.split(";"))
    noun, noun_gender = table("units")["dimensions"][dimension].split()
    return Unit(tuple(symbols.split()), singular, plural, gender, dimension, noun, noun_gender)
