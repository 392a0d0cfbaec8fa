"""Notes → the bytes of a package, by way of genanki.

genanki makes the frame: the tables, the deck, the note types. The rows are written here, since genanki gives
all notes one time, and so is the file, since genanki's has the time of day in it and leaves a temporary one.
"""

from __future__ import annotations

import errno
import json
import shutil
import sqlite3
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
from quizgen.anki.pictures import drawing, media_name

# The first moment that a zip file can state; its members' times would else be those of the build.
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
# Level 1 makes files a tenth larger than level 6 does, in a third of the time.
_LEVEL = 1
_PIECE = 1 << 20
_NOTE = f"INSERT INTO notes VALUES ({', '.join('?' * 11)})"
_CARD = f"INSERT INTO cards VALUES ({', '.join('?' * 18)})"


def write_package(path: Path, name: str, notes: Iterable[Dated], types: Mapping[str, NoteType]) -> None:
    """Write an ``.apkg`` with one deck. Raises ``OSError`` where ``path`` or a file beside it cannot be written."""
    database = path.with_name(f"{path.name}.db")
    try:
        countries = _write_database(database, name, notes, types)
        with zipfile.ZipFile(path, "w") as package:
            with database.open("rb") as source, package.open(_member("collection.anki2"), "w") as target:
                shutil.copyfileobj(source, target, _PIECE)
            names = {str(number): media_name(code) for number, code in enumerate(countries)}
            package.writestr(_member("media"), json.dumps(names))
            for number, code in enumerate(countries):
                package.writestr(_member(str(number)), drawing(code))
    finally:
        database.unlink(missing_ok=True)


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _ZIP_EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    # For lack of a public way to set it on a member that is streamed (until Python 3.13).
    info._compresslevel = _LEVEL  # type: ignore[attr-defined]
    info.external_attr = _READABLE
    info.create_system = 3  # else the file would tell Windows from the rest
    return info


def _write_database(path: Path, name: str, notes: Iterable[Dated], types: Mapping[str, NoteType]) -> list[str]:
    """Writes the notes; the countries whose maps they show."""
    number = deck_id(name)
    countries: set[str] = set()
    try:
        with closing(sqlite3.connect(path)) as database:
            cursor = database.cursor()
            # Nothing is ever rolled back: after a failure the file is thrown away.
            cursor.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096")
            _write_frame(cursor, genanki.Deck(number, name), types)
            for place, one in enumerate(notes, 1):
                cursor.execute(_NOTE, _note_row(one, name, types[one.note.note_type]))
                cursor.execute(_CARD, _card_row(one, place, number))
                if one.note.map:
                    countries.add(one.note.map)
            database.commit()
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, str(error)) from error
    return sorted(countries)


def _write_frame(cursor: sqlite3.Cursor, deck: genanki.Deck, types: Mapping[str, NoteType]) -> None:
    for note_type in types.values():
        deck.add_model(_model(note_type))
    modified = max(note_type.modified for note_type in types.values())
    genanki.Package(deck).write_to_db(cursor, modified, count(1))


def _note_row(one: Dated, deck: str, note_type: NoteType) -> tuple[object, ...]:
    """A row of Anki's table ``notes``; Anki makes the checksum (0) and the sort field's form anew on import."""
    note = one.note
    values = {**note.fields, "Data": data_of(note, deck)}
    fields = "\x1f".join([values.get(name, "") for name in note_type.fields])
    tags = f" {' '.join(note.tags)} "
    return (one.id, note.guid, note_type.id, one.modified, -1, tags, fields, values[note_type.fields[0]], 0, 0, "")


def _card_row(one: Dated, place: int, deck: int) -> tuple[object, ...]:
    """A row of Anki's table ``cards``: a new card, the ``place``-th to be learned."""
    return (one.id, one.id, deck, 0, one.modified, -1, 0, 0, place, 0, 0, 0, 0, 0, 0, 0, 0, "")


def _model(note_type: NoteType) -> genanki.Model:
    return genanki.Model(
        note_type.id,
        note_type.name,
        fields=[{"name": name} for name in note_type.fields],
        templates=[{"name": note_type.template, "qfmt": note_type.front, "afmt": note_type.back}],
        css=note_type.css,
        model_type=genanki.Model.CLOZE if note_type.is_cloze else genanki.Model.FRONT_BACK,
    )
