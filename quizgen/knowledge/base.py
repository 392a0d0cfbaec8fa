"""The knowledge base: look-ups by any name, and what lies near."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from quizgen.knowledge.model import Country, Demonyms, Name, Organisation, Place

T = TypeVar("T")


# What two spellings of a name may differ in: apostrophes, hyphens, no-break spaces.
_LEVEL = str.maketrans({"’": "'", "-": " ", "\u00a0": " ", "\u202f": " "})


def key(name: str) -> str:
    """What two spellings of a word have in common: case, apostrophes, spaces and hyphens are levelled."""
    return " ".join(name.translate(_LEVEL).casefold().split())


def name_key(name: str) -> str:
    """The key of a proper name: that of ``key``, but acronyms keep their capitals (SUD is not *le Sud*)."""
    words = name.translate(_LEVEL).split()
    return " ".join([word if word.isupper() and len(word) > 1 else word.casefold() for word in words])


def name_keys(name: Name) -> list[str]:
    """Bare, with its article, and without an article that its preposition swallows ("Havre" of "Le Havre")."""
    keys = [name_key(name.text)]
    if name.article:
        keys.append(name_key(name.full))
    if not name.located.endswith(name.text):
        keys.append(name_key(name.located.removeprefix(name.preposition)))
    return keys


@dataclass(frozen=True)
class Knowledge:
    """Countries, places and organisations of one language.

    Every look-up takes a name as an article writes it, with or without its article, and answers None
    where the name is not known. It never guesses.
    """

    countries: tuple[Country, ...]
    places: tuple[Place, ...]
    organisations: tuple[Organisation, ...]

    def country(self, name: str) -> Country | None:
        """By name, other name, ISO code (upper case), adjective or inhabitant: "Belarus", "BY", "biélorusses"."""
        return _found(self._countries, name) or self._codes.get(name) or self._adjectives.get(key(name))

    def country_named(self, name: str) -> Country | None:
        """By name only, not by adjective."""
        return _found(self._countries, name)

    def country_of_adjective(self, word: str) -> Country | None:
        """By adjective or inhabitant in any gender and number: "biélorusse", "Français", "russes"."""
        return self._adjectives.get(key(word))

    def capital_of(self, city: str) -> Country | None:
        """The country that a city is the capital of."""
        return _found(self._capitals, city)

    def place(self, name: str) -> Place | None:
        return _found(self._places, name)

    def organisation(self, name: str) -> Organisation | None:
        """By acronym, full name or any other name."""
        return _found(self._organisations, name)

    def name(self, text: str) -> Name | None:
        """The grammar of a proper name, whatever it names: countries first, then places, then organisations."""
        return _found(self._names, text)

    def place_of_adjective(self, word: str) -> Place | None:
        """The place that is no country, by adjective or inhabitant: "européenne", "Parisiens"."""
        return self._place_adjectives.get(key(word))

    def demonyms(self, name: str) -> Demonyms | None:
        """The adjective of a country or a place in its four forms."""
        if country := self.country(name):
            return Demonyms(country.adjectives[0])
        place = self.place(name)
        return None if place is None or place.adjective is None else Demonyms(place.adjective)

    def spellings(self, name: str) -> frozenset[str]:
        """All that the thing of this name may be called: names, acronym and expansion, adjectives in all forms.

        To see whether a text gives an answer away. Of an unknown name, the name itself.
        """
        known = self.country_named(name) or self.place(name) or self.organisation(name)
        return frozenset({name}) if known is None else frozenset(_spellings(known))

    def by_code(self, code: str) -> Country | None:
        return self._codes.get(code)

    def near(self, country: Country, n: int) -> list[Country]:
        """At most ``n`` countries near ``country``, itself excluded: neighbours, subregion, continent."""
        ranked = [found for code in country.neighbours if (found := self._codes.get(code))]
        ranked += [other for other in self.countries if other.subregion == country.subregion]
        ranked += [other for other in self.countries if other.continent == country.continent]
        return [other for other in dict.fromkeys(ranked) if other.code != country.code][:n]

    def near_place(self, place: Place, n: int) -> list[Place]:
        """At most ``n`` places of the same kind: those of the same country, then of countries near it.

        In one country those first that stand near it in the table, where places of a size stand together.
        """
        codes = [place.country]
        if home := self._codes.get(place.country):
            codes += [other.code for other in self.near(home, len(self.countries))]
        order = {code: rank for rank, code in enumerate(codes)}
        listed = {one: at for at, one in enumerate(self.places)}
        same = [one for one in listed if one.kind == place.kind and one.country in order and one != place]
        return sorted(same, key=lambda one: (order[one.country], abs(listed[one] - listed[place])))[:n]

    def near_organisation(self, organisation: Organisation, n: int) -> list[Organisation]:
        """At most ``n`` organisations of the same kind and country: one of another would be told at once."""
        like = (organisation.kind, organisation.country)
        return [one for one in self.organisations if (one.kind, one.country) == like and one != organisation][:n]

    @cached_property
    def _countries(self) -> dict[str, Country]:
        return _index((key_, one) for one in self.countries for name in one.names for key_ in name_keys(name))

    @cached_property
    def _codes(self) -> dict[str, Country]:
        return {one.code: one for one in self.countries}

    @cached_property
    def _adjectives(self) -> dict[str, Country]:
        return _index((key(form), one) for one in self.countries for forms in one.adjectives for form in forms)

    @cached_property
    def _place_adjectives(self) -> dict[str, Place]:
        return _index((key(form), one) for one in self.places for form in one.adjective or ())

    @cached_property
    def _capitals(self) -> dict[str, Country]:
        return _index((name_key(one.capital.text), one) for one in self.countries if one.capital)

    @cached_property
    def _places(self) -> dict[str, Place]:
        return _index((key_, one) for one in self.places for name in one.names for key_ in name_keys(name))

    @cached_property
    def _organisations(self) -> dict[str, Organisation]:
        return _index(
            (key_, one)
            for one in self.organisations
            for name in (*one.names, *((one.expansion,) if one.expansion else ()))
            for key_ in name_keys(name)
        )

    @cached_property
    def _names(self) -> dict[str, Name]:
        named: tuple[Country | Place | Organisation, ...] = (*self.countries, *self.places, *self.organisations)
        return _index((key_, name) for one in named for name in one.names for key_ in name_keys(name))


def _found(index: dict[str, T], name: str) -> T | None:
    """A proper name's entry. A text without a capital is no proper name (*la manche*); one in capitals may be any."""
    if name == name.lower():
        return None
    return index.get(name_key(name)) or (index.get(key(name)) if name.isupper() else None)


def _index(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    """The first of several entries under a key wins, so the order of the tables decides."""
    found: dict[str, T] = {}
    for one_key, value in pairs:
        found.setdefault(one_key, value)
    return found


def _spellings(known: Country | Place | Organisation) -> set[str]:
    found = {name.text for name in known.names}
    if isinstance(known, Organisation):
        return found | ({known.expansion.text} if known.expansion else set())
    adjectives = known.adjectives if isinstance(known, Country) else (known.adjective or (),)
    return found | {form for forms in adjectives for form in forms}
