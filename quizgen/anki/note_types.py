"""The three note types: read from the files beside, never spelled out in code."""

from __future__ import annotations

import re
import tomllib
import zlib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from quizgen.questions import Style

NAMES: dict[Style, str] = {"open": "question", "cloze": "cloze", "choice": "choice"}
_INCLUDE = re.compile(r"%%([a-z_/.]+)%%")


@dataclass(frozen=True)
class NoteType:
    """What Anki needs to know of a note type. ``modified``: seconds since 1970."""

    key: str
    id: int
    name: str
    template: str
    fields: tuple[str, ...]
    front: str
    back: str
    css: str
    modified: int

    @property
    def is_cloze(self) -> bool:
        return self.key == "cloze"


@lru_cache(maxsize=1)
def note_types() -> dict[str, NoteType]:
    """The note types by the name of their folder."""
    table = _table()
    return {key: _note_type(key, table[key], table) for key in NAMES.values()}


def fingerprint() -> str:
    """Eight hexadecimal digits that change when any file that makes a card's look does."""
    looks = "\n".join(f"{t.front}\n{t.back}\n{t.css}" for t in note_types().values())
    return f"{zlib.crc32(looks.encode()):08x}"


def recorded_fingerprint() -> str:
    """The fingerprint that ``modified`` was last raised for."""
    return str(_table()["fingerprint"])


def _note_type(key: str, one: dict[str, Any], table: dict[str, Any]) -> NoteType:
    return NoteType(
        key=key,
        id=one["id"],
        name=one["name"],
        template=one["template"],
        fields=(one["first"], *table["fields"]),
        front=_page(f"{key}/front.html"),
        back=_page(f"{key}/back.html"),
        css=_text("card.css"),
        modified=table["modified"],
    )


def _page(name: str) -> str:
    return _INCLUDE.sub(lambda found: _text(found[1]).strip(), _text(name)).strip()


def _table() -> dict[str, Any]:
    return tomllib.loads(_text("note_types.toml"))


def _text(name: str) -> str:
    return (resources.files("quizgen.anki") / "note_types" / name).read_text("utf-8")
