"""``quizgen explain``: why a question exists, or why a fact gave none."""

from __future__ import annotations

from typing import Annotated

import typer

from quizgen.commands.arguments import Date, Language, Pipeline, Source, Templates, parse_date


def explain(
    source: Source,
    text: Annotated[
        str, typer.Argument(metavar="QUESTION_ID_OR_TEXT", help="A question's id, or words of it or of a sentence.")
    ],
    templates: Templates = None,
    date: Date = None,
    language: Language = None,
    pipeline: Pipeline = None,
) -> None:
    """Show why a question exists, or why a fact gave none: sentence, rule, slots, template, what the checks say.

    Example: `quizgen explain seeds "Alexandre Loukachenko"`
    """
    day = parse_date(date)
    from quizgen.commands.explaining import run_explain

    raise typer.Exit(run_explain(source, text, templates=templates, date=day, language=language, pipeline=pipeline))
