"""What the knowledge base knows of: names, countries, places, organisations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

# Masculine singular, feminine singular, masculine plural, feminine plural.
Forms = tuple[str, str, str, str]


class Name(NamedTuple):
    """A proper name and the grammar that goes with it, all in one language.

    ``article`` is what stands before it in a sentence, with its space, or empty; ``gender`` "m" or
    "f"; ``number`` "s" or "p". ``preposition`` locates something in it, and ``located`` is the name
    after it (French: "en Lituanie", "dans l'Ain", "au Havre").
    """

    text: str
    article: str
    gender: str
    number: str
    preposition: str
    located: str

    @property
    def full(self) -> str:
        """The name with its article: "la Lituanie", "Minsk"."""
        return f"{self.article}{self.text}"


@dataclass(frozen=True, slots=True)
class Country:
    """A country. ``names[0]`` is the usual one; ``adjectives`` are in lower case, the usual one first."""

    code: str
    iso3: str
    names: tuple[Name, ...]
    adjectives: tuple[Forms, ...]
    capital: Name | None
    continent: str
    subregion: str
    neighbours: tuple[str, ...]
    memberships: frozenset[str] = field(default_factory=frozenset)

    @property
    def name(self) -> Name:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Place:
    """A place within a country or beyond countries.

    ``kind``: city, state, province, region, department, island, territory, continent, area, sea, river,
    mountain, planet. ``country`` is its ISO code, empty where it has none or several.
    ``adjective`` is in lower case, None where it is not known.
    """

    kind: str
    country: str
    names: tuple[Name, ...]
    adjective: Forms | None = None

    @property
    def name(self) -> Name:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation. ``names[0]`` is the usual one, which may be the acronym; ``expansion`` is what it stands for.

    ``kind``: alliance, institution, agency, company, party, union, ngo, media, armed-group, movement, club, federation,
    confederation, court, police, university, network (of people), platform, encyclopedia, seat (what stands for a
    power).
    ``country`` is its ISO code, ``EU`` or ``UN`` for bodies of those, empty where it is international.
    """

    kind: str
    country: str
    names: tuple[Name, ...]
    expansion: Name | None = None

    @property
    def name(self) -> Name:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Demonyms:
    """How a country's people and things are called: adjective forms in the order ms, fs, mp, fp."""

    forms: Forms

    @property
    def inhabitants(self) -> Forms:
        """The same forms as nouns for people, capitalised."""
        first, second, third, fourth = (form[:1].upper() + form[1:] for form in self.forms)
        return first, second, third, fourth
