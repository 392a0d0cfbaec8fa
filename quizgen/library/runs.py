"""Quizzes that were left, and settings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from quizgen.library.base import Store, stamp


class Runs(Store):
    """What is left to ask of a quiz that was begun."""

    def begin_run(self, name: str, queue: Sequence[str], *, now: datetime) -> int:
        with self._writing() as db:
            db.execute("UPDATE run SET ended = ? WHERE name = ? AND ended IS NULL", (stamp(now), name))
            cursor = db.execute(
                "INSERT INTO run (name, queue, started) VALUES (?, ?, ?)", (name, json.dumps(list(queue)), stamp(now))
            )
            return int(cursor.lastrowid or 0)

    def save_run(self, run: int, left: Sequence[str], *, now: datetime, ended: bool = False) -> None:
        """What is left to ask; nothing left, or ``ended``, closes it."""
        end = stamp(now) if ended or not left else None
        with self._writing() as db:
            db.execute("UPDATE run SET queue = ?, ended = ? WHERE id = ?", (json.dumps(list(left)), end, run))

    def open_run(self, name: str, *, now: datetime) -> tuple[int, list[str]] | None:
        """The quiz of this name that was left within a day, and what is left of it."""
        within = timedelta(days=1)
        sql = "SELECT id, queue FROM run WHERE name = ? AND ended IS NULL AND started >= ? ORDER BY id DESC LIMIT 1"
        found = self._rows(sql, name, stamp(now - within))
        return (found[0][0], json.loads(found[0][1])) if found else None

    def setting(self, name: str) -> str | None:
        found = self._rows("SELECT value FROM setting WHERE name = ?", name)
        return found[0][0] if found else None

    def set_setting(self, name: str, value: str) -> None:
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (name, value))
