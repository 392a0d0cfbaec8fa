"""Builds countries, places and organisations from the tables of one language."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from quizgen.knowledge.model import Country, Name, Organisation, Place
from quizgen.knowledge.notation import Notation, load_notation
from quizgen.knowledge.tables import FOLDER, rows


def read_memberships() -> dict[str, frozenset[str]]:
    """Country code → the organisations it is a member of."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for organisation, members in rows(FOLDER / "memberships.tsv", 2):
        for code in members.split():
            found[code].add(organisation)
    return {code: frozenset(names) for code, names in found.items()}


def read_countries(folder: Path) -> tuple[Country, ...]:
    """The countries, named in the language of ``folder``."""
    neutral = {cells[0]: cells for cells in rows(FOLDER / "countries.tsv", 5)}
    memberships = read_memberships()
    notation = load_notation(folder)
    return tuple(
        _country(neutral[cells[0]], cells, memberships.get(cells[0], frozenset()), notation)
        for cells in rows(folder / "countries.tsv", 7)
    )


def _country(neutral: list[str], cells: list[str], memberships: frozenset[str], notation: Notation) -> Country:
    code, iso3, continent, subregion, neighbours = neutral
    _, name, masculine, feminine, capital, others, adjectives = cells
    other = (one.strip().partition("/") for one in adjectives.split(";") if one)
    return Country(
        code=code,
        iso3=iso3,
        names=notation.names(name, others),
        adjectives=(notation.forms(masculine, feminine), *(notation.forms(m, f) for m, _, f in other)),
        capital=notation.name(capital) if capital else None,
        continent=continent,
        subregion=subregion,
        neighbours=tuple(neighbours.split()),
        memberships=memberships,
    )


def read_places(folder: Path, countries: tuple[Country, ...]) -> tuple[Place, ...]:
    """The places: the capitals, then the table, where one row holds all of a kind and country, separated by ``|``."""
    notation = load_notation(folder)
    adjectives = {name: notation.forms(m, f) for name, m, f in rows(folder / "demonyms.tsv", 3)}
    listed: list[tuple[str, str, tuple[Name, ...]]]
    listed = [("city", one.code, (one.capital,)) for one in countries if one.capital]
    for kind, country, places in rows(folder / "places.tsv", 3):
        named = (one.strip().partition(";") for one in places.split("|"))
        listed += [(kind, country, notation.names(name, others)) for name, _, others in named]
    return tuple(Place(kind, country, names, adjectives.get(names[0].full)) for kind, country, names in listed)


def read_organisations(folder: Path) -> tuple[Organisation, ...]:
    """The organisations: kind, country, usual name, expansion of the acronym, other names."""
    notation = load_notation(folder)
    return tuple(_organisation(cells, notation) for cells in rows(folder / "organisations.tsv", 5))


def _organisation(cells: list[str], notation: Notation) -> Organisation:
    kind, country, name, expansion, others = cells
    names = notation.names(name, others, "organisations", kind)
    return Organisation(kind, country, names, notation.name(expansion, "organisations", kind) if expansion else None)
