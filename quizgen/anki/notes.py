"""A question → a note: the fields of its note type, filled; and back."""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from quizgen.anki.identity import note_guid
from quizgen.anki.note_types import NAMES
from quizgen.anki.tags import tags_of
from quizgen.anki.text import escape, escape_in_cloze, link, marked
from quizgen.errors import DeckError
from quizgen.questions import Question

FIRST = {"question": "Stem", "cloze": "Text", "choice": "Stem"}
# These belong to the person who reviews; quizgen writes them empty and never again.
PERSONAL = frozenset({"Note to self", *(f"Spare {n}" for n in range(1, 7))})
_AFTER_THE_STEM = re.compile(r"\[[^\[\]]*\]")
_NOT_IN_JSON = {ord(char): f"\\u{ord(char):04x}" for char in "<>&'\x7f\u2028\u2029"}


class Record(BaseModel):
    """What the field ``Data`` holds: enough to make the question again and to tell what a person edited.

    ``deck``: the permanent name of the deck. ``written``: a checksum of each field as quizgen wrote it.
    """

    model_config = ConfigDict(frozen=True)

    question: Question
    deck: str
    written: dict[str, str]


@dataclass(frozen=True)
class Note:
    """A note as it will stand in Anki. ``fields`` by name, ``Data`` and personal ones left out."""

    guid: str
    note_type: str
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    question: Question

    @property
    def stem(self) -> str:
        return self.question.stem


def note_of(question: Question, *, typed: bool = False) -> Note:
    """The note of a question. ``typed``: the answer is to be typed.

    Raises ``DeckError`` for a cloze without a deletion, or an id that cannot be one.
    """
    kind = NAMES[question.style]
    fields = {FIRST[kind]: _stem(question), **_common(question), "Typed": "1" if typed else ""}
    return Note(note_guid(question.id), kind, fields, tags_of(question), question)


def data_of(note: Note, deck: str) -> str:
    """The field ``Data`` of a note: JSON in which nothing can be markup."""
    written = {name: checksum(value) for name, value in note.fields.items() if value}
    record = Record(question=note.question, deck=deck, written=written)
    return _harmless(record.model_dump_json(exclude_defaults=True))


def record_of(data: str) -> Record:
    """The field ``Data``, read. Raises ``DeckError`` where it is not what quizgen wrote."""
    try:
        return Record.model_validate_json(unescape(data))
    except ValidationError as error:
        raise DeckError("a note's field Data is damaged", remedy="Build the deck again.") from error


def checksum(value: str) -> str:
    """Of what a field says, not of how it is spelled: Anki's editor writes the same text with other references."""
    return f"{zlib.crc32(unescape(value).encode()):08x}"


def _common(question: Question) -> dict[str, str]:
    article, evidence = question.article, question.evidence
    return {
        "Answer": escape(question.answer),
        "Accepted": _lines(question.accepted),
        "Options": "".join(f"<li>{escape(option)}</li>" for option in question.options or ()),
        "Context": escape(question.context or _context(question)),
        "Source": marked(
            evidence.text, _within(question, evidence.answer_start), _within(question, evidence.answer_end)
        ),
        "Attribution": _attribution(question),
        "Title": escape(article.title or ""),
        "Outlet": escape(article.outlet or ""),
        "Date": _date(article.date, question.language),
        "URL": link(article.url),
        "Kind": escape(question.kind),
        "Id": escape(question.id),
        "Language": escape(question.language),
        "Picture": "",
    }


def _stem(question: Question) -> str:
    if question.style != "cloze":
        return escape(question.stem)
    token = f"[{question.hint}]" if question.hint else None
    at = question.stem.find(token) if token else -1
    if token is None or at < 0:
        found = _AFTER_THE_STEM.search(question.stem)
        if found is None:
            raise DeckError(
                f"the cloze {question.id} has no deletion: {question.stem}", remedy="Write it once, as [hint]."
            )
        at, token = found.start(), found[0]
    hint = f"::{escape_in_cloze(token[1:-1])}" if token[1:-1].strip() else ""
    before, after = question.stem[:at], question.stem[at + len(token) :]
    return f"{escape(before)}{{{{c1::{escape_in_cloze(question.answer)}{hint}}}}}{escape(after)}"


def _within(question: Question, offset: int | None) -> int | None:
    return None if offset is None else offset - question.evidence.start


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(escape(text) for text in texts)


def _context(question: Question) -> str:
    article = question.article
    # Not the title, which may say the answer.
    return " · ".join(part for part in (article.outlet, _plain_date(article.date, question.language)) if part)


def _attribution(question: Question) -> str:
    if not question.attribution:
        return ""
    return escape(_words(question.language).get("attribution", "{speaker}").replace("{speaker}", question.attribution))


def _date(date: datetime.date | None, language: str) -> str:
    return escape(_plain_date(date, language))


@lru_cache(maxsize=4096)
def _plain_date(date: datetime.date | None, language: str) -> str:
    """A date as one writes it in the language: *1er juin 2022*; ISO where Babel does not know the language."""
    if date is None:
        return ""
    from babel import UnknownLocaleError
    from babel.dates import format_date

    try:
        text = format_date(date, "long", locale=language)
    except (UnknownLocaleError, ValueError):
        return date.isoformat()
    first = _words(language).get("first_of_month")
    return re.sub(r"(?<!\d)1(?!\d)", first, text, count=1) if first and date.day == 1 else text


@lru_cache(maxsize=16)
def _words(language: str) -> dict[str, Any]:
    from quizgen.languages.lexicon import lexicon

    try:
        return lexicon(language, "cards")
    except (FileNotFoundError, NotADirectoryError, ModuleNotFoundError):
        return {}


def _harmless(text: str) -> str:
    """JSON whose strings hold nothing that HTML or Anki would read as markup, or would write differently."""
    if not unicodedata.is_normalized("NFC", text):
        text = json.dumps(json.loads(text), separators=(",", ":"))
    return _INSIDE_STRINGS.sub(_quoted, text.translate(_NOT_IN_JSON))


_INSIDE_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"')
_BRACKETS = re.compile(r"[\[\]{}]|::")


def _quoted(match: re.Match[str]) -> str:
    text = match[0]
    return _BRACKETS.sub(lambda m: "".join(f"\\u{ord(c):04x}" for c in m[0]), text) if _BRACKETS.search(text) else text
