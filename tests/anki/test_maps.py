"""Maps where the answer is a country."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
import zipfile

import pytest

from quizgen.anki.maps import locator_map
from quizgen.anki.package import read_deck, write_deck
from quizgen.anki.sync import sync
from quizgen.knowledge import load


@pytest.fixture
def deck(make_question, make_deck):
    answers = ("la Lituanie", "Vilnius", "les États-Unis", "la Lituanie")
    return make_deck(*(make_question(n, answer=answer, accepted=()) for n, answer in enumerate(answers, 1)))


def test_a_map_comes_with_the_deck_and_is_shown_on_the_back(anki, deck, day, tmp_path):
    path = tmp_path / "deck.apkg"
    write_deck(deck, path, now=day, maps=True)
    assert anki.take_in(path) == {"new": 4}
    front, back = anki.sides("q00001")
    assert '<img src="quizgen-map-2-lt.svg" alt="la Lituanie">' in back
    assert "<img" not in front
    assert "<img" not in anki.sides("q00002")[1]
    media = anki.col.media.check()
    assert (list(media.missing), list(media.unused)) == ([], [])
    assert anki.problems() == ""
    assert read_deck(path) == deck


def test_there_are_no_maps_unless_they_are_asked_for(deck, day, tmp_path):
    write_deck(deck, tmp_path / "plain.apkg", now=day)
    write_deck(deck, tmp_path / "maps.apkg", now=day, maps=True)
    assert zipfile.ZipFile(tmp_path / "plain.apkg").namelist() == ["collection.anki2", "media"]
    assert zipfile.ZipFile(tmp_path / "maps.apkg").namelist() == ["collection.anki2", "media", "0", "1"]


def test_two_builds_with_maps_write_the_same_bytes(deck, day, tmp_path):
    for name in ("one", "two"):
        write_deck(deck, tmp_path / f"{name}.apkg", now=day, maps=True)
    assert (tmp_path / "one.apkg").read_bytes() == (tmp_path / "two.apkg").read_bytes()


def test_sync_brings_the_maps(anki, deck):
    with anki.closed() as collection:
        sync(deck, collection)
        report = sync(deck, collection, maps=True)
    assert [guid for guid, _ in report.changed] == ["q00001", "q00003", "q00004"]
    media = anki.col.media.check()
    assert (list(media.missing), list(media.unused)) == ([], [])
    assert anki.col.media.have("quizgen-map-2-us.svg")


def test_every_country_has_a_map_that_shows_it_and_is_small():
    codes = {country.code for country in load("fr").countries} - {"TV"}
    assert len(codes) > 190
    for code in codes:
        svg = locator_map(code)
        assert svg is not None, code
        assert len(svg) < 100_000, code
        here = ElementTree.fromstring(svg).findall(".//{*}path")[1]
        numbers = [float(n) for n in here.get("d", "").replace("M", " ").replace("L", " ").replace("z", " ").split()]
        assert any(0 <= x <= 320 and 0 <= y <= 220 for x, y in zip(numbers[::2], numbers[1::2], strict=True)), code


def test_a_flag_stands_on_the_map_where_it_can_be_drawn_small():
    flags = {code: locator_map(code).count("<svg") - 1 for code in ("LT", "FR", "UA", "US", "JP", "BR", "MX")}
    assert flags == {"LT": 1, "FR": 1, "UA": 1, "US": 1, "JP": 1, "BR": 0, "MX": 0}


def test_what_is_no_country_has_no_map():
    assert locator_map("??") is None
