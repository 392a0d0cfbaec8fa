"""Durations in TIMEX3 notation: ``P3M``, ``PT1H30M``, ``PXY`` where the number is vague."""

from __future__ import annotations

import re

from quizgen.extraction.times.lexicon import TimeLexicon
from quizgen.extraction.times.matching import Found

# A fraction of these is written in whole smaller units.
_SMALLER = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS"), "D": (24, "TH"), "100Y": (100, "Y"), "10Y": (10, "Y")}


def duration(found: Found, lexicon: TimeLexicon) -> str | None:
    """The value of a match: a ``unit`` with a number ``n``, ``half`` of one, a further ``n2 unit2``, seconds ``n3``."""
    unit = found.get("unit")
    if unit is None:
        return None
    count, vague = _count(found, lexicon, "n")
    if count is not None:
        count = (count + float(found.get("half", 0))) * float(found.get("times", 1))
    if vague:
        return _written([(None, unit)])
    parts = _split(1.0 if count is None else count, unit)
    if found.get("unit2") or found.get("n2"):
        extra, _ = _count(found, lexicon, "n2")
        parts.append((extra or 0.0, found.get("unit2") or _SMALLER.get(unit, (0, unit))[1]))
    if found.get("n3"):
        parts.append((lexicon.number(str(found.get("n3"))), "TS"))
    return _written(parts)


def _count(found: Found, lexicon: TimeLexicon, name: str) -> tuple[float | None, bool]:
    written = found.get(name)
    if written is None:
        return None, False
    number = lexicon.number(str(written))
    return number, number is None


def _split(count: float, unit: str) -> list[tuple[float | None, str]]:
    if count == int(count) or unit not in _SMALLER or unit in ("TS", "TM") and count != int(count * 2) / 2:
        return [(count, unit)]
    factor, smaller = _SMALLER[unit]
    small = count * factor
    if small != int(small):
        return [(count, unit)]
    if unit == "TH" and count > 1:
        return [(float(int(count)), unit), (small - int(count) * factor, smaller)]
    return [(small, smaller)]


def _written(parts: list[tuple[float | None, str]]) -> str:
    days, clock = "", ""
    for count, unit in parts:
        factor, plain = re.fullmatch(r"(\d*)(T?[A-Z]+)", unit).groups()  # type: ignore[union-attr]
        number = "X" if count is None else f"{count * int(factor or 1):g}"
        if plain.startswith("T"):
            clock += number + plain[1:]
        else:
            days += number + plain
    return f"P{days}" + (f"T{clock}" if clock else "")
