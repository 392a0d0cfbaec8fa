"""What holds of French grammar whatever the words are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen import knowledge
from quizgen.errors import LanguageError
from quizgen.languages.fr import grammar
from quizgen.languages.fr.grammar_lexicon import table, words

BASE = knowledge.load("fr")
NAMES = sorted(
    {name for country in BASE.countries for name in country.names}
    | {name for place in BASE.places for name in place.names}
    | {name for organisation in BASE.organisations for name in organisation.names}
)
FULL = st.sampled_from([name.full for name in NAMES])
UNCONTRACTED = re.compile(r"\b(?:de le|de les|à le|à les) ")
UNELIDED = re.compile(r"\b(?:[dD]e|[lL]e|[lL]a|[qQ]ue) (?=[aeéèêiîoôuAEÉÈÊIÎOÔU][a-zéè]{2})")
TEXT = st.text(alphabet="abcé 1«»\"?!;:,.%€'’/\u00a0\u202f", max_size=40)


@given(FULL)
def test_no_preposition_is_left_uncontracted(name: str) -> None:
    for written in (grammar.of(name), grammar.to(name), grammar.place_in(name), grammar.place_from(name)):
        assert not UNCONTRACTED.search(written)


@given(st.sampled_from([name for country in BASE.countries for name in country.names]))
def test_de_elides_before_every_country_that_starts_with_a_vowel(name: knowledge.Name) -> None:
    assert not UNELIDED.match(grammar.of(name.text))


@pytest.mark.parametrize("country", BASE.countries, ids=lambda country: country.code)
def test_a_country_is_located_alike_with_and_without_its_article(country: knowledge.Country) -> None:
    assert grammar.place_in(country.name.full) == grammar.place_in(country.name.text)
    assert grammar.place_in(country.name.full) == country.name.located


@pytest.mark.parametrize("country", BASE.countries, ids=lambda country: country.code)
def test_the_definite_form_of_a_country_is_its_name_with_its_article(country: knowledge.Country) -> None:
    assert grammar.definite(country.name.text) == country.name.full


@given(TEXT)
def test_typography_is_stable(text: str) -> None:
    once = grammar.typography(text)
    assert grammar.typography(once) == once


@given(TEXT)
def test_typography_changes_spaces_and_straight_quotes_only(text: str) -> None:
    def bare(written: str) -> str:
        return re.sub(r"[\s\u00a0\u202f«»\"]", "", written)

    assert bare(grammar.typography(text)) == bare(text)


@given(st.integers(min_value=0, max_value=10**12))
def test_a_number_written_out_is_read_back(value: int) -> None:
    assert grammar.number_value(grammar.format_number(value)) == value
    assert grammar.number_value(grammar.spoken_number(value)) == pytest.approx(value)


@given(st.text(max_size=30))
@settings(max_examples=200)
def test_no_text_makes_grammar_fail(text: str) -> None:
    for function in (
        grammar.of,
        grammar.to,
        grammar.place_in,
        grammar.definite,
        grammar.typography,
        grammar.capitalise,
    ):
        assert isinstance(function(text), str)
    grammar.number_value(text)
    grammar.noun_gender(text)
    grammar.person_gender(text)
    grammar.unit(text)


@given(st.text(max_size=30))
def test_capitalising_twice_is_capitalising_once(text: str) -> None:
    assert grammar.capitalise(grammar.capitalise(text)) == grammar.capitalise(text)


def test_every_person_noun_has_a_person_s_class() -> None:
    people = {noun for pair in words("roles", "pairs") for noun in pair.split("/")} | words("roles", "same")
    assert len(people) > 700
    assert {grammar.noun_class(noun) for noun in people} == {"person"}
    assert all(grammar.noun_is_human(noun) for noun in people)


def test_a_noun_stands_in_one_class() -> None:
    listed = [noun for nouns in table("nouns")["classes"].values() for noun in nouns.split()]
    assert len(set(listed)) > 1000
    for name, nouns in table("nouns")["classes"].items():
        others = {noun for other, all_ in table("nouns")["classes"].items() if other != name for noun in all_.split()}
        assert not others & set(nouns.split())


def test_an_exception_has_one_gender() -> None:
    exceptions = table("nouns")["gender"]["exceptions"]
    assert set(exceptions["m"].split()) & set(exceptions["f"].split()) == set()
    endings = table("nouns")["gender"]["endings"]
    assert set(endings["m"].split()) & set(endings["f"].split()) == set()


def test_a_first_name_has_one_gender() -> None:
    lists = [set(table("names")[key].split()) for key in ("m", "f", "either")]
    assert sum(map(len, lists)) == len(set.union(*lists))
    assert min(len(lists[0]), len(lists[1])) > 1500


def test_every_unit_asks_with_a_noun() -> None:
    for row in table("units")["units"]:
        unit = grammar.unit(row.split(";")[1].strip())
        assert unit is not None
        assert unit.gender in ("m", "f")
        assert unit.noun_gender in ("m", "f")
        assert unit.word(1) == unit.singular
        assert unit.word(2) == unit.plural


def test_a_unit_is_found_by_symbol_and_word() -> None:
    for written, singular in (
        ("km", "kilomètre"),
        ("kilomètres", "kilomètre"),
        ("€", "euro"),
        ("°C", "degré Celsius"),
        ("pour cent", "pour cent"),
    ):
        unit = grammar.unit(written)
        assert unit is not None
        assert unit.singular == singular
    assert grammar.unit("chat") is None


def test_a_missing_word_list_is_named() -> None:
    with pytest.raises(LanguageError, match=r"absent\.toml: a word list is missing"):
        table("absent")
