"""Times in a text: offsets, tense, what stays open, hostile input, and how a date is written."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.extraction.times.finding import Time, find_times, readable, time_lexicon, with_preposition

LEXICON = time_lexicon("fr")
SATURDAY = datetime.date(2022, 6, 25)
WORDS = """
le la les l' de du des à en au il y a lundi mardi mars mai 3 12 1er 2022 98 18 h 30 : / - , . ans mois semaine dernière
prochain hier demain soir matin nuit trois vingt et une demi siècle XIXe années 60 été Noël depuis pendant chaque tous
lendemain veille plus tard début fin « »
""".split()  # noqa: SIM905


def times(text: str, published: datetime.date | None = SATURDAY) -> tuple[Time, ...]:
    return find_times(text, LEXICON, published)


def test_offsets_point_into_the_verbatim_text() -> None:
    text = "Élu le 3\u00a0mai\u00a02021,\u202fil part l’année prochaine."
    found = times(text)
    assert [text[t.start : t.end] for t in found] == ["le 3\u00a0mai\u00a02021", "l’année prochaine"]
    assert [t.text for t in found] == [text[t.start : t.end] for t in found]


def test_a_parser_tense_overrides_the_guess() -> None:
    text = "Le ministre a annoncé mardi la fermeture."
    future = find_times(text, LEXICON, SATURDAY, tense_at=lambda offset: "future")
    assert [t.value for t in times(text)] == ["2022-06-21"]
    assert [t.value for t in future] == ["2022-06-28"]


def test_sentence_starts_bound_the_guess_of_tense() -> None:
    text = "il partira lundi il est arrivé mardi"
    found = find_times(text, LEXICON, SATURDAY, sentence_starts=(0, 17))
    assert [t.value for t in found] == ["2022-06-27", "2022-06-21"]


@pytest.mark.parametrize(
    ("text", "kind", "relative", "resolved"),
    [
        ("le 4 avril 1949", "DATE", False, True),
        ("hier", "DATE", True, True),
        ("hier matin", "TIME", True, True),
        ("pendant trois mois", "DURATION", False, True),
        ("pendant plusieurs mois", "DURATION", False, False),
        ("chaque jour", "SET", False, True),
        ("récemment", "TIME", True, False),
        ("il y a trois mois", "DATE", True, True),
        ("il y a environ trois mois", "DATE", True, False),
        ("il y a une vingtaine de jours", "DATE", True, False),
        ("il y a trente ans", "DATE", True, False),
    ],
)
def test_type_and_what_is_known(text: str, kind: str, relative: bool, resolved: bool) -> None:
    (found,) = times(text)
    assert (kind, relative, resolved) == (found.type, found.relative, found.resolved)


@pytest.mark.parametrize("text", ["hier", "lundi", "le 3 mai", "la semaine dernière", "il y a deux ans", "ce soir"])
def test_without_a_publication_date_relative_times_stay_open(text: str) -> None:
    (found,) = times(text, None)
    assert found.relative
    assert not found.resolved


@pytest.mark.parametrize("published", [datetime.date.min, datetime.date.max, datetime.date(2024, 2, 29)])
def test_the_ends_of_the_calendar_do_no_harm(published: datetime.date) -> None:
    text = (
        "Hier, demain, il y a 9000 ans, dans 9000 ans, l'an dernier, le siècle prochain, lundi prochain, "
        "le 29 février, dans dix mois, le 31 décembre dernier, à Pâques, jeudi 31, cet hiver, "
        "la nuit dernière, mardi en huit."
    )
    assert all(text[t.start : t.end] == t.text for t in times(text, published))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), st.none() | st.dates())
def test_any_row_of_words_gives_times_in_order(text: str, published: datetime.date | None) -> None:
    found = times(text, published)
    assert all(text[t.start : t.end] == t.text and t.text for t in found)
    assert all(before.end <= after.start for before, after in zip(found, found[1:], strict=False))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read_without_harm(text: str) -> None:
    assert all(text[t.start : t.end] == t.text for t in times(text))


def test_a_match_found_by_first_letters_is_found_by_trying_every_rule() -> None:
    for text in ("environ une heure", "à peine dix jours", "mi-juin", "1er mai 2020", "L’été dernier", "XIXe siècle"):
        folded_first = text[0].lower().replace("à", "a")
        tried = LEXICON.rules_by_start[folded_first]
        assert times(text)[0].text in (text, text.removeprefix("à peine "))
        assert len(tried) < len(LEXICON.rules)


@pytest.mark.parametrize(
    "unit",
    [
        "Le ministre a annoncé mardi 3 mai, à 18 h 30, que depuis trois ans le pont fermait chaque été. ",
        "3 mars 12 mai ",
        "quatre-vingt-dix-",
        "1",
        "le lundi le ",
        "(((((\n",
    ],
)
def test_cost_grows_linearly(unit: str) -> None:
    def cost(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        start = time.process_time()
        times(text)
        return time.process_time() - start

    cost(1_000)
    small, large = max(cost(10_000), 0.01), cost(80_000)
    assert large < small * 8 * 3


@pytest.mark.parametrize(
    ("value", "plain", "adverbial"),
    [
        ("2022-06-25", "le 25 juin 2022", "le 25 juin 2022"),
        ("2022-05-01", "le 1er mai 2022", "le 1er mai 2022"),
        ("2022-06", "juin 2022", "en juin 2022"),
        ("2022", "2022", "en 2022"),
        ("2022-SU", "été 2022", "à l'été 2022"),
        ("2022-Q1", "premier trimestre 2022", "au premier trimestre 2022"),
        ("2022-06-25TEV", "le 25 juin 2022 au soir", "le 25 juin 2022 au soir"),
        ("2022-06-25T18:30", "le 25 juin 2022 à 18 h 30", "le 25 juin 2022 à 18 h 30"),
        ("199", "les années 1990", "dans les années 1990"),
        ("18", "le XIXe siècle", "au XIXe siècle"),
    ],
)
def test_a_date_as_a_french_reader_writes_it(value: str, plain: str, adverbial: str) -> None:
    assert plain == readable(value, "fr")
    assert adverbial == with_preposition(value, "fr")


@pytest.mark.parametrize("value", ["XXXX-06-25", "2022-W25", "P3M", "PAST_REF", "2022-02-30", "2022-13", "0000", ""])
def test_what_is_no_date_is_not_written(value: str) -> None:
    assert readable(value, "fr") is None
    assert with_preposition(value, "fr") is None
