"""Notes → the bytes of a package, by way of genanki.

genanki stamps what it writes with the time of day and leaves a temporary file behind. Its own parts are
therefore called one by one, with our times and numbers, on a database in memory; the file is zipped here.
"""

from __future__ import annotations

import sqlite3
import warnings
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from itertools import count
from pathlib import Path

import genanki

from quizgen.anki.changes import Dated
from quizgen.anki.identity import deck_id
from quizgen.anki.note_types import NoteType
from quizgen.anki.notes import data_of

# The first moment that a zip file can state; its members' times would else be those of the build.
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
# Level 1 makes files a tenth larger than level 6 does, in a third of the time.
_LEVEL = 1


def write_package(path: Path, name: str, notes: Iterable[Dated], types: Mapping[str, NoteType]) -> None:
    """Write an ``.apkg`` with one deck. Raises ``OSError`` where ``path`` cannot be written."""
    members = {"collection.anki2": _database(name, notes, types), "media": b"{}"}
    with zipfile.ZipFile(path, "w") as package:
        for member, data in members.items():
            package.writestr(_member(member), data, compresslevel=_LEVEL)


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _ZIP_EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = _READABLE
    info.create_system = 3  # else the file would tell Windows from the rest
    return info


def _database(name: str, notes: Iterable[Dated], types: Mapping[str, NoteType]) -> bytes:
    with closing(sqlite3.connect(":memory:")) as database:
        cursor = database.cursor()
        number = deck_id(name)
        models = {key: _model(note_type) for key, note_type in types.items()}
        _write_frame(cursor, genanki.Deck(number, name), models.values(), types)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # genanki looks for tags it does not know; ours are all escaped
            for place, one in enumerate(notes, 1):
                _write_note(cursor, one, place, name, number, models[one.note.note_type], types)
        database.commit()
        return database.serialize()


def _write_frame(
    cursor: sqlite3.Cursor, deck: genanki.Deck, models: Iterable[genanki.Model], types: Mapping[str, NoteType]
) -> None:
    for model in models:
        deck.add_model(model)
    modified = max(note_type.modified for note_type in types.values())
    genanki.Package(deck).write_to_db(cursor, modified, count(1))


def _write_note(
    cursor: sqlite3.Cursor,
    dated: Dated,
    place: int,
    name: str,
    number: int,
    model: genanki.Model,
    types: Mapping[str, NoteType],
) -> None:
    note = dated.note
    values = {**note.fields, "Data": data_of(note, name)}
    fields = [values.get(field, "") for field in types[note.note_type].fields]
    written = genanki.Note(model, fields, guid=note.guid, tags=note.tags, due=place)
    written.write_to_db(cursor, dated.modified, number, iter((dated.id, dated.id)))


def _model(note_type: NoteType) -> genanki.Model:
    return genanki.Model(
        note_type.id,
        note_type.name,
        fields=[{"name": name} for name in note_type.fields],
        templates=[{"name": note_type.template, "qfmt": note_type.front, "afmt": note_type.back}],
        css=note_type.css,
        model_type=genanki.Model.CLOZE if note_type.is_cloze else genanki.Model.FRONT_BACK,
    )
