"""What a build changes: compared note by note with the deck that it replaces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Literal

from quizgen.anki.notes import PERSONAL, Note, record_of
from quizgen.anki.stored import StoredNote

Status = Literal["new", "changed", "unchanged"]
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


@dataclass(frozen=True, slots=True)
class Dated:
    """A note with its number in the package, its time (seconds since 1970), and what it was before."""

    note: Note
    id: int
    modified: int
    status: Status
    restyled: bool = False


@dataclass
class Ledger:
    """Notes as they pass on their way into the file, none of them kept, and how each compares with ``old``."""

    old: Mapping[str, StoredNote]
    entries: list[tuple[Status, str, str, bool]] = field(default_factory=list)

    def dated(self, notes: Iterable[Note], now: int) -> Iterator[Dated]:
        """Each note with its time: the old one where it says the same, ``now`` where it is new, else a later one."""
        ids = count(max((now * 1000, *(note.id + 1 for note in self.old.values()))))
        for note in notes:
            before = self.old.get(note.guid)
            one = Dated(note, next(ids), now, "new") if before is None else _dated(note, before, now)
            self.entries.append((one.status, note.guid, note.stem, one.restyled))
            yield one

    def report(self) -> BuildReport:
        """What was new, changed and unchanged among the notes that passed, and what did not pass."""
        passed = {guid for _, guid, _, _ in self.entries}
        return BuildReport(
            new=self._having("new"),
            changed=self._having("changed"),
            unchanged=self._having("unchanged"),
            gone=tuple((guid, stem_of(note)) for guid, note in self.old.items() if guid not in passed),
            restyled=tuple((guid, stem) for _, guid, stem, restyled in self.entries if restyled),
        )

    def _having(self, wanted: Status) -> Named:
        return tuple((guid, stem) for status, guid, stem, _ in self.entries if status == wanted)


def _dated(note: Note, before: StoredNote, now: int) -> Dated:
    if says_the_same(note, before):
        return Dated(note, before.id, before.modified, "unchanged")
    later = max(now, before.modified + 1)
    return Dated(note, before.id, later, "changed", restyled=note.note_type != before.note_type)


def says_the_same(note: Note, before: StoredNote) -> bool:
    """Whether a reader would see no difference: the same note type, fields and tags."""
    then = {name: value for name, value in before.fields.items() if name not in _SILENT}
    return (note.note_type, note.tags) == (before.note_type, before.tags) and dict(note.fields) == then


def stem_of(note: StoredNote) -> str:
    return record_of(note.fields["Data"]).question.stem
