"""The program as a process of its own: on a terminal, and under another order of sets."""

from __future__ import annotations

import os
import subprocess
import sys

import pexpect

_COMMAND = ["-c", "from quizgen.cli import main; main()"]


def test_a_terminal_shows_progress_over_several_articles(desk, project):
    environment = os.environ | {"PYTHONPATH": str(project), "TERM": "xterm-256color"}
    child = pexpect.spawn(
        sys.executable, [*_COMMAND, "build", "news", "--no-library"], env=environment, encoding="utf-8",
        dimensions=(24, 80), timeout=120,
    )  # fmt: skip
    child.expect("Reading")
    child.expect("questions kept")
    child.expect("deck: decks/news.apkg")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_another_process_writes_the_same_bytes(desk, project):
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONPATH": str(project), "PYTHONHASHSEED": seed}
        command = [sys.executable, *_COMMAND, "build", "news", "--no-library", "--out", f"{seed}/x.apkg"]
        assert subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0
    assert (desk / "1/x.apkg").read_bytes() == (desk / "2/x.apkg").read_bytes()
