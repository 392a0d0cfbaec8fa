"""The decks, taken in by the real Anki."""

from __future__ import annotations

import re

import pytest

from quizgen.anki.package import read_deck, write_deck
from quizgen.errors import DeckError


@pytest.fixture
def built(make_deck, day, tmp_path):
    path = tmp_path / "deck.apkg"
    write_deck(make_deck(), path, now=day)
    return path


def test_anki_takes_in_every_note_and_finds_no_problem(anki, built):
    assert anki.take_in(built) == {"new": 3}
    assert anki.problems() == ""


def test_the_same_deck_again_adds_nothing(anki, built):
    anki.take_in(built)
    assert anki.take_in(built) == {"duplicate": 3}


def test_cards_are_in_the_named_deck_in_the_deck_s_order(anki, built):
    anki.take_in(built)
    cards = sorted((anki.card(guid).due, guid) for guid in ("q00003", "q00001", "q00002"))
    assert [guid for _, guid in cards] == ["q00001", "q00002", "q00003"]
    assert {anki.col.decks.name(anki.card(guid).did) for _, guid in cards} == {"Actualité::2022-06"}


def test_note_types_have_their_names(anki, built):
    anki.take_in(built)
    names = [anki.note(guid).note_type()["name"] for guid in ("q00001", "q00002", "q00003")]
    assert names == ["quizgen Question", "quizgen Choice", "quizgen Cloze"]


@pytest.mark.parametrize("guid", ["q00001", "q00002", "q00003"])
def test_the_back_shows_answer_source_speaker_and_reference(anki, built, guid):
    anki.take_in(built)
    back = anki.sides(guid)[1]
    assert "Anna Kask" in back
    assert "La ministre <mark>Anna Kask</mark> a inauguré" in back
    assert "Selon le maire de Narva" in back
    assert '<a href="https://example.org/pont?page=1&amp;vue=2">Un pont pour Narva</a>' in back
    assert '<span>Le Quotidien</span>\n<span class="qg-date">1er juin 2022</span>' in back


def test_the_front_of_a_question_does_not_show_its_answer(anki, built):
    anki.take_in(built)
    for guid in ("q00001", "q00003"):
        front = re.sub(r' data-cloze="[^"]*"', "", anki.sides(guid)[0])
        assert "Kask" not in front
        assert "a inauguré le pont de Narva" in front


def test_a_cloze_shows_its_hint(anki, built):
    anki.take_in(built)
    assert ">[personne]</span> a inauguré" in anki.sides("q00003")[0]


def test_an_answer_is_typed_where_the_build_asks_for_it(anki, make_deck, day, tmp_path):
    write_deck(make_deck(), tmp_path / "typed.apkg", now=day, typed=True)
    anki.take_in(tmp_path / "typed.apkg")
    assert "[[type:Answer]]" in anki.sides("q00001")[0]
    assert "[[type:" not in anki.sides("q00002")[0]


def test_an_answer_that_is_no_part_of_the_sentence_leaves_it_unmarked(anki, make_question, make_deck, day, tmp_path):
    question = make_question()
    evidence = question.evidence.model_copy(update={"answer_start": None, "answer_end": None})
    deck = make_deck(question.model_copy(update={"evidence": evidence}))
    write_deck(deck, tmp_path / "deck.apkg", now=day)
    anki.take_in(tmp_path / "deck.apkg")
    back = anki.sides("q00001")[1]
    assert evidence.text in back
    assert "<mark>" not in back


def test_an_article_without_title_outlet_date_and_address_still_makes_a_card(
    anki, make_question, make_deck, day, tmp_path
):
    bare = make_question(attribution=None, context="", article={"id": "a"})
    write_deck(make_deck(bare), tmp_path / "deck.apkg", now=day)
    assert anki.take_in(tmp_path / "deck.apkg") == {"new": 1}
    back = anki.sides("q00001")[1]
    assert "Anna Kask" in back
    assert "<a " not in back


def test_tags_say_kind_month_and_topics(anki, make_question, make_deck, day, tmp_path):
    write_deck(make_deck(make_question(tags=("pays::Estonie", "arts et lettres"))), tmp_path / "deck.apkg", now=day)
    anki.take_in(tmp_path / "deck.apkg")
    assert anki.note("q00001").tags == [
        "quizgen::arts_et_lettres", "quizgen::date::2022-06", "quizgen::kind::event", "quizgen::pays::Estonie",
    ]  # fmt: skip


def test_three_hundred_notes_render_without_a_template_error(anki, make_question, make_deck, day, tmp_path):
    styles = ("open", "choice", "cloze")
    write_deck(make_deck(*(make_question(n, styles[n % 3]) for n in range(300))), tmp_path / "deck.apkg", now=day)
    assert anki.take_in(tmp_path / "deck.apkg") == {"new": 300}
    assert anki.problems() == ""
    for number in range(300):
        for side in anki.sides(f"q{number:05d}"):
            assert "a inauguré le pont de Narva" in side
            assert "{{" not in side
            assert "template" not in side.lower()


def test_a_deck_that_anki_exported_can_be_read(anki, built, make_deck, tmp_path):
    from anki.collection import DeckIdLimit, ExportAnkiPackageOptions

    anki.take_in(built)
    path = tmp_path / "exported.apkg"
    limit = DeckIdLimit(anki.col.decks.id("Actualité::2022-06"))
    anki.col.export_anki_package(out_path=str(path), options=ExportAnkiPackageOptions(legacy=True), limit=limit)
    assert read_deck(path) == make_deck()
    anki.col.export_anki_package(out_path=str(path), options=ExportAnkiPackageOptions(legacy=False), limit=limit)
    with pytest.raises(DeckError, match="newer format.*Support older Anki versions"):
        read_deck(path)
