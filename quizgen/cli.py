"""Arguments and dispatch. Errors are printed here and nowhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import typer

from quizgen.commands.build import build
from quizgen.commands.explain import explain
from quizgen.commands.facts import facts
from quizgen.commands.inspect import inspect
from quizgen.commands.schema import schema
from quizgen.commands.sync import sync
from quizgen.errors import QuizgenError
from quizgen.quiz.cli import register

_HELP = "--help"
_INTERRUPTED = 130

app = typer.Typer(
    name="quizgen",
    help="Turn news articles into Anki decks and quizzes.\n\nExample: `quizgen build seeds`, then `quizgen quiz`",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for _command in (build, facts, explain, inspect, schema, sync):
    app.command()(_command)
register(app)


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context, version: bool = typer.Option(False, "--version", help="Show the version and exit.")
) -> None:
    if version:
        from quizgen import __version__

        typer.echo(f"quizgen {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> NoReturn:
    """The ``quizgen`` command: exit code 0, 1 for bad input, 2 for wrong usage; never a traceback.

    The environment variable ``QUIZGEN_DEBUG`` lets an unforeseen error show where it comes from.
    """
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command line. Out: its exit code; what went wrong is one line on standard error."""
    try:
        shown = _help(arguments)
        if shown is not None:
            typer.echo(shown)
            return 0
        code = app(list(arguments), prog_name="quizgen", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except QuizgenError as error:
        return _fail(str(error), error.exit_code)
    except typer.TyperException as error:
        return _fail(_usage(error), getattr(error, "exit_code", 1))
    except (KeyboardInterrupt, typer.Abort):
        return _fail("interrupted", _INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("QUIZGEN_DEBUG"):
            raise
        return _fail(_unforeseen(error), 1)


def _help(arguments: Sequence[str]) -> str | None:
    """The help that is asked for. Typer would first load what converts values, which takes longer than all else."""
    before = list(arguments[: arguments.index(_HELP)]) if _HELP in arguments else None
    if before is None or "--" in before:
        return None
    command: Any = typer.main.get_command(app)
    context = command.context_class(command, info_name="quizgen")
    for word in before:
        found = command.get_command(context, word) if hasattr(command, "get_command") else None
        if found is not None:
            command = found
            context = command.context_class(command, info_name=word, parent=context)
    return str(command.get_help(context))


def _usage(error: typer.TyperException) -> str:
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "quizgen"
    end = "" if message.endswith((".", "?", "!")) else "."
    return f"{message}{end} See: {command} --help"


def _unforeseen(error: Exception) -> str:
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"an error that quizgen did not foresee: {what}. Please report it with the output of QUIZGEN_DEBUG=1."


def _fail(message: str, code: int) -> int:
    print(one_line(message), file=sys.stderr)
    return code


def one_line(message: str) -> str:
    """An error as one line that is safe to print."""
    from quizgen.quiz.safe import clean

    return f"quizgen: {' '.join(clean(message).split())}"
