"""Writing a deck and reading it back."""

from __future__ import annotations

import datetime
import subprocess
import sys
import time
import zipfile

import pytest

from quizgen.anki.package import default_now, read_deck, write_deck
from quizgen.errors import DeckError, UsageError


def test_what_is_read_is_what_was_written(make_deck, day, tmp_path):
    deck = make_deck()
    write_deck(deck, tmp_path / "deck.apkg", now=day)
    assert read_deck(tmp_path / "deck.apkg") == deck


def test_two_builds_write_the_same_bytes(make_deck, day, tmp_path):
    write_deck(make_deck(), tmp_path / "one.apkg", now=day)
    time.sleep(1.1)
    write_deck(make_deck(), tmp_path / "two.apkg", now=day)
    assert (tmp_path / "one.apkg").read_bytes() == (tmp_path / "two.apkg").read_bytes()


def test_a_build_over_an_old_deck_that_says_the_same_writes_the_same_bytes(make_deck, day, tmp_path):
    path = tmp_path / "deck.apkg"
    write_deck(make_deck(), path, now=day)
    first = path.read_bytes()
    report = write_deck(make_deck(), path, now=day + datetime.timedelta(days=9))
    assert path.read_bytes() == first
    assert [len(part) for part in (report.new, report.changed, report.unchanged, report.gone)] == [0, 0, 3, 0]


def test_two_processes_with_other_hash_seeds_write_the_same_bytes(make_deck, day, tmp_path, project):
    write_deck(make_deck(), tmp_path / "one.apkg", now=day)
    code = (
        "import sys, datetime; from pathlib import Path; from quizgen.anki.package import read_deck, write_deck;"
        "a, b = map(Path, sys.argv[1:]); write_deck(read_deck(a), b, now=datetime.datetime(2022, 6, 30))"
    )
    subprocess.run(
        [sys.executable, "-c", code, tmp_path / "one.apkg", tmp_path / "two.apkg"],
        check=True, cwd=project, env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )  # fmt: skip
    assert (tmp_path / "one.apkg").read_bytes() == (tmp_path / "two.apkg").read_bytes()


def test_the_report_says_what_is_new_changed_and_gone(make_question, make_deck, day, tmp_path):
    path = tmp_path / "deck.apkg"
    write_deck(make_deck(make_question(1), make_question(2), make_question(3)), path, now=day)
    report = write_deck(
        make_deck(make_question(4), make_question(2, answer="Liis Tamm"), make_question(1)), path, now=day
    )
    stem = make_question().stem
    assert report.new == (("q00004", stem),)
    assert report.changed == (("q00002", stem),)
    assert report.unchanged == (("q00001", stem),)
    assert report.gone == (("q00003", stem),)
    assert report.gone_search == "Id:q00003"


def test_a_rank_that_other_articles_change_is_no_change_of_the_note(make_question, make_deck, day, tmp_path):
    path = tmp_path / "deck.apkg"
    write_deck(make_deck(make_question(1, rank=1, score=0.9)), path, now=day)
    again = make_deck(make_question(1, rank=2, score=0.8))
    assert len(write_deck(again, path, now=day).unchanged) == 1
    assert read_deck(path) == again


def test_another_deck_can_be_named_as_the_previous_one(make_deck, day, tmp_path):
    write_deck(make_deck(), tmp_path / "old.apkg", now=day)
    later = day + datetime.timedelta(days=9)
    report = write_deck(make_deck(), tmp_path / "new.apkg", now=later, previous=tmp_path / "old.apkg")
    assert len(report.unchanged) == 3
    assert (tmp_path / "new.apkg").read_bytes() == (tmp_path / "old.apkg").read_bytes()


def test_the_default_time_is_that_of_the_latest_article(make_question, make_deck):
    older = make_question(2, article={"id": "b", "date": datetime.date(2021, 2, 3)})
    undated = make_question(3, article={"id": "c"})
    assert default_now(make_deck(make_question(), older), {}) == datetime.datetime(2022, 6, 1, tzinfo=datetime.UTC)
    assert default_now(make_deck(undated), {}) == default_now(make_deck(undated), {})


def test_source_date_epoch_sets_the_time(make_deck):
    assert default_now(make_deck(), {"SOURCE_DATE_EPOCH": "86400"}) == datetime.datetime(
        1970, 1, 2, tzinfo=datetime.UTC
    )
    for wrong in ("demain", "9" * 30):
        with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH is not a time"):
            default_now(make_deck(), {"SOURCE_DATE_EPOCH": wrong})


def test_articles_older_than_1970_can_be_written(make_question, make_deck, tmp_path):
    deck = make_deck(make_question(article={"id": "b", "date": datetime.date(1944, 6, 6)}))
    write_deck(deck, tmp_path / "deck.apkg", now=default_now(deck))
    assert read_deck(tmp_path / "deck.apkg") == deck


def test_no_temporary_file_is_left(make_deck, day, tmp_path, monkeypatch):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    write_deck(make_deck(), tmp_path / "out" / "deck.apkg", now=day)
    assert list((tmp_path / "temporary").iterdir()) == []
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["deck.apkg"]


@pytest.mark.parametrize("name", ["", "::", '"""'])
def test_a_deck_needs_a_name(make_question, make_deck, day, tmp_path, name):
    with pytest.raises(DeckError, match="name of a deck"):
        write_deck(make_deck(make_question(), name=name), tmp_path / "deck.apkg", now=day)


def test_an_empty_deck_leaves_the_old_one(make_deck, day, tmp_path):
    path = tmp_path / "deck.apkg"
    write_deck(make_deck(), path, now=day)
    before = path.read_bytes()
    with pytest.raises(DeckError, match="no question"):
        write_deck(make_deck().model_copy(update={"questions": ()}), path, now=day)
    assert path.read_bytes() == before


def test_an_id_twice_is_an_error(make_question, make_deck, day, tmp_path):
    with pytest.raises(DeckError, match="q00001"):
        write_deck(make_deck(make_question(1), make_question(1, "choice")), tmp_path / "deck.apkg", now=day)


def test_a_cloze_without_a_deletion_is_an_error(make_question, make_deck, day, tmp_path):
    with pytest.raises(DeckError, match="q00001 has no deletion"):
        write_deck(make_deck(make_question(1, "cloze", stem="Rien ne manque.")), tmp_path / "deck.apkg", now=day)


def _text(path):
    path.write_text("Ceci n'est pas un paquet.", "utf-8")


def _empty(path):
    path.write_bytes(b"")


def _other_zip(path):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("lisez-moi.txt", "bonjour")


def _new_format(path):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("collection.anki2", b"")
        package.writestr("collection.anki21b", b"(\xb5/\xfd")


def _not_a_database(path):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("collection.anki2", b"SQLite format 2" * 40)


def _by_another_program(path):
    import genanki

    genanki.Deck(7, "Autre").write_to_file(str(path))


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_text, "not an Anki deck"),
        (_empty, "not an Anki deck"),
        (_other_zip, "not an Anki deck"),
        (_new_format, "newer format"),
        (_not_a_database, "damaged"),
        (_by_another_program, "not made by quizgen"),
        (lambda path: path.mkdir(), "cannot be read"),
        (lambda path: None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_deck_of_ours_is_refused_by_name(tmp_path, make, says):
    path = tmp_path / "deck.apkg"
    make(path)
    with pytest.raises(DeckError, match=says) as caught:
        read_deck(path)
    assert str(path) in str(caught.value)


def test_a_file_that_is_no_deck_of_ours_is_not_overwritten(make_deck, day, tmp_path):
    path = tmp_path / "notes.apkg"
    _text(path)
    with pytest.raises(DeckError, match="not an Anki deck"):
        write_deck(make_deck(), path, now=day)
    assert path.read_text("utf-8") == "Ceci n'est pas un paquet."


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.99])
def test_a_deck_cut_short_is_refused(make_deck, day, tmp_path, cut):
    path = tmp_path / "deck.apkg"
    write_deck(make_deck(), path, now=day)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * cut)])
    with pytest.raises(DeckError):
        read_deck(path)


def test_a_deck_is_read_without_the_writer_and_without_the_parser(make_deck, day, tmp_path, project):
    write_deck(make_deck(), tmp_path / "deck.apkg", now=day)
    code = (
        "import sys; from pathlib import Path; from quizgen.anki.package import read_deck;"
        "read_deck(Path(sys.argv[1])); print(sorted({'genanki', 'spacy', 'anki', 'babel', 'yaml'} & set(sys.modules)))"
    )
    output = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "deck.apkg"], check=True, cwd=project, capture_output=True, text=True
    )
    assert output.stdout.strip() == "[]"
