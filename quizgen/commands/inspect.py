"""``quizgen inspect``: the layers under the facts."""

from __future__ import annotations

from typing import Annotated

import typer

from quizgen.commands.arguments import Date, Language, Pipeline, Source, parse_date


def inspect(
    source: Source,
    json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
    date: Date = None,
    language: Language = None,
    pipeline: Pipeline = None,
) -> None:
    """Show the sentences, names, times and quotations of one article, with their offsets into its text.

    Example: `quizgen inspect article.md --json`
    """
    day = parse_date(date)
    from quizgen.commands.inspecting import run_inspect

    raise typer.Exit(run_inspect(source, as_json=json, date=day, language=language, pipeline=pipeline))
