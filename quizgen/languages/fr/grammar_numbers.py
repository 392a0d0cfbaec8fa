"""Numbers: words and digits to values, and values back to digits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.languages.fr.grammar_lexicon import table, words

_DIGITS = re.compile(r"[-−+]?\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?|[-−+]?\d+(?:[,.]\d+)?")
_GROUP = re.compile(r"[ \u00a0\u202f]|\.(?=\d{3}(?:\D|$))")


@dataclass(frozen=True, slots=True)
class Number:
    """A value, and whether its wording is approximate ("une vingtaine", "environ 20")."""

    value: float
    approximate: bool = False


def number_value(text: str) -> float | None:
    """The value of a number in digits or words; None for a vague one ("des milliers", "plusieurs").

    ``"deux millions et demi"`` → 2500000.0, ``"4,5 milliards"`` → 4.5e9, ``"une vingtaine"`` → 20.0.
    """
    found = parse_number(text)
    return None if found is None else found.value


def parse_number(text: str) -> Number | None:
    """The same with the hedge kept. The whole text must be the number, hedges and articles aside."""
    tokens = _tokens(text)
    approximate = any(token in words("numbers", "words", "hedges") for token in tokens)
    tokens = [token for token in tokens if token not in words("numbers", "words", "hedges")]
    return _approximate(tokens) or _exact(tokens, approximate)


def _tokens(text: str) -> list[str]:
    """Digits grouped and with a decimal point as one token; words split at spaces and hyphens."""
    levelled = _DIGITS.sub(lambda match: f" {_plain(match.group())} ", text.lower().strip())
    return [part for token in levelled.split() for part in _parts(token)]


def _parts(token: str) -> list[str]:
    return [token] if _is_digits(token) else [part for part in token.split("-") if part]


def _plain(digits: str) -> str:
    """ "1 234,5" → "1234.5"; a full stop before three digits groups, any other is decimal."""
    grouped = _GROUP.sub("", digits) if not re.fullmatch(r"[-−+]?0\.\d+", digits) else digits
    return grouped.replace(",", ".").replace("−", "-")


def _is_digits(token: str) -> bool:
    return re.fullmatch(r"[-+]?\d+(\.\d+)?", token) is not None


def _approximate(tokens: list[str]) -> Number | None:
    """ "une vingtaine", "deux douzaines", "une centaine de milliers"."""
    known = table("numbers")["approximate"]
    index = next((i for i, token in enumerate(tokens) if token.rstrip("s") in known), None)
    if index is None:
        return None
    count = _sum(tokens[:index]) if tokens[:index] else None
    rest = [token for token in tokens[index + 1 :] if token not in words("numbers", "words", "filler")]
    scale = _sum(["un", *rest]) if rest else 1.0
    if count is None or scale is None:
        return None
    return Number(count * known[tokens[index].rstrip("s")] * scale, approximate=True)


def _exact(tokens: list[str], approximate: bool) -> Number | None:
    fillers = words("numbers", "words", "filler") - set(table("numbers")["cardinals"])
    value = _fraction(tokens)
    if value is None:
        value = _sum([token for token in tokens if token not in fillers])
    return None if value is None else Number(value, approximate)


def _fraction(tokens: list[str]) -> float | None:
    """ "la moitié", "un tiers", "trois quarts", "un demi-million"."""
    known = table("numbers")["fractions"]
    for index, token in enumerate(tokens[:2]):
        if token not in known or token in table("numbers")["scales"]:
            continue
        count = _sum(tokens[:index]) if index and tokens[0] not in ("la", "le") else 1.0
        scale = _sum(["un", *tokens[index + 1 :]]) if tokens[index + 1 :] else 1.0
        return None if count is None or scale is None else count * float(known[token]) * scale
    return None


def _sum(tokens: list[str]) -> float | None:
    """French counting: units and tens add up, a hundred multiplies what precedes it, a scale closes a group."""
    if not tokens or _is_vague(tokens[0]):
        return None
    total, group, last_scale = 0.0, 0.0, 1.0
    for token in tokens:
        step = _step(token, group)
        if step is None:
            return None
        kind, value = step
        if kind == "scale":
            total, group, last_scale = total + max(group, 1.0) * value, 0.0, value
        elif kind == "half":
            total, group = total + group + 0.5 * last_scale, 0.0
        elif kind == "group":
            group = value
    return total + group


def _is_vague(first: str) -> bool:
    """A plural scale that nothing counts: "des millions"."""
    return first in table("numbers")["scales"] and first.endswith("s")


def _step(token: str, group: float) -> tuple[str, float] | None:
    """What one word does to the group that is being counted; None for a word that is no number."""
    known = table("numbers")
    if token in known["scales"]:
        return "scale", float(known["scales"][token])
    if token in words("numbers", "words", "half"):
        return "half", 0.5
    if token == known["words"]["and"]:
        return "group", group
    return _grouped(token, group)


def _grouped(token: str, group: float) -> tuple[str, float] | None:
    known = table("numbers")
    if _is_digits(token):
        return "group", group + float(token)
    if token in known["hundreds"]:
        return "group", max(group, 1.0) * 100
    if token not in known["cardinals"]:
        return None
    value = float(known["cardinals"][token])
    quatre_vingt = value == 20 and group % 100 == 4
    return "group", group + (76 if quatre_vingt else value)


def ordinal_value(text: str) -> int | None:
    """ "premier" → 1, "3e" → 3, "XIXe" is not read; None for what is no ordinal."""
    if match := re.fullmatch(r"(\d+)\s?(?:er|re|ère|e|è|ème|eme|nd|nde|d|de)", text.strip().lower()):
        return int(match.group(1))
    found = table("numbers")["ordinals"].get(text.strip().lower())
    return None if found is None else int(found)


def format_number(value: float, decimals: int = 2) -> str:
    """A value in French digits, grouped by narrow no-break spaces, with a decimal comma: "12 500", "4,5"."""
    rounded = round(value, decimals)
    text = f"{rounded:,.{decimals}f}".rstrip("0").rstrip(".") if decimals else f"{rounded:,.0f}"
    return text.replace(",", "\u202f").replace(".", ",")


def spoken_number(value: float) -> str:
    """A large value as newspapers write it: 4.5e9 → "4,5 milliards", 2e6 → "2 millions"; others in digits."""
    for scale, word in ((1e12, "billion"), (1e9, "milliard"), (1e6, "million")):
        if abs(value) >= scale and round(value / scale, 3) == value / scale:
            return f"{format_number(value / scale, 3)} {word}{'s' if abs(value) >= 2 * scale else ''}"
    return format_number(value)
