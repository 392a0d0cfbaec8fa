"""A saved web page becomes metadata and body text, by trafilatura. Only importer of it."""

from __future__ import annotations

import datetime
import logging
import re

from quizgen.errors import SourceError
from quizgen.reading.front_matter import Metadata

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_REMEDY = "Copy the article's text into a .txt or .md file instead."
# Dates are read from what the page declares, never searched for in its text; the bounds make the
# result independent of the day on which a page is read.
_DATES = {"extensive_search": False, "original_date": True, "min_date": "1980-01-01", "max_date": "2999-12-31"}


def read_page(html: str, file: str) -> tuple[Metadata, str]:
    """What the page states about its article, and the article's text, a line per paragraph.

    Raises SourceError where no article can be found in the page.
    """
    from trafilatura import bare_extraction

    _silence()
    try:
        found = bare_extraction(
            html, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=_DATES
        )
    except (ValueError, RecursionError, AssertionError):
        found = None
    body = "" if found is None else getattr(found, "text", None) or ""
    if not body.strip():
        raise SourceError("No article was found in this page", file=file, remedy=_REMEDY)
    return _metadata(found, html), body


def _silence() -> None:
    """Messages of libraries are not for readers; a handler that drops them keeps them off the screen."""
    for name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _metadata(found: object, html: str) -> Metadata:
    saved = _SAVED_FROM.search(html[:2000])
    return Metadata(
        title=_text(found, "title"),
        outlet=_text(found, "sitename"),
        url=_text(found, "url") or (saved.group(1) if saved else None),
        date=_date(_text(found, "date")),
    )


def _text(found: object, name: str) -> str | None:
    value = getattr(found, name, None)
    return value.strip() or None if isinstance(value, str) else None


def _date(value: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
