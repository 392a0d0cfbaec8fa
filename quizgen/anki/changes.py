"""What a build changes: compared note by note with the deck that it replaces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from quizgen.anki.notes import PERSONAL, Note, record_of
from quizgen.anki.stored import StoredNote

Named = tuple[tuple[str, str], ...]
# Not what a note says: the field Data holds scores and ranks, which other articles change.
_SILENT = PERSONAL | {"Data"}


@dataclass(frozen=True)
class BuildReport:
    """How a deck differs from the one it replaces: (question id, stem) of each, in the deck's order.

    ``restyled``: those of ``changed`` whose note type is another, which Anki does not update on import.
    """

    new: Named = ()
    changed: Named = ()
    unchanged: Named = ()
    gone: Named = ()
    restyled: Named = ()

    @property
    def gone_search(self) -> str:
        """What to type in Anki's browser to see the notes that the deck no longer has; empty if none."""
        return " OR ".join(f"Id:{question_id}" for question_id, _ in self.gone)


@dataclass(frozen=True)
class Dated:
    """A note with its number in the package and its time, in seconds since 1970."""

    note: Note
    id: int
    modified: int


def dated(notes: Iterable[Note], old: Mapping[str, StoredNote], now: int) -> Iterator[Dated]:
    """Each note with its time: the old one where it says the same, ``now`` where it is new, else a later one."""
    ids = count(max((now * 1000, *(note.id + 1 for note in old.values()))))
    for note in notes:
        before = old.get(note.guid)
        if before is None:
            yield Dated(note, next(ids), now)
        else:
            same = says_the_same(note, before)
            yield Dated(note, before.id, before.modified if same else max(now, before.modified + 1))


def report(notes: Sequence[Note], old: Mapping[str, StoredNote]) -> BuildReport:
    """What is new, changed, unchanged and gone."""
    met = [(note, old.get(note.guid)) for note in notes]
    here = {note.guid for note in notes}
    return BuildReport(
        new=_named(note for note, before in met if before is None),
        changed=_named(note for note, before in met if before and not says_the_same(note, before)),
        unchanged=_named(note for note, before in met if before and says_the_same(note, before)),
        gone=tuple((guid, stem_of(note)) for guid, note in old.items() if guid not in here),
        restyled=_named(note for note, before in met if before and before.note_type != note.note_type),
    )


def says_the_same(note: Note, before: StoredNote) -> bool:
    """Whether a reader would see no difference: the same note type, fields and tags."""
    then = {name: value for name, value in before.fields.items() if name not in _SILENT}
    return (note.note_type, note.tags) == (before.note_type, before.tags) and dict(note.fields) == then


def stem_of(note: StoredNote) -> str:
    return record_of(note.fields["Data"]).question.stem


def _named(notes: Iterable[Note]) -> Named:
    return tuple((note.guid, note.stem) for note in notes)
