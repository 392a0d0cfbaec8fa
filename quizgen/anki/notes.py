"""A question → a note: the fields of its note type, filled; and back."""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any
from zlib import crc32

from pydantic import BaseModel, ConfigDict, ValidationError

from quizgen.anki.identity import note_guid
from quizgen.anki.note_types import NAMES
from quizgen.anki.pictures import country_of, picture_field
from quizgen.anki.tags import tags_of
from quizgen.anki.text import escape, escape_in_cloze, link, marked
from quizgen.errors import DeckError
from quizgen.questions import ArticleRef, Evidence, Question

FIRST = {"question": "Stem", "cloze": "Text", "choice": "Stem"}
# These belong to the person who reviews; quizgen writes them empty and never again.
PERSONAL = frozenset({"Note to self", *(f"Spare {n}" for n in range(1, 7))})
_AFTER_THE_STEM = re.compile(r"\[[^\[\]]*\]")


class Record(BaseModel):
    """What the field ``Data`` holds: enough to make the question again and to tell what a person edited.

    ``deck``: the permanent name of the deck. ``written``: a checksum of each field as quizgen wrote it.
    """

    model_config = ConfigDict(frozen=True)

    question: Question
    deck: str
    written: dict[str, int]


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it will stand in Anki. ``fields`` by name, ``Data`` and personal ones left out.

    ``map``: the code of the country whose map it shows.
    """

    guid: str
    note_type: str
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    question: Question
    map: str | None = None

    @property
    def stem(self) -> str:
        return self.question.stem


def note_of(question: Question, *, typed: bool = False, maps: bool = False) -> Note:
    """The note of a question. ``typed``: an open answer is to be typed. ``maps``: a map shows a country.

    Raises ``DeckError`` for a cloze without a deletion, or an id that cannot be one.
    """
    kind = NAMES[question.style]
    code = country_of(question) if maps else None
    fields = {
        FIRST[kind]: _stem(question),
        **_common(question),
        "Typed": "1" if typed and question.style == "open" else "",
        "Picture": picture_field(question, code) if code else "",
    }
    return Note(note_guid(question.id), kind, fields, tags_of(question), question, code)


def data_of(note: Note, deck: str) -> str:
    """The field ``Data`` of a note: JSON of a ``Record`` in which nothing can be markup."""
    written = ",".join([f'"{name}":{crc32(value.encode())}' for name, value in note.fields.items() if value])
    question = note.question.model_dump_json(exclude_defaults=True)
    return _harmless(f'{{"question":{question},"deck":{json.dumps(deck)},"written":{{{written}}}}}')


def record_of(data: str) -> Record:
    """The field ``Data``, read. Raises ``DeckError`` where it is not what quizgen wrote."""
    try:
        return Record.model_validate_json(unescape(data))
    except ValidationError as error:
        raise DeckError("a note's field Data is damaged", remedy="Build the deck again.") from error


def checksum(value: str) -> int:
    """Of a field, to tell later whether a person edited it."""
    return crc32(value.encode())


def _common(question: Question) -> dict[str, str]:
    options = [f"<li>{escape(option)}</li>" for option in question.options or ()]
    return {
        "Answer": escape(question.answer),
        "Accepted": "<br>".join([escape(text) for text in question.accepted]),
        "Options": "".join(options),
        "Context": escape(question.context or _context(question)),
        "Source": _source(question.evidence),
        "Attribution": _attribution(question),
        **_reference(question.article, question.language),
        "Kind": escape(question.kind),
        "Id": escape(question.id),
        "Language": escape(question.language),
    }


@lru_cache(maxsize=256)
def _reference(article: ArticleRef, language: str) -> dict[str, str]:
    return {
        "Title": escape(article.title or ""),
        "Outlet": escape(article.outlet or ""),
        "Date": escape(_date(article.date, language)),
        "URL": link(article.url),
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


def _source(evidence: Evidence) -> str:
    if evidence.answer_start is None or evidence.answer_end is None:
        return escape(evidence.text)
    return marked(evidence.text, evidence.answer_start - evidence.start, evidence.answer_end - evidence.start)


def _context(question: Question) -> str:
    article = question.article
    # Not the title, which may say the answer.
    return " · ".join(part for part in (article.outlet, _date(article.date, question.language)) if part)


def _attribution(question: Question) -> str:
    if not question.attribution:
        return ""
    return escape(_words(question.language).get("attribution", "{speaker}").replace("{speaker}", question.attribution))


def _date(date: datetime.date | None, language: str) -> str:
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


# Characters of markup, and brackets inside a string: those of JSON itself come first, or after a name.
_UNSAFE = re.compile(r"""[<>&\x7f\u2028\u2029\[{](?<!\A{)(?<![^\\]":[\[{])""")


def _harmless(text: str) -> str:
    """JSON whose strings hold nothing that HTML or Anki would read as markup, or would write differently."""
    if not unicodedata.is_normalized("NFC", text):
        text = json.dumps(json.loads(text), separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
