"""The commands ``quiz``, ``library`` and ``stats`` as whole processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizgen.library import open_library
from quizgen.library.rows import Taken
from quizgen.questions import Deck
from quizgen.quiz.schedule import scheduler
from tests.quiz.quiz_samples import ALL

ROOT = Path(__file__).parents[2]
RUN = "from quizgen.cli import main; main()"


def quizgen(*arguments: str | Path, typed: str = "", code: str = RUN) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        timeout=60,
    )


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with open_library(path) as opened:
        opened.add_deck(ALL, now=datetime.now(UTC))
    return path


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    from quizgen.anki.package import default_now, write_deck

    made = Deck(name="Essai", questions=ALL)
    path = tmp_path / "essai.apkg"
    write_deck(made, path, now=default_now(made))
    return path


def test_a_deck_is_asked_without_importing_spacy(deck: Path, tmp_path: Path) -> None:
    report = RUN.replace("main()", "import atexit, sys; atexit.register(lambda: print('spacy' in sys.modules)); main()")
    typed = "2\n500 km\nDarmont\n40 %\n"
    ran = quizgen("quiz", deck, "--library", tmp_path / "l", "--ui", "en", typed=typed, code=report)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "4 right of 4" in ran.stdout
    assert "Le nouveau pont relie [[Calvador]] à la côte depuis lundi." in ran.stdout
    assert "According to: Hélène Darmont" in ran.stdout
    assert "Le Phare · 2 March 2026" in ran.stdout
    assert ran.stdout.strip().endswith("False")


def test_the_library_is_asked(library: Path) -> None:
    ran = quizgen("quiz", "--library", library, "--ui", "fr", "--count", "1")
    assert ran.returncode == 0 and "Question 1 sur 1" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nowhere.apkg"], 2, "nowhere.apkg: no such file"),
        (["--preset", "weekly"], 2, "no preset 'weekly'"),
        (["--since", "soon"], 2, "'soon' is no date"),
        (["--ui", "xx"], 2, "no interface in 'xx'"),
        (["--no-library"], 2, "nothing to ask"),
        (["--retention", "2"], 2, "retention"),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(library: Path, arguments: list[str], code: int, said: str) -> None:
    ran = quizgen("quiz", "--library", library, *arguments)
    assert ran.returncode == code and said in ran.stderr and "Traceback" not in ran.stderr


def test_a_file_that_is_no_library_is_one_line_and_code_1(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my notes " * 50)
    for command in ("quiz", "library", "stats"):
        ran = quizgen(command, "--library", path)
        assert ran.returncode == 1 and "left as it is" in ran.stderr and len(ran.stderr.splitlines()) == 1
    assert path.read_text() == "my notes " * 50


def test_the_library_is_listed_exported_and_imported(library: Path, tmp_path: Path) -> None:
    listed = quizgen("library", "--library", library)
    assert "Un pont relie Calvador à la côte" in listed.stdout
    assert json.loads(quizgen("library", "--json", "--library", library).stdout)["articles"][0]["questions"] == 3
    copy = tmp_path / "copy.jsonl"
    assert quizgen("library", "export", copy, "--library", library).returncode == 0
    other = tmp_path / "other.sqlite"
    ran = quizgen("library", "import", copy, "--library", other)
    assert ran.stdout == "4 questions, 0 reviews\n"
    assert quizgen("library", "export", "--library", other).stdout == copy.read_text(encoding="utf-8")


def test_bad_questions_are_reported_by_template(library: Path) -> None:
    quizgen("quiz", "--library", library, "--kind", "quantity", typed="x\nthe unit is missing\n")
    assert quizgen("library", "bad", "--library", library).stdout == (
        "quantity-test  (1)\n  the unit is missing\n    Quelle est la longueur du pont ? -> 500 km\n"
    )
    as_json = quizgen("library", "bad", "--json", "--library", library).stdout
    assert json.loads(as_json)["reason"] == "the unit is missing"


def test_stats_show_and_give_the_same_figures(library: Path) -> None:
    now, schedule = datetime.now(UTC), scheduler()
    with open_library(library) as opened:
        for days, grade in ((9, 3), (6, 3), (2, 1)):
            taken = Taken("", "right", grade)
            opened.record("q-length", taken, schedule, now=now - timedelta(days=days))
    figures = json.loads(quizgen("stats", "--json", "--library", library).stdout)
    assert (figures["questions"], figures["reviews"]) == (4, 3)
    assert figures["retention_by_kind"] == [{"kind": "quantity", "right": 1, "total": 2}]
    assert sum(day["reviews"] for day in figures["per_day"]) == 3 and len(figures["forecast"]) == 30
    shown = quizgen("stats", "--library", library, "--ui", "en").stdout
    assert "Library: 4 questions, 3 answers" in shown and "50 %  1 of 2" in shown and "█" in shown


def test_a_preset_is_printed_edited_and_used(library: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    shown = quizgen("quiz", "--show-preset", "hebdo").stdout
    mine.write_text(shown.replace("count = 9", "count = 2"), encoding="utf-8")
    ran = quizgen("quiz", "--library", library, "--preset", mine, "--ui", "en")
    assert "Question 1 of 2" in ran.stdout


@pytest.mark.parametrize("command", [["quiz"], ["library"], ["library", "export"], ["library", "import"], ["stats"]])
def test_help_shows_an_example(command: list[str]) -> None:
    ran = quizgen(*command, "--help")
    assert ran.returncode == 0 and f"`quizgen {command[0]}" in ran.stdout.split("Example")[1]
