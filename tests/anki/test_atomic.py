"""Whatever goes wrong while a deck is written, the old one is as it was."""

from __future__ import annotations

import os
import re
import resource
import signal
import tempfile
import time
from pathlib import Path

import genanki  # noqa: F401  loaded before privileges are dropped
import pytest

from quizgen.anki.package import read_deck, write_deck
from quizgen.errors import DeckError

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture
def old(make_deck, day, tmp_path):
    path = tmp_path / "decks" / "deck.apkg"
    write_deck(make_deck(), path, now=day)
    return path


def in_child(action, prepare) -> str:
    """What the action says when it fails in a process of its own; empty where it does not."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            prepare()
            action()
            os._exit(0)
        except Exception as error:
            os.write(writing, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as said:
        message = said.read()
    os.waitpid(child, 0)
    return message


def test_a_full_disk(old, make_question, make_deck, day):
    def fill_up():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    before = old.read_bytes()
    large = make_deck(*(make_question(number, answer=f"Anna {number * 7919}") for number in range(500)))
    message = in_child(lambda: write_deck(large, old, now=day), fill_up)
    assert re.search(
        r"deck\.apkg: the deck cannot be written: [\w /]+\. The deck that was there is as it was\. Make room", message
    )
    assert old.read_bytes() == before
    assert [file.name for file in old.parent.iterdir()] == ["deck.apkg"]


def test_a_folder_that_cannot_be_written_to(make_question, make_deck, day):
    def lose_rights():
        if os.geteuid() == 0:
            os.setuid(65534)

    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "deck.apkg"
        write_deck(make_deck(), path, now=day)
        before = path.read_bytes()
        read_deck(path)  # loads what a process without rights could not
        path.parent.chmod(0o555)
        message = in_child(lambda: write_deck(make_deck(make_question(9)), path, now=day), lose_rights)
        path.parent.chmod(0o755)
        assert "cannot be written: Permission denied. The deck that was there is as it was." in message
        assert path.read_bytes() == before


def test_a_folder_that_is_a_file(make_deck, day, tmp_path):
    (tmp_path / "decks").write_text("")
    with pytest.raises(DeckError, match="cannot be written"):
        write_deck(make_deck(), tmp_path / "decks" / "deck.apkg", now=day)


def test_a_killed_process(old, make_question, make_deck, day):
    before = old.read_bytes()
    large = make_deck(*(make_question(number) for number in range(3000)))
    for delay in (0.01, 0.05, 0.15):
        child = os.fork()
        if child == 0:
            try:
                while True:
                    write_deck(large, old.with_name("other.apkg"), now=day, previous=old)
            finally:
                os._exit(0)
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert old.read_bytes() == before
        other = old.with_name("other.apkg")
        assert not other.exists() or len(read_deck(other).questions) == 3000


def test_an_error_in_the_last_question(old, make_question, make_deck, day):
    before = old.read_bytes()
    with pytest.raises(DeckError, match="no deletion"):
        write_deck(make_deck(make_question(1), make_question(2, "cloze", stem="Rien.")), old, now=day)
    assert old.read_bytes() == before
    assert [file.name for file in old.parent.iterdir()] == ["deck.apkg"]


def test_a_link_to_a_deck_stays_a_link(old, make_question, make_deck, day, tmp_path):
    link = tmp_path / "link.apkg"
    link.symlink_to(old)
    write_deck(make_deck(make_question(9)), link, now=day)
    assert link.is_symlink()
    assert [question.id for question in read_deck(old).questions] == ["q00009"]


def test_the_rights_of_the_old_deck_stay(old, make_question, make_deck, day):
    old.chmod(0o640)
    write_deck(make_deck(make_question(9)), old, now=day)
    assert old.stat().st_mode & 0o777 == 0o640
