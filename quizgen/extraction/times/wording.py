"""TIMEX3 values as a reader of a language writes them: *le 25 juin 2022*, *en juin 2022*."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from quizgen.languages.lexicon import lexicon

_VALUE = re.compile(
    r"(?!0000)(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T(?:(?P<part>[A-Z]{2})|(?P<hour>\d\d):(?P<minute>\d\d)))?)?"
    r"|-(?P<sub>SP|SU|FA|WI|[QH]\d))?|(?P<decade>\d{3})|(?P<century>\d{2})"
)


def readable(value: str, locale: str) -> str | None:
    """A resolved date as a reader writes it: ``2022-06-25`` → *le 25 juin 2022*, ``2022-06`` → *juin 2022*.

    None for what is no date, is not resolved or is not in the calendar. ``locale`` as Babel has it.
    """
    return _worded(value, locale, "plain")


def with_preposition(value: str, locale: str) -> str | None:
    """The same as an adverbial: *le 25 juin 2022*, *en juin 2022*, *en 2022*; None where ``readable`` has none."""
    return _worded(value, locale, "adverbial")


def _worded(value: str, locale: str, form: str) -> str | None:
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    parts = {name: text for name, text in match.groupdict().items() if text is not None}
    table = lexicon(re.split("[-_]", locale)[0], "times")["readable"]
    name = _grain(parts)
    key = parts.get("part") or parts.get("sub") or ""
    template: str | None = table[form].get(f"{name}_{key}") or table[form].get(name)
    try:
        return template.format_map(_fields(parts, locale, table)) if template else None
    except ValueError:  # a day that the calendar does not have
        return None


def _grain(parts: Mapping[str, str]) -> str:
    order = ("hour", "part", "day", "month", "sub", "decade", "century", "year")
    return next(name for name in order if name in parts)


def _fields(parts: Mapping[str, str], locale: str, table: Mapping[str, Any]) -> dict[str, str]:
    fields = {"year": parts.get("year", ""), "decade": parts.get("decade", "")}
    if "month" in parts:
        from babel.dates import format_date  # here, so that finding times does not wait for it

        date = datetime.date(int(parts["year"]), int(parts["month"]), int(parts.get("day", 1)))
        fields["month"] = format_date(date, table["month"], locale=locale)
        fields["day"] = _day(format_date(date, table["day"], locale=locale), table)
    if "hour" in parts:
        clock = f"{int(parts['hour'])}", parts["minute"]
        fields["clock"] = table["clock" if clock[1] != "00" else "clock_whole"].format(hour=clock[0], minute=clock[1])
    if "century" in parts:
        fields["century"] = _roman(int(parts["century"]) + 1)
    return fields


def _day(words: str, table: Mapping[str, Any]) -> str:
    number, _, rest = words.partition(" ")
    return f"{table['days'].get(number, number)} {rest}"


def _roman(number: int) -> str:
    written = ""
    for value, digits in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, number = divmod(number, value)
        written += digits * count
    return written
