"""Helpers of the reading tests: articles written to files, and their reading."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.article import Article
from quizgen.errors import QuizgenError
from quizgen.reading import read

ReadOne = Callable[..., Article]
ReadProblem = Callable[..., QuizgenError]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.fixture
def read_one(tmp_path: Path) -> ReadOne:
    """Write one file and read it; it must give one article and no problem."""

    def run(content: str | bytes, name: str = "article.txt", **options: object) -> Article:
        reading = read([write(tmp_path, name, content)], stdin=io.BytesIO(), **options)  # type: ignore[arg-type]
        assert [str(problem) for problem in reading.problems] == []
        (article,) = reading.articles
        return article

    return run


@pytest.fixture
def read_problem(tmp_path: Path) -> ReadProblem:
    """Write one file and read it; it must give no article and one problem, which names the file."""

    def run(content: str | bytes, name: str = "article.txt") -> QuizgenError:
        path = write(tmp_path, name, content)
        reading = read([path], stdin=io.BytesIO())
        assert reading.articles == ()
        (problem,) = reading.problems
        assert str(problem).startswith(f"{path}:")
        assert problem.remedy
        assert "\n" not in str(problem)
        return problem

    return run
