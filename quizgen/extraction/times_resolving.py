"""Matches to TIMEX3 values: what each says, against the publication date, the tense and dates said before."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from quizgen.extraction.times_calendar import (
    century_of_two_digits,
    easter,
    granular,
    made,
    nearest_year,
    same_week,
    shift,
    weekday,
)
from quizgen.extraction.times_durations import duration
from quizgen.extraction.times_lexicon import TimeLexicon, TimeType
from quizgen.extraction.times_matching import Found
from quizgen.extraction.times_tense import Sentences, TenseAt

_DIRECTIONS = {"past": -1, "future": 1, "present": 0, None: 0}
# Beyond this many characters a clock time or *the next day* no longer refers to the last date named.
_MEMORY = 800
_UNRESOLVED = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX"}


class Reading(NamedTuple):
    """What a match means. ``day``: the calendar day it lies in, to which later expressions may refer."""

    value: str
    relative: bool = False
    type: TimeType = "DATE"
    day: datetime.date | None = None
    year: int | None = None


@dataclass
class Resolver:
    """Reads matches in order of the text, remembering the last day and year named."""

    lexicon: TimeLexicon
    published: datetime.date | None
    sentences: Sentences
    tense_at: TenseAt
    folded: str
    found: list[Found]
    reference: datetime.date | None = None
    reference_at: int = -1
    year: int | None = None
    year_sentence: int = -1
    index: int = 0
    shared: dict[int, Found] = field(init=False)

    def __post_init__(self) -> None:
        self.shared = self._sharing()

    def read(self, index: int) -> Reading | None:
        """What the match at ``index`` means; None where it turns out to be no time."""
        self.index = index
        found = self.found[index]
        reading = _READERS[found.rule.read](self, found)
        if reading is not None:
            self._remember(found, reading)
        return reading

    def _remember(self, found: Found, reading: Reading) -> None:
        if reading.day is not None:
            self.reference, self.reference_at = reading.day, found.end
        if reading.year is not None:
            self.year, self.year_sentence = reading.year, self.sentences.around(found.start)[0]

    def _sharing(self) -> dict[int, Found]:
        """Dates without month or year that are joined to a later date that has them (*from the 3rd to 6 March*)."""
        shared: dict[int, Found] = {}
        for index in range(len(self.found) - 2, -1, -1):
            here, after = self.found[index], self.found[index + 1]
            if here.rule.read == after.rule.read == "date" and here.get("day") and self.joined(here, after):
                source = shared.get(index + 1, after)
                if source.get("month") and (after.get("day") or not here.get("month")):
                    shared[index] = source
        return shared

    def joined(self, here: Found, after: Found) -> bool:
        """Whether only a conjunction or a preposition stands between two matches."""
        gap = self.folded[here.end : min(after.start, here.end + 24)]
        return after.start - here.end < 24 and self.lexicon.joins.fullmatch(gap) is not None

    def recent(self, found: Found) -> datetime.date | None:
        """The last day named, where it is near enough to be meant."""
        return self.reference if found.start - self.reference_at <= _MEMORY else None

    def same_paragraph(self, found: Found) -> datetime.date | None:
        """The last day named in this paragraph: what a clock time is on."""
        near = self.recent(found)
        return near if near and self.folded.find("\n", self.reference_at, found.start) < 0 else None

    def sentence_year(self, found: Found) -> int | None:
        return self.year if self.sentences.around(found.start)[0] == self.year_sentence else None

    def direction(self, found: Found) -> int:
        """-1 for the past, 1 for the future, 0 where the tense says nothing."""
        ahead = self.lexicon.pattern("tense", "ahead").search(self.folded, max(0, found.start - 30), found.start)
        return 1 if ahead else _DIRECTIONS[self.tense_at(found.start)]


def _any(found: Found, *names: str) -> Any:
    """The first of some groups that took part: alternatives in a pattern have names of their own."""
    return next((value for name in names if (value := found.get(name)) is not None), None)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _with_part(day: str, found: Found) -> tuple[str, TimeType]:
    part = found.get("part")
    return (f"{day}T{part}", "TIME") if part else (day, "DATE")


def read_date(resolver: Resolver, found: Found) -> Reading | None:
    """Any of weekday, day, month and year, with a direction (*last*, *next*) or a part of the day."""
    month = found.get("month") or _shared(resolver, "month")
    if month is None:
        return _read_weekday(resolver, found) if found.get("weekday") else _read_year(resolver, found)
    day = int(resolver.lexicon.number(str(found.get("day"))) or 0) or None if found.get("day") else None
    if found.get("day") and (day is None or day > 31):
        return None
    explicit = _explicit_year(resolver, found)
    year = explicit or _year_of(resolver, found, month, day)
    if day is None:
        value = f"{year or 'XXXX'}-{month:02}" if year is None else f"{year:04}-{month:02}"
        return Reading(value, explicit is None, year=explicit)
    date = made(year or 2000, month, day)
    if date is None:
        return None
    value, kind = _with_part(date.isoformat() if year else f"XXXX-{month:02}-{day:02}", found)
    return Reading(value, explicit is None, kind, date if year else None, explicit)


def _shared(resolver: Resolver, name: str) -> int | None:
    other = resolver.shared.get(resolver.index)
    return other.get(name) if other else None


def _explicit_year(resolver: Resolver, found: Found) -> int | None:
    other = resolver.shared.get(resolver.index)
    written = found.get("year") or (other.get("year") if other else None)
    if written is None:
        return None
    number = int(written.strip("'"))
    return century_of_two_digits(number, resolver.published) if number < 100 else number


def _year_of(resolver: Resolver, found: Found, month: int, day: int | None) -> int | None:
    published = resolver.published
    near = resolver.sentence_year(found)
    other = resolver.shared.get(resolver.index)
    direction = found.get("rel") or (other.get("rel") if other else None)
    if near is not None and direction is None:
        return near
    if published is None:
        return None
    if direction is not None:
        return _year_towards(published, month, day, direction)
    number = found.get("weekday")
    if number and day:
        years = sorted(range(published.year - 6, published.year + 6), key=lambda y: abs(y - published.year))
        fits = [y for y in years if (d := made(y, month, day)) and d.isoweekday() == number]
        return fits[0] if fits and abs(fits[0] - published.year) <= 1 else nearest_year(published, month, day, 0)
    return nearest_year(published, month, day, resolver.direction(found))


def _year_towards(published: datetime.date, month: int, day: int | None, direction: int) -> int:
    here = (month, day or published.day)
    now = (published.month, published.day)
    if direction < 0:
        return published.year if here < now else published.year - 1
    return published.year if here > now or direction == 0 else published.year + 1


def _read_weekday(resolver: Resolver, found: Found) -> Reading | None:
    number = found.get("weekday")
    date = _weekday_date(resolver, found, number)
    value, kind = _with_part(date.isoformat() if date else f"XXXX-WXX-{number}", found)
    return Reading(value, True, kind, date)


def _weekday_date(resolver: Resolver, found: Found, number: int) -> datetime.date | None:
    base = resolver.recent(found) if found.get("anchor") == "reference" else resolver.published
    if base is None:
        return None
    direction = found.get("rel")
    if found.get("same"):
        return base if base.isoweekday() == number else weekday(base, number, -1)
    if direction == 0:
        return same_week(base, number)
    if direction is not None:
        day = weekday(base, number, direction, strict=True)
        return shift(day, int(found.get("weeks", 0)), "W") if day else None
    ahead = resolver.direction(found) > 0 or resolver.tense_at(found.start) == "present"
    return weekday(base, number, 1 if ahead else -1)


def _read_year(resolver: Resolver, found: Found) -> Reading | None:
    year = _explicit_year(resolver, found)
    return Reading(f"{year:04}") if year else None


def read_numeric(resolver: Resolver, found: Found) -> Reading | None:
    """A date in digits."""
    year = int(found.get("year"))
    full = year if year > 99 else century_of_two_digits(year, resolver.published)
    date = made(full, int(_any(found, "m", "m2", "m3")), int(found.get("d")))
    return Reading(date.isoformat(), day=date, year=date.year) if date else None


def read_shift(resolver: Resolver, found: Found) -> Reading | None:
    """So many units before or after publication, or after the last day named (``anchor = "reference"``)."""
    anchored = found.get("anchor") == "reference"
    base = resolver.recent(found) if anchored else resolver.published
    unit = _any(found, "unit", "unit2") or "D"
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
    value, kind = _with_part(granular(date, grain), found)
    return Reading(value, True, kind, date if grain == "D" else None)


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
    number, part = _any(found, "weekday", "weekday2"), _any(found, "part", "part2")
    month, season = found.get("month"), _any(found, "season", "season2")
    day = f"XXXX-WXX-{number}" if number else f"XXXX-{month:02}" if month else f"XXXX-{season}" if season else None
    if part:
        return Reading(f"{day or 'XXXX-XX-XX'}T{part}", type="SET")
    if day:
        return Reading(day, type="SET")
    value = duration(found, resolver.lexicon)
    return Reading(value, type="SET") if value else None


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
    minute = found.get("past") if found.get("past") is not None else resolver.lexicon.number(str(found.get("m", 0))) or 0
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
    if after.rule.read not in ("date", "shift") or not resolver.joined(here, after):
        return None
    reading = _READERS[after.rule.read](resolver, after)
    return reading.day if reading else None


def read_part(resolver: Resolver, found: Found) -> Reading | None:
    """A part of the last day named, else of the day of publication."""
    anchored = found.get("anchor") == "reference"
    day = resolver.recent(found) or (None if anchored else resolver.published)
    return Reading(f"{day.isoformat() if day else 'XXXX-XX-XX'}T{_any(found, 'part', 'part2', 'part3')}", True, "TIME")


def read_fixed(resolver: Resolver, found: Found) -> Reading | None:
    """A value that the rule, or the word, gives."""
    value = found.get("value")
    return Reading(value, value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"), "TIME" if value.endswith("_REF") else "DATE")


def read_decade(resolver: Resolver, found: Found) -> Reading | None:
    """*the sixties*: 196."""
    number = int(resolver.lexicon.number(str(found.get("decade"))) or 0)
    if number == 0 and resolver.lexicon.number(str(found.get("decade"))) is None and str(found.get("decade")) != "00":
        return None
    if number < 100:
        number += 1900 if number >= 30 or number == 0 else 2000
    return Reading(f"{number:04}"[:3])


def read_century(resolver: Resolver, found: Found) -> Reading | None:
    """*the 19th century*: 18."""
    written = str(_any(found, "century", "century2"))
    number = _roman(written) or int(resolver.lexicon.number(written) or 0)
    if not 1 <= number <= 30:
        return None
    return Reading(("BC" if found.get("era") else "") + f"{number - 1:02}")


def _roman(written: str) -> int:
    digits = [{"i": 1, "v": 5, "x": 10}.get(char, 0) for char in written]
    if not all(digits):
        return 0
    return sum(-d if d < after else d for d, after in zip(digits, [*digits[1:], 0], strict=True))


def read_holiday(resolver: Resolver, found: Found) -> Reading | None:
    """A feast: a fixed day, or so many days from Easter."""
    rule = str(found.get("holiday"))
    explicit = _explicit_year(resolver, found)
    month = 4 if rule.startswith("easter") else int(rule[:2])
    day = 15 if rule.startswith("easter") else int(rule[3:])
    year = explicit or _year_of(resolver, found, month, day)
    if year is None:
        return Reading("XXXX-XX-XX" if rule.startswith("easter") else f"XXXX-{rule}", True)
    date = shift(easter(year), int(rule[6:]), "D") if rule.startswith("easter") else made(year, month, day)
    return Reading(date.isoformat(), explicit is None, day=date, year=explicit) if date else None


_SEASON_MONTH = {"SP": 6, "SU": 9, "FA": 12, "WI": 3}


def read_season(resolver: Resolver, found: Found) -> Reading | None:
    """A season of a year."""
    season = str(found.get("season"))
    explicit = _explicit_year(resolver, found)
    month = _SEASON_MONTH[season]
    direction = found.get("rel")
    year = explicit
    if year is None and resolver.published is not None and not found.get("generic"):
        year = resolver.published.year if direction == 0 else _year_of(resolver, found, month, None)
    return Reading(f"{year:04}-{season}" if year else f"XXXX-{season}", explicit is None, year=explicit)


def read_subyear(resolver: Resolver, found: Found) -> Reading | None:
    """The first quarter, the second half of a year."""
    explicit = _explicit_year(resolver, found)
    direction = int(found.get("rel", 0))
    year = explicit or (resolver.published.year + direction if resolver.published else None)
    number = int(found.get("nth"))
    if not 1 <= number <= (4 if found.get("sub") == "Q" else 2):
        return None
    return Reading(f"{year or 'XXXX'}-{found.get('sub')}{number}", explicit is None, year=explicit)


def read_numbered_weekday(resolver: Resolver, found: Found) -> Reading | None:
    """*Thursday 12*: the day nearest to publication that has both."""
    number, day = found.get("weekday"), int(resolver.lexicon.number(str(found.get("day"))) or 0)
    if resolver.published is None:
        return Reading(f"XXXX-XX-{day:02}", True)
    near = [shift(resolver.published, step, "D") for step in sorted(range(-70, 71), key=abs)]
    date = next((d for d in near if d and d.day == day and d.isoweekday() == number), None)
    return Reading(date.isoformat(), True, day=date) if date else None


def read_night(resolver: Resolver, found: Found) -> Reading | None:
    """*the night from Monday to Tuesday*: of the first day."""
    month = _any(found, "month", "month2")
    if month is None or found.get("day") is None:
        return _read_weekday(resolver, found) if found.get("weekday") else None
    whole = Found(found.rule, found.start, found.end, {**found.values, "month": month})
    return read_date(resolver, whole)


def read_general_season(resolver: Resolver, found: Found) -> Reading | None:
    """A season of no year in particular."""
    return Reading(f"XXXX-{found.get('season')}", True)


def read_last_units(resolver: Resolver, found: Found) -> Reading | None:
    """*the last ten days*: as long as it says, ``PXD`` where it does not."""
    values = dict(found.values)
    values["n"] = _any(found, "n", "n2") or ""
    values.pop("n2", None)
    value = duration(Found(found.rule, found.start, found.end, values), resolver.lexicon)
    return Reading(value, True, "DURATION") if value else None


_READERS: dict[str, Callable[[Resolver, Found], Reading | None]] = {
    "date": read_date,
    "numbered_weekday": read_numbered_weekday,
    "night": read_night,
    "general_season": read_general_season,
    "last_units": read_last_units,
    "numeric": read_numeric,
    "shift": read_shift,
    "duration": read_duration,
    "set": read_set,
    "clock": read_clock,
    "part": read_part,
    "fixed": read_fixed,
    "decade": read_decade,
    "century": read_century,
    "holiday": read_holiday,
    "season": read_season,
    "subyear": read_subyear,
}
