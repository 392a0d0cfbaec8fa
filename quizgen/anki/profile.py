"""A person's Anki collection: opened with the ``anki`` library, copied, backed up."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import DeckError, UsageError

if TYPE_CHECKING:
    from anki.collection import Collection

_CLOSE_ANKI = "Close Anki, then run the command again."


@contextmanager
def opened(path: Path) -> Iterator[Collection]:
    """The collection at ``path``, closed afterwards.

    Raises ``UsageError`` without the ``anki`` library, ``DeckError`` where the file is missing, is not a
    collection, or is open in Anki.
    """
    try:
        from anki.collection import Collection
        from anki.errors import AnkiException
    except ImportError as error:
        raise UsageError("sync needs the anki library", remedy='Install it: pip install "quizgen[anki]".') from error
    refuse_unless_free(path)
    try:
        collection = Collection(str(path))
    except AnkiException as error:
        raise DeckError(f"Anki cannot open this collection: {error}", file=path, remedy=_CLOSE_ANKI) from error
    try:
        yield collection
    finally:
        collection.close()


@contextmanager
def copied(path: Path) -> Iterator[Path]:
    """A copy of the collection, for looking without touching; removed afterwards."""
    refuse_unless_free(path)
    with tempfile.TemporaryDirectory(prefix="quizgen-") as folder:
        for name in (path.name, f"{path.name}-wal"):
            if path.with_name(name).exists():
                shutil.copy2(path.with_name(name), folder)
        yield Path(folder) / path.name


def back_up(collection: Collection, path: Path) -> Path:
    """Save the collection in the folder ``backups`` beside it, where Anki keeps and finds its own.

    Raises ``DeckError`` where that fails; nothing has been changed then.
    """
    folder = path.parent / "backups"
    before = _backups(folder)
    try:
        folder.mkdir(exist_ok=True)
        collection.create_backup(backup_folder=str(folder), force=True, wait_for_completion=True)
    except Exception as error:  # the library raises kinds of its own and OSError
        raise DeckError(f"the collection cannot be backed up: {error}", file=folder) from error
    saved = _backups(folder) - before
    if not saved:
        raise DeckError("the collection was not backed up, and so not changed", file=folder, remedy="Try again.")
    return max(saved)[1]


def _backups(folder: Path) -> set[tuple[int, Path]]:
    """By time of writing: two backups within a second have one name."""
    return {(file.stat().st_mtime_ns, file) for file in folder.glob("*.colpkg")}


def refuse_unless_free(path: Path) -> None:
    """Raise ``DeckError`` where ``path`` is not a collection or another program has it open."""
    if not path.is_file():
        raise DeckError("there is no collection here", file=path, remedy="Give the path of a collection.anki2.")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0)) as database:
            database.execute("SELECT id FROM col").fetchone()
    except sqlite3.OperationalError as error:
        if "locked" not in str(error) and "busy" not in str(error):
            raise _not_one(path) from error
        raise DeckError("Anki has this collection open", file=path, remedy=_CLOSE_ANKI) from error
    except sqlite3.DatabaseError as error:
        raise _not_one(path) from error


def _not_one(path: Path) -> DeckError:
    return DeckError("this is not an Anki collection", file=path, remedy="Give the path of a collection.anki2.")
