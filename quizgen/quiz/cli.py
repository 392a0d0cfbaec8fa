"""The commands ``quiz``, ``library`` and ``stats``. Nothing heavy is imported before one of them runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

LibraryOption = Annotated[
    Path | None, typer.Option("--library", metavar="PATH", help="The library's file (also QUIZGEN_LIBRARY).")
]
UiOption = Annotated[str | None, typer.Option("--ui", metavar="fr|en", help="Language of the interface.")]


def quiz(
    sources: Annotated[list[str] | None, typer.Argument(metavar="SOURCE|DECK.apkg", show_default=False)] = None,
    preset: Annotated[
        str | None, typer.Option(help="daily, hebdo, concours, cram, deck, or the path of a .toml file.")
    ] = None,
    count: Annotated[int | None, typer.Option("--count", "-n", min=1, help="How many questions.")] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Only articles since this date.")] = None,
    kind: Annotated[list[str] | None, typer.Option(help="Only this kind of fact; can be given again.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="Only this tag; can be given again.")] = None,
    article: Annotated[
        list[str] | None, typer.Option(help="Only articles with this id, or this text in the title.")
    ] = None,
    wrong: Annotated[bool, typer.Option("--wrong", help="Only questions last answered wrong.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Do not take up a quiz that was left.")] = False,
    retention: Annotated[
        float | None, typer.Option(min=0.7, max=0.99, help="Share of answers to be remembered (0.9).")
    ] = None,
    new_per_day: Annotated[int | None, typer.Option(min=0, help="New questions a day.")] = None,
    due_per_day: Annotated[int | None, typer.Option(min=0, help="Known questions a day.")] = None,
    seed: Annotated[int | None, typer.Option(help="Makes every shuffle repeatable.")] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Plain lines: for screen readers and logs.")] = False,
    show_preset: Annotated[str | None, typer.Option(metavar="NAME", help="Print a preset, to copy and edit.")] = None,
    no_library: Annotated[
        bool, typer.Option("--no-library", help="Remember nothing (with a SOURCE or a DECK).")
    ] = False,
    library: LibraryOption = None,
    ui: UiOption = None,
) -> None:
    """Ask questions in the terminal: of a deck, of articles, or what is due in the library.

    Examples: `quizgen quiz`, `quizgen quiz decks/seeds.apkg`, `quizgen quiz --preset hebdo --ui en`
    """
    from quizgen.quiz.arguments import check_date, run_safely, wants_library

    if show_preset is not None:
        from quizgen.quiz.presets import preset_file

        typer.echo(preset_file(show_preset).read_text(encoding="utf-8"), nl=False)
        return
    wants_library(bool(sources), no_library)
    check_date(since)

    def play() -> int:
        from quizgen.quiz.command import run_quiz
        from quizgen.quiz.sources import questions_of

        return run_quiz(
            questions_of(sources) if sources else None,
            library_path=library,
            remember=not no_library,
            preset=preset,
            count=count,
            since=since,
            kinds=kind or (),
            tags=tag or (),
            articles=article or (),
            wrong=wrong,
            fresh=fresh,
            retention=retention,
            new_per_day=new_per_day,
            due_per_day=due_per_day,
            seed=seed,
            plain=plain,
            ui=ui,
        )

    raise typer.Exit(run_safely(play))


_LIBRARY_HELP = """What you built and reviewed: list, export, import.

Examples: `quizgen library`, `quizgen library export reviews.jsonl`, `quizgen library bad`
"""
library_app = typer.Typer(no_args_is_help=False, help=_LIBRARY_HELP)


@library_app.callback(invoke_without_command=True)
def library_list(
    context: typer.Context,
    library: LibraryOption = None,
    ui: UiOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """List the articles of the library and how far each is known."""
    context.obj = library
    if context.invoked_subcommand is None:
        from quizgen.quiz.reports import print_library

        print_library(library, as_json)


@library_app.command("export")
def library_export(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="A file, or - for standard output.")] = "-",
    library: LibraryOption = None,
) -> None:
    """Write articles, questions and reviews as JSON Lines.

    Example: `quizgen library export copy.jsonl`
    """
    from quizgen.quiz.reports import export_library

    export_library(library or context.obj, file)


@library_app.command("import")
def library_import(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="A file, or - for standard input.")],
    library: LibraryOption = None,
) -> None:
    """Read what `export` wrote; what is there already stays.

    Example: `quizgen library import copy.jsonl`
    """
    from quizgen.quiz.reports import import_library

    import_library(library or context.obj, file)


@library_app.command("bad")
def library_bad(
    context: typer.Context,
    library: LibraryOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON Lines.")] = False,
) -> None:
    """The questions marked as bad and why, by template.

    Example: `quizgen library bad --json`
    """
    from quizgen.quiz.reports import print_bad

    print_bad(library or context.obj, as_json)


def stats(
    library: LibraryOption = None,
    ui: UiOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Answers a day, what is remembered by kind and by age of the news, what comes.

    Example: `quizgen stats --json`
    """
    from quizgen.quiz.reports import print_stats

    print_stats(library, as_json, ui)


def register(app: typer.Typer) -> None:
    """Add ``quiz``, ``library`` and ``stats`` to a Typer app. Errors are left to the caller."""
    app.command("quiz")(quiz)
    app.add_typer(library_app, name="library")
    app.command("stats")(stats)
