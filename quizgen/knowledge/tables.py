"""Reads the tab-separated tables of the knowledge base."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quizgen.errors import LanguageError

FOLDER = Path(__file__).parent


def rows(path: Path, columns: int) -> Iterator[list[str]]:
    """The rows of a table, padded with empty cells to ``columns``; blank lines and # comments are skipped.

    Raises LanguageError where the table is missing or a row has too many cells.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise LanguageError("a knowledge table is missing", file=path, remedy="Reinstall quizgen.") from None
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            yield _cells(line, columns, path, number)


def _cells(line: str, columns: int, path: Path, number: int) -> list[str]:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) > columns:
        problem = f"a row has {len(cells)} cells, the table {columns} columns"
        raise LanguageError(problem, file=path, line=number, remedy="Remove the tabs that are too many.")
    return cells + [""] * (columns - len(cells))
