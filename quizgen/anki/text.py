"""Text from an article → a field of Anki, in which it can never be markup.

Fields are HTML, and Anki looks in them for clozes, sounds, LaTeX and typed answers besides. Brackets and
braces are therefore written as character references: shown as typed, found by no parser.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

# Characters that are not text (controls, halves of surrogate pairs, non-characters) or that turn the
# direction of what follows, so that a card could show other words than it holds.
_DROPPED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_DROP = re.compile(f"[{_DROPPED}]")
_SPACES = re.compile(r"[\t\r\n\x85\u2028\u2029]+")
_SPECIAL = re.compile(f'[{_DROPPED}\t\r\n\u2028\u2029&<>"\\[\\]{{}}\\\\]|::')
_MARKUP = re.compile(r"""[&<>"\[\]{}\\]|::|(?<=:):""")
_ALWAYS_TEXT = {char: f"&#{ord(char)};" for char in "[]{}\\"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_WEB = frozenset({"http", "https"})


def clean(text: str) -> str:
    """Text as one line without characters that are not text, in the normal form that Anki keeps (NFC)."""
    return unicodedata.normalize("NFC", _DROP.sub("", _SPACES.sub(" ", text)))


def escape(text: str) -> str:
    """Text as the HTML of a field: what a reader sees is the text, whatever stands in it."""
    if _SPECIAL.search(text) is None and unicodedata.is_normalized("NFC", text):
        return text
    return _MARKUP.sub(_reference, clean(text))


def escape_in_cloze(text: str) -> str:
    """Text inside a deletion, where a colon could also begin the hint."""
    return escape(text).replace(":", "&#58;")


def marked(text: str, start: int, end: int) -> str:
    """Text as the HTML of a field with ``[start, end)`` marked; unmarked where these are not a part of it."""
    if not 0 <= start < end <= len(text):
        return escape(text)
    before, answer, after = text[:start], text[start:end], text[end:]
    return f"{escape(before)}<mark>{escape(answer)}</mark>{escape(after)}"


def link(url: str | None) -> str:
    """An address as the HTML of an attribute; empty where it is not a page on the web."""
    if url is None:
        return ""
    address = _SPACES.sub("", _DROP.sub("", url)).strip()
    return escape(address.replace(" ", "%20")) if _is_web(address) else ""


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme.lower() in _WEB and bool(parts.netloc)


def _reference(match: re.Match[str]) -> str:
    found = match[0]
    return _ALWAYS_TEXT.get(found) or "&#58;" * len(found)
