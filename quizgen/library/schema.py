"""The tables of the library, and the steps from each version to the next."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from quizgen.errors import LibraryError

APPLICATION_ID = 0x51475A4C  # "QGZL": tells a library from any other SQLite file

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE article (
        id TEXT PRIMARY KEY, title TEXT, outlet TEXT, url TEXT, date TEXT, language TEXT, data TEXT
    );
    CREATE TABLE fact (
        id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article(id), kind TEXT NOT NULL, data TEXT NOT NULL
    );
    CREATE TABLE question (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL REFERENCES article(id),
        kind TEXT NOT NULL, style TEXT NOT NULL, template TEXT NOT NULL, language TEXT NOT NULL,
        rank INTEGER NOT NULL, score REAL NOT NULL, tags TEXT NOT NULL, options INTEGER NOT NULL,
        data TEXT NOT NULL, added TEXT NOT NULL, updated TEXT NOT NULL
    );
    CREATE INDEX question_of_article ON question(article_id);
    CREATE TABLE card (
        question_id TEXT PRIMARY KEY REFERENCES question(id), state TEXT NOT NULL DEFAULT '', due TEXT,
        reviews INTEGER NOT NULL DEFAULT 0, lapses INTEGER NOT NULL DEFAULT 0, last_grade INTEGER,
        suspended INTEGER NOT NULL DEFAULT 0, bad TEXT, bad_at TEXT
    );
    CREATE INDEX card_due ON card(due);
    CREATE TABLE review (
        id INTEGER PRIMARY KEY, question_id TEXT NOT NULL REFERENCES question(id), at TEXT NOT NULL,
        seconds REAL NOT NULL, typed TEXT NOT NULL, verdict TEXT NOT NULL, grade INTEGER NOT NULL,
        hints INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, due TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX review_at ON review(at);
    CREATE INDEX review_of_question ON review(question_id, at);
    CREATE TABLE run (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, queue TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0,
        started TEXT NOT NULL, ended TEXT
    );
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    """,
)
VERSION = len(MIGRATIONS)


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(100)


def check_file(path: Path) -> None:
    """Say what is wrong with a file before SQLite may touch it.

    Errors: ``LibraryError`` where it is no SQLite file, of another program, or of a newer quizgen.
    The header's layout: https://www.sqlite.org/fileformat.html, offsets 60 (user version) and 68 (application id).
    """
    header = _header(path)
    if not header:
        return
    if len(header) < 100 or not header.startswith(b"SQLite format 3\x00"):
        raise damaged(path, "is no library, or it is damaged")
    version, application = int.from_bytes(header[60:64]), int.from_bytes(header[68:72])
    if application != APPLICATION_ID and (application or _has_tables_of_others(path)):
        raise LibraryError("this SQLite file belongs to another program", file=path, remedy="Choose another --library.")
    if version > VERSION:
        raise LibraryError(
            f"this library is of version {version}, newer than version {VERSION} that this quizgen knows",
            file=path,
            remedy="Update quizgen, or choose another --library.",
        )


def _has_tables_of_others(path: Path) -> bool:
    """Whether a file without an application id holds tables; one that quizgen is just making holds none yet."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=20)
    try:
        # The tables first: whoever makes them commits the application id with them.
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        own = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        return bool(tables) and not own
    except sqlite3.DatabaseError as error:
        raise damaged(path) from error
    finally:
        connection.close()


def damaged(path: Path, problem: str = "is damaged") -> LibraryError:
    return LibraryError(
        f"the file {problem}; it was left as it is",
        file=path,
        remedy="Restore it from a copy or from `quizgen library export`, or choose another --library.",
    )


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to this version, all steps in one transaction, so that two programs may start at once."""
    if connection.execute("PRAGMA user_version").fetchone()[0] == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        for step in MIGRATIONS[version:]:
            for statement in step.split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
