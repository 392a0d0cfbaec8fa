"""Readers of all but dates: distances, durations, recurrence, clock times, parts of a day."""

from __future__ import annotations

import datetime

from quizgen.extraction.times.arithmetic import granular, same_week, shift
from quizgen.extraction.times.durations import duration
from quizgen.extraction.times.matching import Found
from quizgen.extraction.times.resolving import Reader, Reading, Resolver
from quizgen.extraction.times.years import any_of, with_part

_UNRESOLVED = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX"}


def read_shift(resolver: Resolver, found: Found) -> Reading | None:
    """So many units before or after publication, or after the last day named (``anchor = "reference"``)."""
    anchored = found.get("anchor") == "reference"
    base = resolver.recent(found) if anchored else resolver.published
    unit = any_of(found, "unit", "unit2") or "D"
    written = found.get("n")
    count = resolver.lexicon.number(str(written)) if written is not None else 1
    sign = int(found.get("rel", 0))
    if found.get("offset") is not None:
        written, sign = str(abs(found.get("offset"))), _sign(found.get("offset"))
        count = float(written)
    if sign == 0:
        count = 0.0
    if base is None or count is None or _multiplied(unit) is None or count != int(count):
        return Reading(_vague(unit, sign, vague=count is None or base is not None), True)
    factor, plain = _multiplied(unit) or (1, "D")
    if plain == "WE" and count * sign == 0 and _over(resolver, found, base):
        sign, count = -1, 1.0
    date = shift(base, sign * int(count) * factor, plain)
    if date is None:
        return None
    grain = found.get("grain", plain)
    if found.get("weekday"):
        date = same_week(date, found.get("weekday")) or date
        grain = "D"
    value, kind = with_part(granular(date, grain), found)
    near = _approximate(resolver, found, int(count), plain) or (anchored and resolver.same_paragraph(found) is None)
    return Reading(value, True, kind, date if grain == "D" and not near else None, about=near)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _approximate(resolver: Resolver, found: Found, count: int, unit: str) -> bool:
    """Whether a distance is hedged, or is a round number of years."""
    hedged = resolver.lexicon.pattern("approximate", "pattern").search(resolver.folded, found.start, found.end)
    return hedged is not None or (unit == "Y" and count >= 10 and count % 5 == 0)


def _over(resolver: Resolver, found: Found, base: datetime.date) -> bool:
    """Whether *this weekend* is the one before: said in the past tense early in the week."""
    return base.isoweekday() < 5 and resolver.tense_at(found.start) == "past"


def _multiplied(unit: str) -> tuple[int, str] | None:
    factor, plain = unit.rstrip("DWMYQHEC"), unit.lstrip("0123456789")
    return None if plain.startswith("T") else (int(factor or 1), plain)


def _vague(unit: str, sign: int, *, vague: bool) -> str:
    if not vague and sign == 0 and unit in _UNRESOLVED:
        return _UNRESOLVED[unit]
    return {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[sign]


def read_duration(resolver: Resolver, found: Found) -> Reading | None:
    """So many units; a vague number gives ``PXY``."""
    value = duration(found, resolver.lexicon)
    return Reading(value, type="DURATION") if value else None


def read_set(resolver: Resolver, found: Found) -> Reading | None:
    """What recurs: every unit, weekday, month, season or part of the day."""
    number, part = any_of(found, "weekday", "weekday2"), any_of(found, "part", "part2")
    month, season = found.get("month"), any_of(found, "season", "season2")
    day = f"XXXX-WXX-{number}" if number else f"XXXX-{month:02}" if month else f"XXXX-{season}" if season else None
    if part:
        return Reading(f"{day or 'XXXX-XX-XX'}T{part}", type="SET")
    if day:
        return Reading(day, type="SET")
    value = duration(found, resolver.lexicon)
    return Reading(value, type="SET") if value else None


def read_last_units(resolver: Resolver, found: Found) -> Reading | None:
    """*the last ten days*: as long as it says, ``PXD`` where it does not."""
    values = dict(found.values)
    values["n"] = any_of(found, "n", "n2") or ""
    values.pop("n2", None)
    value = duration(Found(found.rule, found.start, found.end, values), resolver.lexicon)
    return Reading(value, True, "DURATION") if value else None


def read_clock(resolver: Resolver, found: Found) -> Reading | None:
    """A time of day, on the day named beside or before it, else on the day of publication."""
    hour, minute = _hour(resolver, found)
    if hour is None or hour > 24 or minute > 59:
        return None
    day = _day_beside(resolver) or resolver.same_paragraph(found) or resolver.published
    stem = day.isoformat() if day else "XXXX-XX-XX"
    return Reading(f"{stem}T{hour:02}:{minute:02}", True, "TIME")


def _hour(resolver: Resolver, found: Found) -> tuple[int | None, int]:
    if found.get("noon") is not None:
        base = int(found.get("noon"))
        return base // 60, base % 60 + int(found.get("past", 0))
    hour = resolver.lexicon.number(str(found.get("h")))
    minute = found.get("past") or resolver.lexicon.number(str(found.get("m", 0))) or 0
    if hour is None:
        return None, 0
    afternoon = found.get("part") in ("AF", "EV") and hour < 12
    total = int(hour + 12 * afternoon) * 60 + int(minute)
    return total // 60, total % 60


def _day_beside(resolver: Resolver) -> datetime.date | None:
    """The day named right after a clock time (*at 8, Tuesday*)."""
    if resolver.index + 1 >= len(resolver.found):
        return None
    here, after = resolver.found[resolver.index], resolver.found[resolver.index + 1]
    gap = resolver.folded[here.end : min(after.start, here.end + 9)]
    if after.rule.read not in ("date", "shift") or not resolver.lexicon.pattern("joins", "beside").fullmatch(gap):
        return None
    resolver.index += 1
    reading = resolver.readers[after.rule.read](resolver, after)
    resolver.index -= 1
    return reading.day if reading else None


def read_part(resolver: Resolver, found: Found) -> Reading | None:
    """A part of the last day named, else of the day of publication."""
    anchored = found.get("anchor") == "reference"
    day = resolver.recent(found) or (None if anchored else resolver.published)
    stem = day.isoformat() if day else "XXXX-XX-XX"
    near = anchored and resolver.same_paragraph(found) is None
    return Reading(f"{stem}T{any_of(found, 'part', 'part2', 'part3')}", True, "TIME", about=near)


def read_fixed(resolver: Resolver, found: Found) -> Reading | None:
    """A value that the rule, or the word, gives."""
    value = found.get("value")
    vague = value.endswith("_REF")
    return Reading(value, vague or "X" in value, "TIME" if vague else "DATE")


READERS: dict[str, Reader] = {
    "shift": read_shift,
    "duration": read_duration,
    "last_units": read_last_units,
    "set": read_set,
    "clock": read_clock,
    "part": read_part,
    "fixed": read_fixed,
}
