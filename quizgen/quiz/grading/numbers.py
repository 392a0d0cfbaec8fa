"""Numbers and quantities in a list of words: digits, number words, scales, units."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from quizgen.quiz.grading.lexicon import Lexicon, Unit


@dataclass(frozen=True)
class Quantity:
    """A value in the first unit of its dimension; no dimension where no unit was given.

    ``bare`` is the number as written, without its unit; it does not count when two are compared.
    """

    value: Decimal
    dimension: str | None = None
    bare: Decimal = field(default=Decimal(0), compare=False)


def _digits(word: str) -> Decimal | None:
    return Decimal(word.replace(",", ".")) if word[0].isascii() and word[0].isdigit() else None


@dataclass
class _Run:
    """A number being read: what is closed by a scale (``total``) and what is still open (``group``)."""

    lexicon: Lexicon
    total: Decimal = Decimal(0)
    group: Decimal | None = None
    last_scale: int = 0

    def take(self, word: str) -> bool:
        """Take one word into the number; False where the number ends before it."""
        return self._figure(word) or self._times(word) or self._add(word) or self._scale(word)

    def _figure(self, word: str) -> bool:
        value = _digits(word)
        if value is None or self.group is not None or self.total:
            return False
        self.group = value
        return True

    def _times(self, word: str) -> bool:
        value, times = self.lexicon.multipliers.get(word, (0, frozenset[int]()))
        low = int(self.group % 100) if self.group is not None else 0
        if low not in times or self.group is None:
            return False
        self.group += low * (value - 1)
        return True

    def _add(self, word: str) -> bool:
        value = self.lexicon.number_words.get(word)
        if value is None or not self._fits(value):
            return False
        self.group = (self.group or Decimal(0)) + value
        return True

    def _fits(self, value: int) -> bool:
        """Tens after hundreds, units after tens; *soixante-dix* and *quatre-vingt-dix* add up to 19."""
        if self.group is None:
            return True
        low = int(self.group % 100)
        return value < 100 if low == 0 and self.group else low >= 20 and low % 10 == 0 and 0 < value < 20

    def _scale(self, word: str) -> bool:
        scale = self.lexicon.scales.get(word) or (self.lexicon.collectives.get(word) if not self.total else None)
        if not scale or (self.last_scale and scale >= self.last_scale):
            return False
        self.total += (self.group if self.group is not None else 1) * scale
        self.group, self.last_scale = None, scale
        return True

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or 0)


def read_number(words: list[str], at: int, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    """In: words and a place. Out: the number that begins there and the place after it, or None."""
    run, end = _Run(lexicon), at
    while end < len(words):
        joined = words[end] in lexicon.joiners and end > at and end + 1 < len(words)
        word = words[end + 1] if joined else words[end]
        if joined and word not in lexicon.number_words or not run.take(word):
            break
        end += 2 if joined else 1
    return (run.value, end) if end > at else None


def match_at(words: list[str], at: int, phrase: tuple[str, ...]) -> bool:
    return bool(phrase) and tuple(words[at : at + len(phrase)]) == phrase


def read_unit(words: list[str], at: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The unit at a place, after a small word where there is one (*3 milliards d'euros*)."""
    for start in (at, at + 1):
        if start > at and (start > len(words) or words[at] not in lexicon.small):
            break
        for form, unit in lexicon.units:
            if match_at(words, start, form):
                return unit, start + len(form)
    return None


def _is_article(words: list[str], at: int, end: int, value: Decimal, lexicon: Lexicon) -> bool:
    """*un*, *une* before a noun: an article, not a number."""
    return value == 1 and end == at + 1 and words[at] in lexicon.small and end < len(words)


def read_quantity(words: list[str], at: int, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    """In: words and a place. Out: the quantity that begins there and the place after it, or None."""
    before = next((unit for form, unit in lexicon.units if form == (words[at],) and not words[at].isalpha()), None)
    found = read_number(words, at + 1 if before else at, lexicon)
    if found is None:
        return None
    value, end = found
    unit = read_unit(words, end, lexicon)
    if unit is not None:
        return Quantity((value * unit[0].factor).normalize(), unit[0].dimension, value), unit[1]
    if before is not None:
        return Quantity((value * before.factor).normalize(), before.dimension, value), end
    return None if _is_article(words, at, end, value, lexicon) else (Quantity(value.normalize(), None, value), end)
