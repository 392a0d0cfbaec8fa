"""What agencies write around the news: datelines, bullets, subheads between dashes, the writers' initials at the end.

All are set aside by where a paragraph begins and ends: the text stays verbatim, offsets point into all of it.
"""

from __future__ import annotations

import re

from quizgen.article import Span

_PLACE = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|du|la|le|les|of|the))*"
_LOUD = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /][A-ZÀ-Þ'’.-]+){0,4}"
_BRACKET = r"\([^()\n]{2,40}\)"
_DAY = r"(?:le )?\d{1,2}(?:er)? [a-zà-ÿ]{3,9}\.?(?: \d{4})?"
_WEEKDAY = r"[A-Za-zÀ-ÿ]{4,10}"
_DASH = r"\.?\s?[-–—]{1,2}\s"
_SIGNED = r"\((?:[A-Za-zÀ-ÿ]{2,9}\.?)(?:[/, -]{1,2}[\w.]{2,12}){0,3}\)"
# A town alone must be in capitals; a town in small letters comes with a day or with the agency in brackets.
_DATELINES = (
    rf"{_LOUD}(?:, {_PLACE})?(?: {_BRACKET})?(?:, {_DAY})?(?: {_BRACKET})?{_DASH}",
    rf"{_PLACE}(?:, {_PLACE})?(?: {_BRACKET})?, {_DAY}(?: {_BRACKET})?{_DASH}",
    rf"{_PLACE}(?:, {_PLACE})?(?: {_BRACKET})? {_SIGNED}{_DASH}",
    rf"{_SIGNED}(?:{_DASH}|\s)",
    rf"(?:{_WEEKDAY} )?{_DAY}{_DASH}",
)
_DATELINE = re.compile(rf"(?:{'|'.join(_DATELINES)})(?=[A-ZÀ-Þ\d«\"“])")
# At the very beginning of a text a town in small letters may stand alone: *Faro, Portugal. – *.
_OPENING = re.compile(rf"{_PLACE}(?:, {_PLACE})?(?: {_BRACKET})?\.?\s[–—-]\s(?=[A-ZÀ-Þ\d«\"“])")
# Readers of Markdown have stepped over the first dash already.
_SUBHEAD = re.compile(r"(?:[-–—•*]\s?)?[^-–—.!?\n]{2,80}\s[-–—•*]")
_BULLET = re.compile(r"[•●▪■►‣◦·]\s*(?=[«\"“\w])")  # a dash may open a dialogue
_INITIALS = r"[a-z]{2,6}(?:-[a-z]{2,6})*"
_SIGNATURE = re.compile(rf"(?:\A|(?<=[.!?…»”\")])\s*)(?:{_INITIALS}/)+{_INITIALS}\s*\Z")


def without_wrapping(text: str, span: Span) -> Span | None:
    """The paragraph ``span`` of ``text`` without its dateline (*PARIS (AFP) - *), bullet and signature (*abc-def/gh*).

    None where nothing else is in it, as in a subhead (*- Usages -*). A dateline's form is that of the agencies' style
    guides: the town, its country where few know it, the day, the agency, a dash.
    """
    if _SUBHEAD.fullmatch(span.of(text).strip()):
        return None
    signed = _SIGNATURE.search(span.of(text))
    end = span.start + signed.start() if signed else span.end
    found = _DATELINE.match(text, span.start, end) or _BULLET.match(text, span.start, end)
    if found is None and not text[: span.start].strip():
        found = _OPENING.match(text, span.start, end)
    start = found.end() if found else span.start
    return Span(start=start, end=end) if start < end else None
