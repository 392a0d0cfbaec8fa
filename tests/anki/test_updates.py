"""A deck is built and imported again after a change: into a collection that a person has lived in."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from quizgen.anki.note_types import note_types
from quizgen.anki.package import default_now, write_deck

LATER = {"id": "b7", "title": "Le port rouvre", "date": datetime.date(2022, 7, 14)}


@pytest.fixture
def first(make_question, make_deck):
    styles = ("open", "choice", "cloze")
    return make_deck(*(make_question(number, styles[number % 3]) for number in range(1, 7)))


@pytest.fixture
def rebuilt(anki, first, tmp_path):
    """Import the first deck, live in it, then build and import another one over it."""
    path = tmp_path / "deck.apkg"
    write_deck(first, path, now=default_now(first))
    anki.take_in(path)
    anki.lived_in()

    def rebuild(deck, types=None):
        before = anki.schedules()
        report = write_deck(deck, path, now=default_now(deck), types=types)
        counts = anki.take_in(path)
        after = anki.schedules()
        assert {guid: after[guid] for guid in before} == before
        assert anki.personal() == (True, "Je confonds avec Sillamäe.")
        assert anki.problems() == ""
        return counts, report

    return rebuild


def _with(deck, changes):
    """The deck with the questions of these numbers changed."""
    questions = (q.model_copy(update=changes(q)) if changes(q) else q for q in deck.questions)
    return deck.model_copy(update={"questions": tuple(questions)})


def _newer(changes):
    """The note types of a release to come."""
    return {key: replace(t, modified=t.modified + 60, **changes(t)) for key, t in note_types().items()}


def test_nothing_changed(rebuilt, first):
    assert rebuilt(first)[0] == {"duplicate": 6}


def test_a_reworded_template_updates_all_but_the_note_a_person_edited(rebuilt, first, anki):
    reworded = _with(first, lambda q: {"stem": q.stem.replace("a inauguré", "a ouvert")})
    assert rebuilt(reworded)[0] == {"updated": 5, "duplicate": 1}
    assert "a ouvert" in anki.sides("q00001")[0]
    assert "a inauguré le pont" in anki.sides("q00002")[0]


def test_a_corrected_answer_updates_its_note_alone(rebuilt, first, anki):
    corrected = _with(first, lambda q: {"answer": "Liis Tamm"} if q.id == "q00001" else None)
    counts, report = rebuilt(corrected)
    assert counts == {"updated": 1, "duplicate": 5}
    assert [guid for guid, _ in report.changed] == ["q00001"]
    assert "Liis Tamm" in anki.sides("q00001")[1]


def test_articles_added(rebuilt, first, make_question, make_deck):
    more = make_deck(*first.questions, make_question(7, article=LATER), make_question(8, "choice", article=LATER))
    assert rebuilt(more)[0] == {"new": 2, "duplicate": 6}


def test_articles_added_and_a_wording_changed(rebuilt, first, make_question, make_deck):
    more = make_deck(make_question(7, article=LATER), *first.questions)
    reworded = _with(more, lambda q: {"context": "Pont · 2022"} if q.id == "q00005" else None)
    assert rebuilt(reworded)[0] == {"new": 1, "updated": 1, "duplicate": 5}


def test_articles_reordered(rebuilt, first, make_deck):
    assert rebuilt(make_deck(*reversed(first.questions)))[0] == {"duplicate": 6}


def test_an_article_removed(rebuilt, first, make_deck, anki):
    counts, report = rebuilt(make_deck(*first.questions[:-2]))
    assert counts == {"duplicate": 4}
    assert [guid for guid, _ in report.gone] == ["q00005", "q00006"]
    found = {anki.col.get_note(note_id).guid for note_id in anki.col.find_notes(report.gone_search)}
    assert found == {"q00005", "q00006"}


def test_a_new_look_reaches_the_notes_that_are_there(rebuilt, first, anki):
    types = {
        k: replace(t, css=f"{t.css}\n.qg {{ color: teal; }}", modified=t.modified + 60) for k, t in note_types().items()
    }
    assert rebuilt(first, types)[0] == {"duplicate": 6}
    assert "teal" in anki.note("q00001").note_type()["css"]


def test_a_new_release_s_cards_reach_the_notes_that_are_there(rebuilt, first, anki):
    types = {
        k: replace(t, back=f"{t.back}<p>{{{{Spare 1}}}}Bien</p>", modified=t.modified + 60)
        for k, t in note_types().items()
    }
    assert rebuilt(first, types)[0] == {"duplicate": 6}
    assert "<p>Bien</p>" in anki.sides("q00001")[1]


def test_a_release_that_added_a_field_would_update_nothing(rebuilt, first, anki):
    """Why the list of fields is final."""
    types = _newer(lambda t: {"fields": (*t.fields, "One more")})
    reworded = _with(first, lambda q: {"stem": q.stem.replace("a inauguré", "a ouvert")})
    counts = rebuilt(reworded, types)[0]
    assert counts == {"conflicting": 6}
    assert "a inauguré" in anki.sides("q00001")[0]


def test_a_question_of_another_style_is_reported_and_harms_nothing(rebuilt, first, anki, make_question, make_deck):
    restyled = make_deck(make_question(1, "open"), *first.questions[1:])
    counts, report = rebuilt(restyled)
    assert counts == {"conflicting": 1, "duplicate": 5}
    assert [guid for guid, _ in report.restyled] == ["q00001"]


def test_a_hundred_builds_and_imports(anki, make_question, make_deck, tmp_path):
    path = tmp_path / "deck.apkg"
    for number in range(100):
        deck = make_deck(make_question(1, answer=f"Anna Kask {number}"), make_question(2))
        write_deck(deck, path, now=default_now(deck))
        expected = {"updated": 1, "duplicate": 1} if number else {"new": 2}
        assert anki.take_in(path) == expected
    assert "Anna Kask 99" in anki.sides("q00001")[1]
    assert anki.col.note_count() == 2
