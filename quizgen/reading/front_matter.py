"""YAML front matter: what a text file states about the article before its body. All of it is optional."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from quizgen.errors import SourceError

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_LOOKS_LIKE_A_FIELD = re.compile(r"\s*(?:#[^\n]*\n\s*)*[A-Za-z_]+[ \t]*:(?:\s|$)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*")
_FIELDS = ("title", "outlet", "url", "language", "date")
_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True)
class Metadata:
    """What a source states about its article; None where it is silent."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    date: datetime.date | None = None


@dataclass(frozen=True)
class _Field:
    value: str
    line: int


def split(text: str, file: str) -> tuple[Metadata, str]:
    """The metadata and the body, verbatim from its first line that is not blank.

    A text without front matter is all body. Raises SourceError, with the line, for front matter that
    is not closed, is not YAML, or states a date or a language that is none.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return Metadata(), text
    newlines = text.replace("\r\n", " \n").replace("\r", "\n")
    closing = _CLOSING.search(newlines, opening.end())
    block = newlines[opening.end() : closing.start() if closing else None]
    if closing is None or not _LOOKS_LIKE_A_FIELD.match(block):
        return _no_front_matter(text, block, file, closed=closing is not None)
    return _metadata(_fields(block, file), file), _without_leading_blank_lines(text[closing.end() :])


def _no_front_matter(text: str, block: str, file: str, *, closed: bool) -> tuple[Metadata, str]:
    """A line of dashes at the top may be a mere rule; but a field below it shows what was meant."""
    if not closed and _LOOKS_LIKE_A_FIELD.match(block):
        raise SourceError("The front matter is not closed", file=file, line=1, remedy="End it with a line ---.")
    if closed and not block.strip():
        end = _CLOSING.search(text, 3)
        return Metadata(), _without_leading_blank_lines(text[end.end() :] if end else text)
    return Metadata(), text


def _without_leading_blank_lines(body: str) -> str:
    return re.sub(r"\A(?:[ \t]*(?:\r\n|\r|\n))+", "", body)


def _fields(block: str, file: str) -> dict[str, _Field]:
    """The fields quizgen knows, with their lines. Other fields are the author's own and left alone."""
    from yaml import MappingNode, SafeLoader, YAMLError, compose

    try:
        root = compose(block, Loader=SafeLoader)
    except RecursionError:
        raise SourceError("The front matter is nested too deeply", file=file, line=2, remedy=_remedy("title")) from None
    except YAMLError as error:
        raise _not_yaml(error, file) from None
    if not isinstance(root, MappingNode):
        raise SourceError("The front matter is not a list of fields", file=file, line=2, remedy=_remedy("title"))
    found: dict[str, _Field] = {}
    for key, value in root.value:
        name, line = str(key.value), key.start_mark.line + 2
        if name not in _FIELDS or value.tag == _NULL:
            continue
        if name in found:
            raise SourceError(f"The field {name} stands twice", file=file, line=line, remedy="Keep one of them.")
        if not isinstance(value.value, str):
            raise SourceError(f"The field {name} must be one text", file=file, line=line, remedy=_remedy(name))
        found[name] = _Field(value.value.strip(), line)
    return found


def _not_yaml(error: Exception, file: str) -> SourceError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be read"
    return SourceError(
        f"The front matter is not YAML: {problem}",
        file=file,
        line=None if mark is None else mark.line + 2,
        remedy='Put a value that has a colon or a quotation mark between quotes: title: "Sommet : un accord".',
    )


def _remedy(name: str) -> str:
    examples = {"date": "2022-06-25", "language": "fr", "url": "https://example.org/article"}
    return f"Write for example {name}: {examples.get(name, 'Text')}"


def _metadata(fields: dict[str, _Field], file: str) -> Metadata:
    plain = {name: fields[name].value or None for name in ("title", "outlet", "url") if name in fields}
    return Metadata(**plain, language=_language(fields.get("language"), file), date=_date(fields.get("date"), file))


def _date(field: _Field | None, file: str) -> datetime.date | None:
    """A date, or the day of a date and time, in ISO 8601."""
    if field is None or not field.value:
        return None
    try:
        return datetime.datetime.fromisoformat(field.value).date()
    except ValueError:
        raise SourceError(
            f"'{field.value}' is not a date", file=file, line=field.line, remedy="Write it as date: 2022-06-25"
        ) from None


def _language(field: _Field | None, file: str) -> str | None:
    """The primary subtag of a language tag (BCP 47): ``fr`` of ``fr-CA``."""
    if field is None or not field.value:
        return None
    if not _LANGUAGE.fullmatch(field.value):
        raise SourceError(
            f"'{field.value}' is not a language code", file=file, line=field.line, remedy=_remedy("language")
        )
    return re.split("[-_]", field.value)[0].lower()
