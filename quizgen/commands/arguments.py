"""Options that several commands share. Light: imported before ``--help`` is shown."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer

from quizgen.errors import UsageError

Sources = Annotated[
    list[str] | None,
    typer.Argument(metavar="SOURCE", help="Articles, folders of them, or - for standard input.", show_default=False),
]
Source = Annotated[str, typer.Argument(metavar="SOURCE", help="An article, a folder of them, or -.")]
Date = Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day the articles are from.")]
Language = Annotated[str | None, typer.Option("--language", metavar="CODE", help="Their language, such as fr.")]
Pipeline = Annotated[str | None, typer.Option("--pipeline", metavar="NAME", help="Another installed spaCy pipeline.")]
Templates = Annotated[
    str | None, typer.Option("--templates", metavar="DIR", help="A folder of question templates of your own.")
]


def parse_date(text: str | None) -> datetime.date | None:
    """A date in ISO 8601. Raises UsageError for anything else."""
    try:
        return None if text is None else datetime.date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no date", remedy="Write it as YYYY-MM-DD.") from error
