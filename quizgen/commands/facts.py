"""``quizgen facts``: what was read from articles."""

from __future__ import annotations

from typing import Annotated

import typer

from quizgen.commands.arguments import Date, Language, Pipeline, Source, parse_date


def facts(
    source: Source,
    json: Annotated[bool, typer.Option("--json", help="One fact a line.")] = False,
    date: Date = None,
    language: Language = None,
    pipeline: Pipeline = None,
) -> None:
    """Show what was extracted, by kind, with its sentence and the rule that found it.

    Example: `quizgen facts seeds`, `quizgen facts article.md --json`
    """
    day = parse_date(date)
    from quizgen.commands.showing_facts import run_facts

    raise typer.Exit(run_facts(source, as_json=json, date=day, language=language, pipeline=pipeline))
