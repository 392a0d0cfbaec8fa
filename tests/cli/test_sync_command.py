"""``quizgen sync`` through the command line, into a real collection."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.cli import run
from quizgen.commands.building import Wish, run_build


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sync")
    source = folder / "a.md"
    source.write_text(
        "---\ntitle: Essai\ndate: 2024-05-15\nlanguage: fr\n---\n\n"
        "La maire de Nantes Sophie Martin a inauguré mardi une ligne de tramway.\n",
        encoding="utf-8",
    )
    run_build(Wish((str(source),), out=str(folder / "a.apkg"), remember=False))
    return folder / "a.apkg"


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    from anki.collection import Collection

    path = tmp_path / "collection.anki2"
    Collection(str(path)).close()
    return path


def test_a_dry_run_says_what_would_be_new_and_writes_nothing(
    deck: Path, collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = collection.read_bytes()
    assert run(["sync", str(deck), "--collection", str(collection), "--dry-run"]) == 0
    assert "new: 0" not in capsys.readouterr().out
    assert collection.read_bytes() == before


def test_a_second_sync_changes_nothing(deck: Path, collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sync", str(deck), "--collection", str(collection)]) == 0
    capsys.readouterr()
    assert run(["sync", str(deck), "--collection", str(collection)]) == 0
    assert "new: 0\nchanged: 0\n" in capsys.readouterr().out


def test_a_file_that_is_no_deck_is_one_line(
    tmp_path: Path, collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "x.apkg"
    wrong.write_bytes(b"no deck")
    assert run(["sync", str(wrong), "--collection", str(collection)]) == 1
    error = capsys.readouterr().err
    assert error.startswith("quizgen: ") and error.count("\n") == 1
