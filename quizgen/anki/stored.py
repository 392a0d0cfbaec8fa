"""An ``.apkg`` as it lies on the disk → its notes, without genanki: the quiz starts from here."""

from __future__ import annotations

import json
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from quizgen.anki.note_types import note_types
from quizgen.errors import DeckError

_LARGEST = 1 << 30
# The newest that quizgen and Anki's "support older Anki versions" write stands first.
_DATABASES = ("collection.anki21", "collection.anki2")
_ZSTANDARD = "collection.anki21b"
_REBUILD = "Give a deck that quizgen has built."


@dataclass(frozen=True)
class StoredNote:
    """A note of a deck that was written before. ``modified``: seconds since 1970."""

    id: int
    guid: str
    modified: int
    note_type: str
    deck: str
    fields: Mapping[str, str]
    tags: tuple[str, ...]


def stored_notes(path: Path) -> list[StoredNote]:
    """The notes of our note types, in the order in which Anki would show them.

    Raises ``DeckError`` where the file is not there, is not an Anki package, or has no note of ours.
    """
    try:
        with closing(_database(path)) as database:
            notes = list(_notes(database))
    except (sqlite3.Error, ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise DeckError("the Anki deck is damaged", file=path, remedy=_REBUILD) from error
    if not notes:
        raise DeckError("this Anki deck was not made by quizgen", file=path, remedy=_REBUILD)
    return notes


def _database(path: Path) -> sqlite3.Connection:
    data = _bytes(path)
    database = sqlite3.connect(":memory:")
    database.deserialize(data)
    return database


def _bytes(path: Path) -> bytes:
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            if _ZSTANDARD in names:
                raise DeckError(
                    "Anki exported this deck in its newer format",
                    file=path,
                    remedy="Export it again with “Support older Anki versions” ticked.",
                )
            name = next((name for name in _DATABASES if name in names), None)
            if name is None:
                raise DeckError("this is not an Anki deck", file=path, remedy=_REBUILD)
            if package.getinfo(name).file_size > _LARGEST:
                raise DeckError("the deck is over 1 GB large", file=path, remedy=_REBUILD)
            return package.read(name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise DeckError("this is not an Anki deck", file=path, remedy=_REBUILD) from error
    except OSError as error:
        raise DeckError(f"the deck cannot be read: {error.strerror or error}", file=path) from error


def _notes(database: sqlite3.Connection) -> Iterator[StoredNote]:
    models, decks = database.execute("SELECT models, decks FROM col").fetchone()
    ours = {int(key): model for key, model in json.loads(models).items() if _is_ours(model)}
    names = {int(key): deck["name"] for key, deck in json.loads(decks).items()}
    keys = {note_type.id: key for key, note_type in note_types().items()}
    fields = {key: [field["name"] for field in model["flds"]] for key, model in ours.items()}
    rows = database.execute(
        "SELECT n.id, n.guid, n.mod, n.mid, c.did, n.flds, n.tags FROM notes n JOIN cards c ON c.nid = n.id"
        " GROUP BY n.id ORDER BY c.due, n.id"
    )
    for note, guid, modified, model, deck, values, tags in rows:
        if model in ours:
            named = dict(zip(fields[model], values.split("\x1f"), strict=True))
            yield StoredNote(note, guid, modified, keys.get(model, ""), names.get(deck, ""), named, tuple(tags.split()))


def _is_ours(model: Mapping[str, object]) -> bool:
    fields = model.get("flds")
    return isinstance(fields, list) and {"Id", "Data"} <= {field["name"] for field in fields}
