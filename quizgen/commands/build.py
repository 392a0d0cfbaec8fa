"""``quizgen build``: articles become a deck."""

from __future__ import annotations

from typing import Annotated

import typer

from quizgen.commands.arguments import Date, Language, Pipeline, Sources, Templates, parse_date


def build(
    sources: Sources = None,
    out: Annotated[
        str | None, typer.Option("--out", "-o", metavar="FILE.apkg", help="The deck; else decks/NAME.apkg.")
    ] = None,
    deck: Annotated[
        str | None, typer.Option("--deck", metavar="NAME", help='Its name in Anki; "News::June" nests.')
    ] = None,
    date: Date = None,
    language: Language = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="At most so many questions.")] = None,
    templates: Templates = None,
    json: Annotated[
        str | None, typer.Option("--json", metavar="FILE", help="Also write one question a line; - is standard output.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Orders the options.")] = 0,
    pipeline: Pipeline = None,
    typed: Annotated[bool, typer.Option("--typed", help="In Anki, answers of open questions are typed.")] = False,
    maps: Annotated[bool, typer.Option("--maps", help="In Anki, a small map where an answer is a country.")] = False,
    since: Annotated[
        str | None, typer.Option("--since", metavar="OLD.apkg", help="The deck that this one replaces.")
    ] = None,
    library: Annotated[
        str | None, typer.Option("--library", metavar="PATH", help="The library's file (also QUIZGEN_LIBRARY).")
    ] = None,
    no_library: Annotated[bool, typer.Option("--no-library", help="Do not add the questions to the library.")] = False,
) -> None:
    """Make an Anki deck of articles. Without a SOURCE, of the folder seeds.

    Example: `quizgen build articles/ --out decks/june.apkg --deck "News::June" --limit 40`
    """
    day = parse_date(date)
    from quizgen.commands.building import Wish, run_build

    wish = Wish(
        sources=tuple(sources or ("seeds",)), out=out, deck=deck, date=day, language=language, limit=limit,
        templates=templates, json=json, seed=seed, pipeline=pipeline, since=since, library=library,
        typed=typed, maps=maps, remember=not no_library,
    )  # fmt: skip
    raise typer.Exit(run_build(wish))
