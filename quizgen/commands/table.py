"""The table that a build ends with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from quizgen.quiz.safe import clean

if TYPE_CHECKING:
    from quizgen.anki.changes import BuildReport
    from quizgen.build import Counts

Row = tuple[str, str]


def show_table(counts: Counts, deck: Path | None, report: BuildReport | None, out: TextIO) -> None:
    """Print what was read, kept and dropped, and where the deck is."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table("", "", box=SIMPLE_HEAD, show_header=False, pad_edge=False)
    table.columns[1].justify = "right"
    for group in (_read(counts), _kept(counts, report), _dropped(counts)):
        for row in group:
            table.add_row(*row)
        table.add_section()
    console = Console(file=out, highlight=False)
    console.print(table)
    if deck is not None:
        console.print(f"deck: {clean(str(deck))}", markup=False, soft_wrap=True)
    if report is not None and report.gone:
        console.print(f"gone, in Anki's browser: {report.gone_search}", markup=False, soft_wrap=True)


def _read(counts: Counts) -> Iterator[Row]:
    yield "articles", str(counts.articles)
    yield "sentences", str(counts.sentences)
    yield "  with a fact", str(counts.told)
    yield "facts", str(sum(counts.facts.values()))
    yield "  with a question", str(counts.asked)
    for kind, number in sorted(counts.facts.items()):
        yield f"  {kind}", str(number)


def _kept(counts: Counts, report: BuildReport | None) -> Iterator[Row]:
    yield "questions kept", str(counts.kept)
    if report is not None and (report.changed or report.unchanged or report.gone):
        for name in ("new", "changed", "unchanged", "gone"):
            yield f"  {name}", str(len(getattr(report, name)))


def _dropped(counts: Counts) -> Iterator[Row]:
    yield "questions dropped", str(sum(counts.dropped.values()))
    for code, number in sorted(counts.dropped.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"  {code}", str(number)
