"""Bytes become text: UTF-8 with or without byte order mark, UTF-16, Windows-1252. Nothing is ever guessed away."""

from __future__ import annotations

import codecs
import re

from quizgen.errors import SourceError

_SAVE_AS_TEXT = "Save the article as plain text (.txt), Markdown (.md) or a web page (.html)."
_SAVE_AS_UTF8 = "Save it again as UTF-8."
_KNOWN_BINARY = {b"%PDF": "a PDF", b"PK\x03\x04": "a zip archive or an office document", b"{\\rtf": "an RTF document"}
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes, file: str, *, page: bool = False) -> str:
    """The text that ``data`` encodes, byte order mark removed, nothing else changed.

    In: the bytes of one file, its name for messages, and whether it is a web page, which may declare
    its encoding. Raises SourceError for a file that is empty, binary or damaged.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise SourceError("The file is empty", file=file, remedy="Put the article's text in it, or leave it out.")
    for magic, kind in _KNOWN_BINARY.items():
        if data.startswith(magic):
            raise SourceError(f"This is {kind}, not text", file=file, remedy=_SAVE_AS_TEXT)
    marked = _decode_marked(data, file)
    text = marked if marked is not None else _decode_wide(data) or _decode_plain(data, file, page)
    if not text.strip():
        raise SourceError("The file is empty", file=file, remedy="Put the article's text in it, or leave it out.")
    _refuse_binary(text, file)
    return text


def _decode_marked(data: bytes, file: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                line = data[: error.start].decode(encoding, "ignore").count("\n") + 1
                raise SourceError(
                    f"The file is marked as {encoding} but is damaged", file=file, line=line, remedy=_SAVE_AS_UTF8
                ) from None
    return None


def _decode_wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in European text every second byte is nearly always zero."""
    half = len(data) // 2
    if len(data) % 2 or not half:
        return None
    for encoding, zeros, others in (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2])):
        if zeros.count(0) > 0.7 * half and others.count(0) < 0.02 * half:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _decode_plain(data: bytes, file: str, page: bool) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        damage = error
    declared = _declared(data) if page else None
    if declared is None and _is_mostly_utf8(data):
        line = data.count(b"\n", 0, damage.start) + 1
        raise SourceError("The file is UTF-8 text with a damaged character", file=file, line=line, remedy=_SAVE_AS_UTF8)
    for encoding in (declared, "cp1252"):
        try:
            return data.decode(encoding or "cp1252")
        except (UnicodeDecodeError, LookupError):
            continue
    raise SourceError("This is a binary file, not text", file=file, remedy=_SAVE_AS_TEXT)


def _declared(data: bytes) -> str | None:
    """The encoding a page declares; ISO 8859-1 means Windows-1252 there (WHATWG Encoding Standard, 4.2)."""
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    name = match.group(1).decode("ascii").lower()
    return "cp1252" if name in {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii"} else name


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether bytes above 127 mostly form UTF-8 sequences, which they hardly ever do in Windows-1252."""
    in_sequences = sum(len(match.group()) for match in _MULTIBYTE.finditer(data))
    high = sum(map(data.count, (bytes([value]) for value in range(0x80, 0x100))))
    return in_sequences > 0.5 * high


def _refuse_binary(text: str, file: str) -> None:
    zero = text.find("\0")
    if zero >= 0:
        line = text.count("\n", 0, zero) + 1
        raise SourceError("This is a binary file: it has a NUL character", file=file, line=line, remedy=_SAVE_AS_TEXT)
    if len(_CONTROL.findall(text)) > len(text) / 100:
        raise SourceError("This is a binary file, not text", file=file, remedy=_SAVE_AS_TEXT)
