"""A deck ↔ an Anki package (``.apkg``)."""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from quizgen.anki.atomic import replacing
from quizgen.anki.changes import BuildReport, Ledger
from quizgen.anki.identity import deck_name
from quizgen.anki.note_types import NoteType, note_types
from quizgen.anki.notes import note_of, record_of
from quizgen.anki.stored import StoredNote, stored_notes
from quizgen.errors import DeckError, UsageError
from quizgen.questions import Deck, Question

# No id in Anki may be 0, and articles can be older than 1970.
_EARLIEST = 86_400


def write_deck(
    deck: Deck,
    path: Path,
    *,
    now: datetime.datetime,
    previous: Path | None = None,
    typed: bool = False,
    maps: bool = False,
    types: Mapping[str, NoteType] | None = None,
) -> BuildReport:
    """Write the deck to ``path``, whole or not at all; the same input gives the same bytes.

    ``now``: the time of notes that are new or say something new; the others keep theirs from
    ``previous``, which is the old deck at ``path`` where none is named. ``typed``: open answers are to be
    typed. ``maps``: a map where the answer is a country. ``types``: note types other than ours. Raises
    ``DeckError``: nothing to write, an id twice, a previous deck that quizgen did not make, a place that
    cannot be written to.
    """
    from quizgen.anki.writing import write_package

    _check(deck)
    ledger = Ledger(_old_notes(path, previous))
    notes = (note_of(question, typed=typed, maps=maps) for question in deck.questions)
    with replacing(path) as part:
        write_package(part, deck_name(deck.name), ledger.dated(notes, _seconds(now)), types or note_types())
    return ledger.report()


def read_deck(path: Path) -> Deck:
    """The deck in an ``.apkg`` that quizgen wrote, its questions as they were given to ``write_deck``.

    Raises ``DeckError`` where the file is missing, damaged, or not ours.
    """
    stored = stored_notes(path)
    return Deck(name=stored[0].deck, questions=tuple(_question(note, path) for note in stored))


def default_now(deck: Deck, environ: Mapping[str, str] = os.environ) -> datetime.datetime:
    """A time for ``write_deck`` that no clock has a part in: midnight UTC of the latest article's date.

    ``SOURCE_DATE_EPOCH`` (seconds since 1970, see reproducible-builds.org) in ``environ`` comes first.
    Raises ``UsageError`` where it is no number of seconds.
    """
    if epoch := environ.get("SOURCE_DATE_EPOCH"):
        return _moment(epoch)
    dates = [question.article.date for question in deck.questions if question.article.date]
    day = max(dates, default=datetime.date(1980, 1, 1))
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _moment(epoch: str) -> datetime.datetime:
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    except (ValueError, OverflowError, OSError) as error:
        remedy = "Give seconds since 1970, or unset it."
        raise UsageError(f"SOURCE_DATE_EPOCH is not a time: {epoch!r}", remedy=remedy) from error


def _question(note: StoredNote, path: Path) -> Question:
    try:
        return record_of(note.fields["Data"]).question
    except DeckError as error:
        raise DeckError(error.problem, file=path, remedy=error.remedy) from error


def _old_notes(path: Path, previous: Path | None) -> dict[str, StoredNote]:
    if previous is None and not os.path.exists(path):
        return {}
    return {note.guid: note for note in stored_notes(previous or path)}


def _check(deck: Deck) -> None:
    if not deck.questions:
        raise DeckError(f"there is no question to put into the deck {deck.name}", remedy="Give it other articles.")
    ids = Counter(question.id for question in deck.questions)
    question_id, times = ids.most_common(1)[0]
    if times > 1:
        raise DeckError(f"{times} questions of the deck {deck.name} have the id {question_id}")


def _seconds(now: datetime.datetime) -> int:
    aware = now if now.tzinfo else now.replace(tzinfo=datetime.UTC)
    return max(_EARLIEST, int(aware.timestamp()))
