"""Questions from what the command line was given: decks and sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import UsageError

if TYPE_CHECKING:
    from quizgen.questions import Question

DECK = ".apkg"


def questions_of(sources: Sequence[str]) -> list[Question]:
    """In: paths of decks (``.apkg``) and sources of articles. Out: their questions, each id once.

    spaCy is imported only where there is a source that is no deck.
    Errors: ``UsageError`` for a path that is not there; what the readers of decks and sources raise.
    """
    decks = [source for source in sources if source.lower().endswith(DECK)]
    others = [source for source in sources if source not in decks]
    for source in sources:
        if source != "-" and not Path(source).exists():
            raise UsageError("no such file", file=source, remedy="Give a deck (.apkg), an article or a folder of them.")
    found = [question for deck in decks for question in _deck(Path(deck))]
    found += _built(others) if others else []
    return list({question.id: question for question in found}.values())


def _deck(path: Path) -> Sequence[Question]:
    from quizgen.anki.package import read_deck

    return read_deck(path).questions


def _built(sources: Sequence[str]) -> Sequence[Question]:
    from quizgen.commands.building import build_questions

    return build_questions(sources)
