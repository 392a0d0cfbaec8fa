"""Decks are written straight into a collection that a person has lived in: nothing of theirs is lost."""

from __future__ import annotations

import datetime
import subprocess
import sys
from dataclasses import replace

import pytest

from quizgen.anki.note_types import note_types
from quizgen.anki.package import default_now, write_deck
from quizgen.anki.sync import sync
from quizgen.errors import DeckError

LATER = {"id": "b7", "title": "Le port rouvre", "date": datetime.date(2022, 7, 14)}


@pytest.fixture
def first(make_question, make_deck):
    styles = ("open", "choice", "cloze")
    return make_deck(*(make_question(number, styles[number % 3]) for number in range(1, 7)))


@pytest.fixture
def synced(anki, first, tmp_path):
    """Import the first deck, live in it, then sync another one."""
    path = tmp_path / "deck.apkg"
    write_deck(first, path, now=default_now(first))
    anki.take_in(path)
    anki.lived_in()

    def run(deck, **options):
        before = anki.schedules()
        with anki.closed() as collection:
            report = sync(deck, collection, **options)
        after = anki.schedules()
        assert {guid: after[guid] for guid in before} == before
        assert anki.personal() == (True, "Je confonds avec Sillamäe.")
        assert anki.problems() == ""
        return {
            name: [guid for guid, _ in getattr(report, name)]
            for name in ("new", "changed", "kept", "gone", "restyled")
            if getattr(report, name)
        }

    return run


def _all_but(first, *guids):
    return [q.id for q in first.questions if q.id not in guids]


def _with(deck, changes):
    questions = (q.model_copy(update=changes(q)) if changes(q) else q for q in deck.questions)
    return deck.model_copy(update={"questions": tuple(questions)})


def _reworded(deck):
    return _with(deck, lambda q: {"stem": q.stem.replace("a inauguré", "a ouvert")})


def test_into_an_empty_collection(anki, first):
    with anki.closed() as collection:
        report = sync(first, collection)
    assert len(report.new) == 6
    assert anki.col.note_count() == 6
    assert anki.problems() == ""
    assert "Anna Kask" in anki.sides("q00001")[1]
    with anki.closed() as collection:
        assert len(sync(first, collection).unchanged) == 6
    assert anki.col.note_count() == 6


def test_nothing_changed_touches_nothing_and_needs_no_backup(synced, anki, first):
    before = anki.col.db.all("select id, mod, usn, flds, tags from notes")
    assert synced(first) == {}
    assert anki.col.db.all("select id, mod, usn, flds, tags from notes") == before
    assert not (anki.path.parent / "backups").exists()


def test_a_reworded_template_reaches_every_note_even_one_with_personal_tags(synced, anki, first):
    assert synced(_reworded(first)) == {"changed": _all_but(first)}
    assert "a ouvert" in anki.sides("q00002")[0]


def test_a_corrected_answer(synced, anki, first):
    assert synced(_with(first, lambda q: {"answer": "Liis Tamm"} if q.id == "q00002" else None)) == {
        "changed": ["q00002"]
    }
    assert "Liis Tamm" in anki.sides("q00002")[1]


def test_articles_added(synced, anki, first, make_question, make_deck):
    more = make_deck(*first.questions, make_question(7, article=LATER), make_question(8, "choice", article=LATER))
    assert synced(more) == {"new": ["q00007", "q00008"]}
    assert anki.col.decks.name(anki.card("q00007").did) == "Actualité::2022-06"
    assert anki.note("q00007")["Title"] == "Le port rouvre"


def test_articles_reordered(synced, first, make_deck):
    assert synced(make_deck(*reversed(first.questions))) == {}


def test_an_article_removed_tags_what_it_leaves_and_back_again(synced, anki, first, make_deck):
    fewer = make_deck(*first.questions[:-1])
    assert synced(fewer) == {"gone": ["q00006"]}
    assert anki.note("q00006").has_tag("quizgen::gone")
    assert synced(fewer) == {}
    assert synced(first) == {"changed": ["q00006"]}
    assert not anki.note("q00006").has_tag("quizgen::gone")


def test_another_deck_s_notes_are_not_called_gone(synced, make_question, make_deck):
    assert synced(make_deck(make_question(9, "open"), name="Autre")) == {"new": ["q00009"]}


def test_a_wording_that_a_person_made_better_stays(synced, anki, first):
    note = anki.note("q00005")
    note["Stem" if "Stem" in note else "Text"] = "Mon énoncé : {{c1::Anna}}"
    anki.col.update_note(note)
    corrected = _with(_reworded(first), lambda q: {"answer": "Anna K."} if q.id == "q00005" else None)
    result = synced(corrected)
    assert result["kept"] == ["q00005"]
    note = anki.note("q00005")
    assert note.fields[0] == "Mon énoncé : {{c1::Anna}}"
    assert note["Answer"] == "Anna K."
    assert synced(corrected)["kept"] == ["q00005"]


def test_a_tag_of_ours_that_a_person_removed_stays_removed(synced, anki, first):
    note = anki.note("q00005")
    note.tags = [tag for tag in note.tags if "kind" not in tag]
    anki.col.update_note(note)
    synced(_reworded(first))
    assert anki.note("q00005").tags == ["quizgen::date::2022-06"]


def test_a_field_that_a_person_added_to_the_note_type_stays(synced, anki, first, make_question, make_deck):
    model = anki.note("q00002").note_type()
    anki.col.models.add_field(model, anki.col.models.new_field("Moyen mnémotechnique"))
    anki.col.models.update_dict(model)
    for guid in ("q00002", "q00005"):
        note = anki.note(guid)
        if "Moyen mnémotechnique" in note:
            note["Moyen mnémotechnique"] = "Kask comme casque"
            anki.col.update_note(note)
    style = first.questions[1].style
    more = make_deck(*_reworded(first).questions, make_question(7, style, article=LATER))
    assert synced(more) == {"changed": _all_but(first), "new": ["q00007"]}
    assert anki.note("q00002")["Moyen mnémotechnique"] == "Kask comme casque"
    assert anki.note("q00007").mid == anki.note("q00002").mid


def test_a_new_look_reaches_the_collection(anki, first, tmp_path):
    older = {k: replace(t, css=".old {}", modified=t.modified - 60) for k, t in note_types().items()}
    write_deck(first, tmp_path / "deck.apkg", now=default_now(first), types=older)
    anki.take_in(tmp_path / "deck.apkg")
    with anki.closed() as collection:
        sync(first, collection)
    assert anki.note("q00001").note_type()["css"] == note_types()["question"].css


def test_a_look_that_a_person_made_stays(synced, anki, first):
    model = anki.note("q00001").note_type()
    model["css"] = ".mine {}"
    anki.col.models.update_dict(model)
    synced(_reworded(first))
    assert anki.note("q00001").note_type()["css"] == ".mine {}"


def test_a_question_of_another_style_is_left_alone(synced, anki, first, make_question, make_deck):
    assert synced(make_deck(make_question(1, "open"), *first.questions[1:])) == {"restyled": ["q00001"]}


def test_a_dry_run_says_the_same_and_changes_nothing(synced, anki, first, make_question, make_deck):
    changed = make_deck(*_reworded(first).questions[:-1], make_question(7))
    with anki.closed() as collection:
        before = collection.read_bytes()
        said = sync(changed, collection, dry_run=True)
        assert collection.read_bytes() == before
        assert sorted(file.name for file in collection.parent.iterdir() if file.suffix == ".colpkg") == []
    done = synced(changed)
    assert done == {"new": ["q00007"], "changed": _all_but(first, "q00006"), "gone": ["q00006"]}
    assert [guid for guid, _ in said.changed] == done["changed"]
    assert [guid for guid, _ in said.gone] == done["gone"]
    assert said.backup is None


def test_the_backup_holds_the_collection_as_it_was(synced, anki, first, tmp_path):
    from anki.collection import Collection

    synced(_reworded(first))
    (saved,) = (anki.path.parent / "backups").glob("*.colpkg")
    path = tmp_path / "restored" / "collection.anki2"
    path.parent.mkdir()
    restored = Collection(str(path))
    restored.close()
    restored._backend.import_collection_package(
        col_path=str(path),
        backup_path=str(saved),
        media_folder=str(path.with_name("collection.media")),
        media_db=str(path.with_name("collection.media.db2")),
    )
    restored.reopen()
    notes = restored.db.list("select flds from notes")
    restored.close()
    assert len(notes) == 6
    assert all("a inauguré le pont" in note for note in notes)
    assert not any("a ouvert" in note for note in notes)


def test_a_collection_that_anki_has_open_is_refused(anki, first):
    code = (
        "import sys, time; from anki.collection import Collection; col = Collection(sys.argv[1]);"
        "print('open', flush=True); sys.stdin.read(); col.close()"
    )
    with anki.closed() as collection:
        other = subprocess.Popen(
            [sys.executable, "-c", code, str(collection)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        try:
            assert other.stdout.readline() == "open\n"
            for dry_run in (False, True):
                with pytest.raises(DeckError, match="Anki has this collection open. Close Anki"):
                    sync(first, collection, dry_run=dry_run)
        finally:
            other.communicate("")
        assert other.returncode == 0


@pytest.mark.parametrize("content", [None, b"", b"Ce n'est pas une collection." * 9])
def test_what_is_no_collection_is_refused_and_left_as_it_is(first, tmp_path, content):
    pytest.importorskip("anki.collection", reason="the anki library is not installed")
    path = tmp_path / "collection.anki2"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DeckError, match="collection"):
        sync(first, path)
    assert (path.read_bytes() if path.exists() else None) == content
    assert [file.name for file in tmp_path.iterdir()] == ([] if content is None else ["collection.anki2"])
