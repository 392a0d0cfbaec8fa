"""What the documentation says is so: its commands work, its links lead somewhere, its cards are made."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import quizgen
from quizgen.asking.templates import load_folder
from quizgen.reading.front_matter import split

PROJECT = Path(__file__).parents[1]
PAGES = sorted([PROJECT / "README.md", PROJECT / "CHANGELOG.md", *(PROJECT / "docs").glob("*.md")])
README = (PROJECT / "README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
_ROW = re.compile(r"^\| (?!question |---)(.+?) \| (.+?) \|$", re.MULTILINE)


def lines_of(page: Path) -> list[str]:
    """The shell commands that a page shows, without their remarks."""
    blocks = _BLOCK.findall(page.read_text(encoding="utf-8"))
    lines = (re.sub(r"\s+#.*", "", line).strip() for block in blocks for line in block.splitlines())
    return [line for line in lines if line]


COMMANDS = [line for page in PAGES for line in lines_of(page) if re.search(r"\bquizgen\b", line)]
TARGETS = sorted(
    {target for page in PAGES for target in re.findall(r"(?:`|^)make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE)}
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader of the documentation has it: the seeds, and ``quizgen`` in ``bin``."""
    path = tmp_path_factory.mktemp("reader")
    shutil.copytree(PROJECT / "seeds", path / "seeds")
    (path / "decks").mkdir()
    (path / "bin").mkdir()
    command = path / "bin" / "quizgen"
    command.write_text(
        f"#!/bin/sh\nexec '{sys.executable}' -c 'from quizgen.cli import main; main()' \"$@\"\n", "utf-8"
    )
    command.chmod(0o755)
    return path


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    home = str(folder / "home")
    environment = os.environ | {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(PROJECT),
        "HOME": home,
        "XDG_DATA_HOME": home,
    }
    return subprocess.run(
        line, shell=True, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip


# One after the other in the order of the page: a deck that one command makes is what the next one asks.
@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_that_is_shown_works(folder, line):
    result = run(line, folder)
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    for deck in re.findall(r"--out (\S+)", line):
        assert (folder / deck).stat().st_size > 0


def test_every_command_shown_has_help_with_an_example(folder):
    names = sorted({name for line in COMMANDS for name in re.findall(r"\bquizgen ([a-z]+)", line)})
    assert {"build", "quiz", "facts", "explain", "inspect"} <= set(names)
    for name in names:
        result = run(f"quizgen {name} --help", folder)
        assert result.returncode == 0
        assert f"quizgen {name}" in result.stdout


def plain(text: str) -> str:
    """With ordinary spaces, as one types them."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_the_cards_shown_are_cards_of_the_seed(folder):
    shown = _ROW.findall(README.split("<!-- cards", 1)[1].split("\n## ")[0])
    made = [
        json.loads(line) for line in run("quizgen build seeds --json -", folder).stdout.splitlines() if line[:1] == "{"
    ]
    assert shown
    assert [row for row in shown if row not in {(plain(card["stem"]), plain(card["answer"])) for card in made}] == []


def test_the_template_shown_is_one(tmp_path):
    (block,) = re.findall(r"^```toml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    (tmp_path / "role.toml").write_text(block, encoding="utf-8")
    (template,) = load_folder(tmp_path, "fr")
    assert template.kind == "role"


def test_the_front_matter_shown_is_read():
    (block,) = re.findall(r"^```yaml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    metadata, body = split(block, "README.md")
    assert (metadata.title, metadata.language, body) == ("Sommet : un accord sur l'énergie", "fr", "")


def test_the_readme_shows_the_two_commands():
    assert [line for line in lines_of(PROJECT / "README.md") if line.startswith("make ")] == ["make deck", "make test"]


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
@pytest.mark.parametrize("target", TARGETS)
def test_a_make_target_that_is_named_exists(target):
    result = subprocess.run(["make", "-n", target], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page):
    assert [link for link in _LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()] == []


def test_the_changelog_tells_of_this_version():
    assert f"\n## {quizgen.__version__}\n" in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_has_hashes_and_names_no_place(name):
    lines = (PROJECT / name).read_text(encoding="utf-8").splitlines()
    requirements = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert [line for line in requirements if not re.match(r"[a-z0-9][a-z0-9.-]*==\S+ (?:; .+ )?\\$", line)] == []
    assert [line for line in lines if "://" in line or "/" in line.split("#")[0]] == []
    assert len(requirements) <= sum(line.startswith("    --hash=sha256:") for line in lines)


def test_every_dependency_is_locked():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = set(re.findall(r"^([a-z0-9.-]+)==", (PROJECT / "requirements.lock").read_text("utf-8"), re.MULTILINE))
    names = {re.split(r"[<>=~\[ ]", wanted)[0] for wanted in project["dependencies"]}
    assert sorted(names - locked) == []
