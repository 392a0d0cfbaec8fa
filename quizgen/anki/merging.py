"""Three versions of a note → one: what quizgen wrote last, what the collection has, what quizgen says now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quizgen.anki.notes import Note, Record, checksum, data_of, record_of
from quizgen.anki.tags import GONE, tags_of
from quizgen.errors import DeckError


@dataclass(frozen=True)
class Merge:
    """What to do to a note of the collection.

    ``fields``: those to write. ``tags``: all the note's tags afterwards, None where they stay.
    ``kept``: names of fields that a person edited and that quizgen would now write otherwise.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] | None = None
    kept: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.fields and self.tags is None

    @property
    def changes_words(self) -> bool:
        """Whether a reader would see a difference."""
        return self.tags is not None or any(name != "Data" for name in self.fields)


def merge(fields: Mapping[str, str], tags: Iterable[str], note: Note, deck: str) -> Merge:
    """``fields`` and ``tags`` as the collection has them → what to write so that it says what ``note`` says."""
    record = record_or_none(fields)
    differing = {name: value for name, value in note.fields.items() if fields.get(name, value) != value}
    kept = tuple(name for name in differing if not _is_untouched(name, fields[name], record))
    writing = {name: value for name, value in differing.items() if name not in kept}
    data = data_of(note, record.deck if record else deck)
    if "Data" in fields and (writing or record is None or record.written != record_of(data).written):
        writing["Data"] = data
    return Merge(writing, _merged_tags(tuple(tags), note, record), kept)


def record_or_none(fields: Mapping[str, str]) -> Record | None:
    """What quizgen wrote last, None where the note does not say."""
    try:
        return record_of(fields.get("Data", ""))
    except DeckError:
        return None


def _is_untouched(name: str, value: str, record: Record | None) -> bool:
    if record is None:
        return not value
    written = record.written.get(name)
    return not value if written is None else checksum(value) == written


def _merged_tags(tags: tuple[str, ...], note: Note, record: Record | None) -> tuple[str, ...] | None:
    before = set(tags_of(record.question)) if record else set()
    left = [tag for tag in tags if tag not in (before - set(note.tags)) and tag != GONE]
    # A tag of ours that a person took away stays away.
    added = [tag for tag in note.tags if tag not in before and tag not in left]
    merged = (*left, *added)
    return None if set(merged) == set(tags) else merged
