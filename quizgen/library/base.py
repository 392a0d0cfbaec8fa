"""An open file and its transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from quizgen.errors import LibraryError
from quizgen.library import schema

REMEDY = "Check that the file and its folder can be written and the disk is not full, or choose another --library."


def stamp(when: datetime) -> str:
    """A moment as text that sorts as time does: UTC, to the microsecond."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")


class Store:
    """A connection, and nothing but transactions on it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._db = connection

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction that takes the write lock first, so that two quizzes wait for one another."""
        with self._guarded():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise LibraryError(f"the library cannot be used: {error}", file=self.path, remedy=REMEDY) from error
        except sqlite3.DatabaseError as error:
            raise schema.damaged(self.path) from error

    def _rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with self._guarded():
            return self._db.execute(sql, values).fetchall()
