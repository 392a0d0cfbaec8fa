"""A deck → a person's collection, field by field, with nothing of theirs lost.

An import replaces a note whole or not at all. Here each field is compared with what quizgen wrote last:
one that a person edited stays as it is, and so do their tags, their own fields, schedules, suspended
cards, and the deck to which a card was moved.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.anki.changes import Named
from quizgen.anki.identity import deck_id, deck_name
from quizgen.anki.merging import Merge, merge, record_or_none
from quizgen.anki.note_types import NoteType, note_types
from quizgen.anki.notes import Note, data_of, note_of
from quizgen.anki.package import default_now, write_deck
from quizgen.anki.pictures import drawing, media_name
from quizgen.anki.profile import back_up, copied, opened
from quizgen.anki.tags import GONE
from quizgen.questions import Deck

if TYPE_CHECKING:
    from anki.collection import Collection
    from anki.decks import DeckId
    from anki.models import NotetypeDict
    from anki.notes import Note as AnkiNote
    from anki.notes import NoteId


@dataclass(frozen=True)
class SyncReport:
    """What was done, or would be: (question id, stem) of each.

    ``kept``: those with a field that a person edited and that was therefore left alone. ``gone``: tagged
    ``quizgen::gone`` now, never deleted. ``restyled``: of another note type now, left alone. ``backup``:
    the file that the collection was saved to, None where nothing was to be done.
    """

    new: Named = ()
    changed: Named = ()
    unchanged: Named = ()
    kept: Named = ()
    gone: Named = ()
    restyled: Named = ()
    backup: Path | None = None


@dataclass(frozen=True)
class _Plan:
    new: tuple[Note, ...]
    merges: tuple[tuple[AnkiNote, Note, Merge], ...]
    gone: tuple[AnkiNote, ...]
    restyled: tuple[Note, ...]
    looks: tuple[NoteType, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.gone or self.looks or any(not merge.is_empty for _, _, merge in self.merges))


def sync(
    deck: Deck, collection_path: Path, *, dry_run: bool = False, typed: bool = False, maps: bool = False
) -> SyncReport:
    """Bring the collection's notes of this deck to what the deck says. ``dry_run``: only say what would be done.

    The collection is backed up first, into the folder ``backups`` beside it. Raises ``UsageError`` without
    the ``anki`` library; ``DeckError`` where the file is not a collection, is open in Anki, or cannot be
    backed up.
    """
    notes = [note_of(question, typed=typed, maps=maps) for question in deck.questions]
    if dry_run:
        with copied(collection_path) as copy, opened(copy) as collection:
            return _report(_plan(collection, notes, deck_name(deck.name)))
    with opened(collection_path) as collection:
        plan = _plan(collection, notes, deck_name(deck.name))
        if plan.is_empty:
            return _report(plan)
        backup = back_up(collection, collection_path)
        _carry_out(collection, plan, deck, typed, maps)
        return _report(plan, backup)


def _plan(collection: Collection, notes: Sequence[Note], deck: str) -> _Plan:
    there = _notes_there(collection)
    types = note_types()
    met = [(there[note.guid], note) for note in notes if note.guid in there]
    alike = [(anki, note) for anki, note in met if anki.mid == types[note.note_type].id]
    here = {note.guid for note in notes}
    return _Plan(
        new=tuple(note for note in notes if note.guid not in there),
        merges=tuple((anki, note, merge(dict(anki.items()), anki.tags, note, deck)) for anki, note in alike),
        gone=tuple(anki for guid, anki in there.items() if guid not in here and _is_left_over(anki, deck)),
        restyled=tuple(note for anki, note in met if anki.mid != types[note.note_type].id),
        looks=tuple(note_type for note_type in types.values() if _is_older(collection, note_type)),
    )


def _report(plan: _Plan, backup: Path | None = None) -> SyncReport:
    merges = [((note.guid, note.stem), merge) for _, note, merge in plan.merges]
    return SyncReport(
        new=tuple((note.guid, note.stem) for note in plan.new),
        changed=tuple(named for named, merge in merges if merge.changes_words),
        unchanged=tuple(named for named, merge in merges if not merge.changes_words),
        kept=tuple(named for named, merge in merges if merge.kept),
        gone=tuple((anki.guid, _stem(anki)) for anki in plan.gone),
        restyled=tuple((note.guid, note.stem) for note in plan.restyled),
        backup=backup,
    )


def _notes_there(collection: Collection) -> dict[str, AnkiNote]:
    ids = [note_id for note_type in note_types().values() for note_id in collection.find_notes(f"mid:{note_type.id}")]
    notes = (collection.get_note(note_id) for note_id in ids)
    return {note.guid: note for note in notes}


def _is_left_over(anki: AnkiNote, deck: str) -> bool:
    record = record_or_none(dict(anki.items()))
    return record is not None and record.deck == deck and not anki.has_tag(GONE)


def _stem(anki: AnkiNote) -> str:
    record = record_or_none(dict(anki.items()))
    return record.question.stem if record else ""


def _carry_out(collection: Collection, plan: _Plan, deck: Deck, typed: bool, maps: bool) -> None:
    for note_type in plan.looks:
        _renew_look(collection, note_type)
    collection.update_notes([_merged(anki, merge) for anki, _, merge in plan.merges if not merge.is_empty])
    for code in {note.map for note in (*plan.new, *(note for _, note, _ in plan.merges)) if note.map}:
        _add_map(collection, code)
    ids: list[NoteId] = [anki.id for anki in plan.gone]
    collection.tags.bulk_add(ids, GONE)
    known = {key for key, note_type in note_types().items() if _model(collection, note_type) is not None}
    _take_in(collection, [note for note in plan.new if note.note_type not in known], deck, typed, maps)
    for note in plan.new:
        if note.note_type in known:
            _add(collection, note, deck_name(deck.name))


def _add_map(collection: Collection, code: str) -> None:
    if not collection.media.have(media_name(code)):
        collection.media.write_data(media_name(code), drawing(code))


def _merged(anki: AnkiNote, merge: Merge) -> AnkiNote:
    for name, value in merge.fields.items():
        anki[name] = value
    if merge.tags is not None:
        anki.tags = list(merge.tags)
    return anki


def _take_in(collection: Collection, notes: Sequence[Note], deck: Deck, typed: bool, maps: bool) -> None:
    """By a package, which alone can bring a note type with the id that it must have."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    if not notes:
        return
    part = deck.model_copy(update={"questions": tuple(note.question for note in notes)})
    with tempfile.TemporaryDirectory(prefix="quizgen-") as folder:
        path = Path(folder) / "new.apkg"
        write_deck(part, path, now=default_now(part), typed=typed, maps=maps)
        options = ImportAnkiPackageOptions()
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options))


def _add(collection: Collection, note: Note, deck: str) -> None:
    """Into a note type that is there, which may have fields of the person's own."""
    model = _model(collection, note_types()[note.note_type])
    assert model is not None
    anki = collection.new_note(model)
    anki.guid = note.guid
    anki.tags = list(note.tags)
    for name, value in {**note.fields, "Data": data_of(note, deck)}.items():
        if name in anki:
            anki[name] = value
    collection.add_note(anki, _deck_there(collection, deck))


def _deck_there(collection: Collection, deck: str) -> DeckId:
    """Ours under whatever name it now has, else the one of that name, made where there is none."""
    from anki.decks import DeckId

    ours = DeckId(deck_id(deck))
    return ours if collection.decks.have(ours) else DeckId(collection.decks.id(deck) or 1)


def _model(collection: Collection, note_type: NoteType) -> NotetypeDict | None:
    from anki.models import NotetypeId

    return collection.models.get(NotetypeId(note_type.id))


def _is_older(collection: Collection, note_type: NoteType) -> bool:
    """Whether the collection has the note type with an older look. What a person changed is newer than any release."""
    model = _model(collection, note_type)
    return model is not None and model["mod"] < note_type.modified and _look(model) != _own_look(note_type)


def _renew_look(collection: Collection, note_type: NoteType) -> None:
    model = _model(collection, note_type)
    if model is not None:
        model["css"], model["tmpls"][0]["qfmt"], model["tmpls"][0]["afmt"] = _own_look(note_type)
        collection.models.update_dict(model)


def _look(model: NotetypeDict) -> tuple[str, str, str]:
    first = model["tmpls"][0]
    return model["css"], first["qfmt"], first["afmt"]


def _own_look(note_type: NoteType) -> tuple[str, str, str]:
    return note_type.css, note_type.front, note_type.back
