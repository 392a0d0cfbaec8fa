"""The library: one class over one file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from quizgen.errors import LibraryError
from quizgen.library import schema
from quizgen.library.base import REMEDY, stamp
from quizgen.library.restored import Restored
from quizgen.library.reviewed import Reviewed
from quizgen.library.runs import Runs

__all__ = ["Library", "open_library", "stamp"]


class Library(Reviewed, Restored, Runs):
    """An open library. Made by ``open_library``; use it as a context manager, or close it.

    Every public method is one transaction.
    """

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def is_sound(self) -> bool:
        """SQLite's own check of the file and of every reference in it."""
        checked = self._rows("PRAGMA integrity_check") == [("ok",)]
        return checked and not self._rows("PRAGMA foreign_key_check")


def open_library(path: Path) -> Library:
    """Open the library in a file, making it (and its folder) where there is none.

    Errors: ``LibraryError`` for a file that is damaged, newer, of another program, or out of reach.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            schema.check_file(path)
        connection = sqlite3.connect(path, timeout=20, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(f"the library cannot be opened: {error}", file=path, remedy=REMEDY) from error
    library = Library(path, connection)
    with library._guarded():
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        schema.migrate(connection)
    return library
