"""What ``quizgen library`` and ``quizgen stats`` print."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from quizgen.errors import LibraryError
from quizgen.library import library_path, open_library
from quizgen.library.rows import Row
from quizgen.library.store import stamp
from quizgen.quiz.lines import Line
from quizgen.quiz.safe import clean
from quizgen.quiz.ui import load_ui


def _now() -> datetime:
    return datetime.now().astimezone()


def article_rows(rows: Sequence[Row], now: str) -> list[dict[str, Any]]:
    """For each article, newest first: how many questions it has, how many were seen, are due, are set aside."""
    by_article: dict[str, list[Row]] = {}
    for row in rows:
        by_article.setdefault(row.article, []).append(row)
    made = [
        {
            "article": name,
            "title": group[0].title,
            "date": group[0].date,
            "questions": len(group),
            "seen": sum(row.reviews > 0 for row in group),
            "due": sum(bool(row.due and row.due <= now) for row in group),
            "aside": sum(bool(row.suspended or row.bad) for row in group),
        }
        for name, group in by_article.items()
    ]
    return sorted(made, key=lambda row: (row["date"] or "", row["article"]), reverse=True)


def print_library(path: Path | None, as_json: bool, out: TextIO | None = None) -> None:
    """One line an article: id, date, questions, seen, due, set aside, title."""
    out = out or sys.stdout
    with open_library(library_path(path)) as library:
        rows = article_rows(library.rows(), stamp(_now()))
        place = library.path
    if as_json:
        out.write(json.dumps({"library": str(place), "articles": rows}, ensure_ascii=False, indent=2) + "\n")
        return
    out.write(f"{place}\n")
    if rows:
        out.write(f"{'article':12}  {'date':10}  {'questions':>9}  {'seen':>4}  {'due':>4}  {'aside':>5}  title\n")
    for row in rows:
        out.write(
            f"{row['article']:12}  {row['date'] or '-':10}  {row['questions']:>9}  {row['seen']:>4}  {row['due']:>4}  "
            f"{row['aside']:>5}  {clean(row['title'] or '-')}\n"
        )


def export_library(path: Path | None, file: str) -> None:
    """Write JSON Lines to a file, or to standard output for ``-``."""
    from quizgen.library.exchange import export_lines

    with open_library(library_path(path)) as library:
        lines = export_lines(library)
        if file == "-":
            sys.stdout.writelines(line + "\n" for line in lines)
            return
        try:
            with Path(file).open("w", encoding="utf-8") as out:
                out.writelines(line + "\n" for line in lines)
        except OSError as error:
            problem = f"cannot be written: {error.strerror}"
            raise LibraryError(problem, file=file, remedy="Choose another place.") from error


def import_library(path: Path | None, file: str) -> None:
    """Read JSON Lines from a file, or from standard input for ``-``, and say what was new."""
    from quizgen.library.exchange import import_lines

    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LibraryError(f"cannot be read: {error}", file=file, remedy="Give a file that export wrote.") from error
    with open_library(library_path(path)) as library:
        added = import_lines(library, text.splitlines(), now=_now(), file=file)
    print(f"{added['questions']} questions, {added['reviews']} reviews")


def print_bad(path: Path | None, as_json: bool, out: TextIO | None = None) -> None:
    """By template: each question that was marked, its answer, and why."""
    out = out or sys.stdout
    with open_library(library_path(path)) as library:
        marked = library.bad()
    template = None
    for entry in marked:
        if as_json:
            out.write(json.dumps(entry, ensure_ascii=False, sort_keys=True) + "\n")
            continue
        if entry["template"] != template:
            template = entry["template"]
            out.write(f"{template}  ({sum(other['template'] == template for other in marked)})\n")
        question = entry["question"]
        out.write(f"  {clean(entry['reason']) or '-'}\n    {clean(question['stem'])} -> {clean(question['answer'])}\n")


def print_stats(path: Path | None, as_json: bool, ui: str | None, now: datetime | None = None) -> None:
    """Plots in the terminal, or all figures as JSON."""
    from quizgen.quiz.stats import stats

    moment = now or _now()
    with open_library(library_path(path)) as library:
        reviews, cards, questions = library.reviews(), library.cards(), len(library.rows())
    if as_json:
        print(json.dumps(stats(reviews, cards, questions, moment), ensure_ascii=False, indent=2))
        return
    from quizgen.quiz.plots import stats_lines

    _print(stats_lines(reviews, cards, questions, moment, load_ui(ui)))


def _print(lines: Sequence[Line]) -> None:
    """In colour on a terminal, as plain text elsewhere."""
    if sys.stdout.isatty():
        from quizgen.quiz.screen import rich_screen

        screen = rich_screen(sys.stdout)
        for shown in lines:
            screen.say(shown)
        return
    for shown in lines:
        print(" " * shown.indent + "".join(part.text for part in shown.parts))
