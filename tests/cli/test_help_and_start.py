"""Help comes at once, with an example; the program starts without its heavy parts."""

from __future__ import annotations

import subprocess
import sys

import pytest

import quizgen

COMMANDS = ("build", "facts", "explain", "inspect", "schema", "sync", "quiz", "library", "stats")


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "library"])
def test_help_shows_an_example(quizgen, command):
    result = quizgen(command, "--help")
    assert result.code == 0
    assert f"quizgen {command}" in result.out.split("Example", 1)[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_loads_nothing_heavy(project, command):
    code = (
        "import sys; from quizgen.cli import run; run(sys.argv[1:]); "
        "print(*sorted({m.partition('.')[0] for m in sys.modules} & {'spacy', 'pydantic', 'rich', 'genanki', 'jinja2', "
        "'babel', 'numpy', 'trafilatura', 'fsrs'}), file=sys.stderr)"
    )
    made = subprocess.run(
        [sys.executable, "-c", code, command, "--help"], cwd=project, capture_output=True, text=True, check=True
    )
    assert made.stderr.split() == []


def test_all_commands_are_listed(quizgen):
    listed = quizgen("--help").out
    assert all(f"\n  {command} " in listed for command in COMMANDS)
    assert quizgen().out == listed


def test_the_version_is_told():
    code = "from quizgen.cli import main; main()"
    made = subprocess.run([sys.executable, "-c", code, "--version"], capture_output=True, text=True, check=True)
    assert made.stdout == f"quizgen {quizgen.__version__}\n"


def test_help_as_a_value_is_no_request(quizgen):
    assert quizgen("explain", "news/port.md", "--", "--help").code == 1
