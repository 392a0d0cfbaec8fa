"""``quizgen schema``: the shape of the questions that ``build --json`` writes."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema of the questions that `quizgen build --json` writes.

    Example: `quizgen schema > question.schema.json`
    """
    from quizgen.schema import packaged_schema

    typer.echo(packaged_schema(), nl=False)
