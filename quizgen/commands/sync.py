"""``quizgen sync``: a deck straight into an Anki collection."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def sync(
    deck: Annotated[Path, typer.Argument(metavar="DECK.apkg", help="A deck that quizgen build wrote.")],
    collection: Annotated[Path, typer.Option("--collection", metavar="PATH", help="Anki's collection.anki2.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    typed: Annotated[bool, typer.Option("--typed", help="Answers of open questions are typed.")] = False,
    maps: Annotated[bool, typer.Option("--maps", help="A small map where an answer is a country.")] = False,
) -> None:
    """Bring a collection's notes to what a deck says, and keep all that is yours: needs `quizgen[anki]`.

    Example: `quizgen sync decks/seeds.apkg --collection ~/Anki/collection.anki2 --dry-run`
    """
    from quizgen.anki.package import read_deck
    from quizgen.anki.sync import sync as bring

    report = bring(read_deck(deck), collection, dry_run=dry_run, typed=typed, maps=maps)
    for name in ("new", "changed", "unchanged", "kept", "gone", "restyled"):
        typer.echo(f"{name}: {len(getattr(report, name))}")
    if report.backup is not None:
        typer.echo(f"backup: {report.backup}")
