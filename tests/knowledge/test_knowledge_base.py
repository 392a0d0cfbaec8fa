"""What the knowledge base answers, and that its tables hold together."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from quizgen import knowledge
from quizgen.errors import LanguageError
from quizgen.knowledge.notation import load_notation
from quizgen.knowledge.tables import FOLDER, rows

BASE = knowledge.load("fr")
CODES = {country.code for country in BASE.countries}


@pytest.mark.parametrize(
    "name",
    [
        "Biélorussie", "la Biélorussie", "Belarus", "le Bélarus", "BY", "biélorusse", "Biélorusses", "bélarusse",
    ],
)  # fmt: skip
def test_a_country_is_found_by_any_of_its_names(name: str) -> None:
    country = BASE.country(name)
    assert country is not None
    assert country.code == "BY"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("les États-Unis", "US"), ("USA", "US"), ("Etats-Unis", "US"), ("américaines", "US"),
        ("la Grande-Bretagne", "GB"),
        ("britannique", "GB"), ("le Myanmar", "MM"), ("RDC", "CD"), ("la Hollande", "NL"), ("grecques", "GR"),
        ("Français", "FR"), ("ETATS-UNIS", "US"), ("sud-coréen", "KR"), ("la Tchéquie", "CZ"),
        ("la République tchèque", "CZ"),
        ("l’Irak", "IQ"), ("Côte d’Ivoire", "CI"), ("nigérienne", "NE"), ("nigériane", "NG"), ("saoudite", "SA"),
    ],
)  # fmt: skip
def test_countries(name: str, code: str) -> None:
    country = BASE.country(name)
    assert country is not None
    assert country.code == code


@pytest.mark.parametrize("name", ["Bordurie", "", "france", "le", "Macron", "fr"])
def test_what_is_no_country_is_not_guessed(name: str) -> None:
    assert BASE.country_named(name) is None


def test_an_adjective_is_no_name() -> None:
    assert BASE.country_named("russe") is None
    russia = BASE.country_of_adjective("russes")
    assert russia is not None
    assert russia.name.full == "la Russie"


def test_demonyms_in_four_forms() -> None:
    greek = BASE.demonyms("Grèce")
    assert greek is not None
    assert greek.forms == ("grec", "grecque", "grecs", "grecques")
    french = BASE.demonyms("la France")
    assert french is not None
    assert french.inhabitants == ("Français", "Française", "Français", "Françaises")
    assert BASE.demonyms("Bordurie") is None


def test_a_capital_knows_its_country() -> None:
    for city, code in (("Minsk", "BY"), ("Le Caire", "EG"), ("Paris", "FR")):
        country = BASE.capital_of(city)
        assert country is not None
        assert country.code == code
    assert BASE.capital_of("Lyon") is None


def test_near_countries_are_neighbours_first_then_the_region() -> None:
    lithuania = BASE.country("Lituanie")
    assert lithuania is not None
    near = [country.code for country in BASE.near(lithuania, 7)]
    assert near[:4] == ["LV", "BY", "PL", "RU"]
    assert "EE" in near
    assert "LT" not in near
    assert len(near) == len(set(near)) == 7


def test_an_island_state_has_near_countries_too() -> None:
    japan = BASE.country("Japon")
    assert japan is not None
    assert "KR" in [country.code for country in BASE.near(japan, 5)]


def test_places() -> None:
    for name, kind, country in (
        ("Minsk", "city", "BY"), ("Lyon", "city", "FR"), ("le Texas", "state", "US"), ("l'Ontario", "province", "CA"),
        ("la Bretagne", "region", "FR"), ("la Gironde", "department", "FR"),
        ("l'Europe", "continent", ""), ("Mans", "city", "FR"),
    ):  # fmt: skip
        place = BASE.place(name)
        assert place is not None, name
        assert (place.kind, place.country) == (kind, country)
    assert BASE.place("la manche") is None
    assert BASE.place("Trouperdu") is None


def test_near_places_are_of_the_same_kind() -> None:
    texas, marseille = BASE.place("le Texas"), BASE.place("Marseille")
    assert texas is not None
    assert marseille is not None
    assert {place.kind for place in BASE.near_place(texas, 4)} == {"state"}
    assert {(place.kind, place.country) for place in BASE.near_place(marseille, 10)} == {("city", "FR")}


def test_large_towns_are_near_large_ones() -> None:
    toulouse = BASE.place("Toulouse")
    assert {place.name.text for place in BASE.near_place(toulouse, 4)} <= {
        "Paris",
        "Marseille",
        "Lyon",
        "Nice",
        "Nantes",
    }


def test_organisations_by_acronym_and_by_what_it_stands_for() -> None:
    for name in ("OTAN", "l'OTAN", "l'Otan", "Organisation du traité de l'Atlantique nord", "l’Alliance atlantique"):
        nato = BASE.organisation(name)
        assert nato is not None, name
        assert nato.expansion is not None
        assert nato.expansion.full == "l'Organisation du traité de l'Atlantique nord"
    assert BASE.organisation("le Sud") is None
    assert BASE.organisation("Zzz") is None


def test_near_organisations_are_of_the_same_kind() -> None:
    renault = BASE.organisation("Renault")
    assert renault is not None
    near = BASE.near_organisation(renault, 5)
    assert {(one.kind, one.country) for one in near} == {("company", "FR")}
    assert renault not in near


def test_a_name_says_how_it_is_written() -> None:
    name = BASE.name("Émirats arabes unis")
    assert name is not None
    assert (name.full, name.gender, name.number, name.located) == (
        "les Émirats arabes unis",
        "m",
        "p",
        "aux Émirats arabes unis",
    )
    belarus = BASE.name("Belarus")
    assert belarus is not None
    assert belarus.full == "le Belarus"


def test_borders_are_mutual() -> None:
    one_sided = [
        (country.code, code)
        for country in BASE.countries
        for code in country.neighbours
        if (other := BASE.by_code(code)) is None or country.code not in other.neighbours
    ]
    assert one_sided == []


def test_every_member_is_a_country() -> None:
    listed = {code for _, members in rows(FOLDER / "memberships.tsv", 2) for code in members.split()}
    assert listed <= CODES


@pytest.mark.parametrize(
    ("organisation", "members"), [("UN", 193), ("EU", 27), ("NATO", 32), ("G7", 7), ("AU", 54), ("ASEAN", 11)]
)
def test_memberships_are_complete(organisation: str, members: int) -> None:
    assert sum(organisation in country.memberships for country in BASE.countries) == members


def test_every_country_is_complete() -> None:
    assert len(BASE.countries) == 197
    assert len(CODES) == 197
    for country in BASE.countries:
        assert country.capital is not None
        assert country.adjectives[0][0]
        assert country.adjectives[0][1]
        assert len(country.code) == 2
        assert len(country.iso3) == 3


def test_every_place_and_organisation_belongs_to_a_country_or_to_none() -> None:
    assert {place.country for place in BASE.places} <= CODES | {""}
    assert {one.country for one in BASE.organisations} <= CODES | {"", "EU", "UN"}


def test_names_are_clean() -> None:
    named = [name for country in BASE.countries for name in country.names]
    named += [name for place in BASE.places for name in place.names]
    named += [name for organisation in BASE.organisations for name in organisation.names]
    for name in named:
        assert name.text == name.text.strip()
        assert name.gender in ("m", "f"), name
        assert "/" not in name.text
        assert ";" not in name.text


def test_names_of_countries_are_those_of_babel() -> None:
    from babel import Locale

    territories = Locale("fr").territories
    unknown = [one.code for one in BASE.countries if BASE.country(territories[one.code]) is not one]
    assert set(unknown) <= {"CD", "CG", "HK", "PS", "VA", "MM"}


def test_the_knowledge_base_is_read_once() -> None:
    assert knowledge.load("fr") is knowledge.load("fr")


def test_reading_it_is_fast() -> None:
    times = []
    for _ in range(5):
        knowledge.load.cache_clear()
        start = time.process_time()
        knowledge.load("fr")
        times.append(time.process_time() - start)
    assert min(times) < 0.1  # about 0.02 on an idle core


def test_an_unknown_language_is_named_with_the_known_ones() -> None:
    with pytest.raises(LanguageError, match=r"'xx'.*fr"):
        knowledge.load("xx")


def test_a_row_with_too_many_cells_is_shown_with_its_line(tmp_path: Path) -> None:
    table = tmp_path / "places.tsv"
    table.write_text("# kind\tcountry\tplaces\ncity\tFR\tParis\tLyon\n", encoding="utf-8")
    with pytest.raises(LanguageError, match=r"places\.tsv:2: a row has 4 cells"):
        list(rows(table, 3))


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"places\.tsv"):
        list(rows(tmp_path / "places.tsv", 3))


@pytest.mark.parametrize(
    ("notation", "full", "gender", "number", "located"),
    [
        ("la Lituanie", "la Lituanie", "f", "s", "en Lituanie"), ("l'Iran/m", "l'Iran", "m", "s", "en Iran"),
        ("les Philippines/f", "les Philippines", "f", "p", "aux Philippines"), ("Cuba/m", "Cuba", "m", "s", "à Cuba"),
        ("le Nord/m/dans", "le Nord", "m", "s", "dans le Nord"), ("l'Ain/m/dans", "l'Ain", "m", "s", "dans l'Ain"),
        ("Le Havre/m", "Le Havre", "m", "s", "au Havre"), ("l'île/f/à l'", "l'île", "f", "s", "à l'île"),
    ],
)  # fmt: skip
def test_notation(notation: str, full: str, gender: str, number: str, located: str) -> None:
    name = load_notation(FOLDER / "fr").name(notation)
    assert (name.full, name.gender, name.number, name.located) == (full, gender, number, located)


def test_places_have_adjectives_too() -> None:
    paris = BASE.demonyms("Paris")
    assert paris is not None
    assert paris.forms == ("parisien", "parisienne", "parisiens", "parisiennes")
    west = BASE.demonyms("l'Occident")
    assert west is not None
    assert west.forms[2] == "occidentaux"
    europe = BASE.place_of_adjective("européennes")
    assert europe is not None
    assert europe.name.full == "l'Europe"
    assert BASE.place_of_adjective("russe") is None


def test_every_adjective_belongs_to_a_place() -> None:
    listed = [cells[0] for cells in rows(FOLDER / "fr" / "demonyms.tsv", 3)]
    with_adjective = {place.name.full for place in BASE.places if place.adjective}
    assert set(listed) == with_adjective


def test_spellings_are_all_that_a_thing_is_called() -> None:
    assert {"Biélorussie", "Belarus", "biélorusse", "bélarusses"} <= BASE.spellings("le Bélarus")
    assert {"OTAN", "Alliance atlantique", "Organisation du traité de l'Atlantique nord"} <= BASE.spellings("l'OTAN")
    assert {"Paris", "parisienne"} <= BASE.spellings("Paris")
    assert BASE.spellings("Jean Dupont") == {"Jean Dupont"}
