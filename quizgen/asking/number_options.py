"""Wrong numbers that look like the right one: same magnitude, same rounding, same writing and unit."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from decimal import Decimal

# *12 000*, *12.000* (as agencies write it), *1,5*.
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?![\d.])(?:,\d+)?|\d+(?:[.,]\d+)?")
_SPACES = " \u00a0\u202f"
_DOTTED = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_FACTORS = ("0.5", "0.6", "0.7", "0.75", "0.8", "1.2", "1.25", "1.4", "1.5", "1.6", "1.8", "2")
_WHOLE = 100


def variations(text: str, rng: random.Random) -> tuple[list[str], list[str]]:
    """Up to two texts with a smaller number and two with a greater one, each pair in rising order.

    Empty where the text has no number in figures or several, or where the number is too small to vary: below two
    a noun beside it would change its form.
    """
    found = _NUMBER.findall(text)
    if len(found) != 1:
        return [], []
    written = found[0]
    value = _value(written)
    step = _step(written)
    wrong = [other for other in _others(value, step, rng) if other >= 2 and not (_share(text) and other >= _WHOLE)]
    if value < 2 or (_share(text) and value >= _WHOLE):
        return [], []
    lower = sorted([other for other in wrong if other < value][:2])
    higher = sorted([other for other in wrong if other > value][:2])
    return [_written(text, written, v) for v in lower], [_written(text, written, v) for v in higher]


def _share(text: str) -> bool:
    return "%" in text


def _value(written: str) -> Decimal:
    return Decimal(_digits(written))


def _digits(written: str) -> str:
    """A number without what sets its thousands apart, with a point before its decimals."""
    return "".join(c for c in _DOTTED.sub("", written) if c not in _SPACES).replace(",", ".")


def _step(written: str) -> Decimal:
    """The unit of its last significant digit: 1 500 → 100, 2,5 → 0.1, 38 → 1; coarser where there are many digits."""
    digits = _digits(written)
    if "." in digits:
        return Decimal(1).scaleb(-len(digits.partition(".")[2]))
    return Decimal(1).scaleb(len(digits) - len(digits.rstrip("0")))


def _others(value: Decimal, step: Decimal, rng: random.Random) -> Iterator[Decimal]:
    """Values of the same rounding and number of digits, in the generator's order, each once."""
    factors = list(_FACTORS)
    rng.shuffle(factors)
    small = [value + step * k for k in (-2, -1, 1, 2)]
    rng.shuffle(small)
    scaled = [(value * Decimal(factor) / step).to_integral_value() * step for factor in factors]
    seen = {value}
    for other in (*scaled, *small):
        if other in seen or len(str(int(other))) != len(str(int(value))) or not _as_round(other, step):
            continue
        seen.add(other)
        yield other


def _as_round(value: Decimal, step: Decimal) -> bool:
    """Not rounder than the right number is, or it would stand out: its last significant digit is at ``step``."""
    return (value / step) % 10 != 0


def _written(text: str, written: str, value: Decimal) -> str:
    whole, _, decimals = f"{value:f}".partition(".")
    dotted = _DOTTED.search(written) is not None
    parts = re.split(r"[.,]" if not dotted else ",", written)
    kept = len(parts[1]) if len(parts) > 1 else 0
    separator = "." if dotted else next((c for c in written if c in _SPACES), "")
    if separator:
        whole = f"{int(whole):,}".replace(",", separator)
    mark = "." if "." in written and not dotted else ","
    shown = f"{whole}{mark}{decimals[:kept]}" if kept else whole
    return text.replace(written, shown, 1)
