"""The words and patterns of ``lexicon/times.toml``, ready for matching.

A pattern is a regular expression over *folded* text (lower case, no accents, plain apostrophes, spaces and
hyphens; same length as the text). In it ``<name>`` stands for a fragment of ``[macros]``, ``{name}`` for a
named group with any word of ``[words.name]`` and ``{name:list}`` for a group ``name`` with a word of another
list. A space stands for one to three spaces. Patterns are compiled when they are first needed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Literal

from quizgen.extraction.times.starts import ANY, first_characters
from quizgen.languages.lexicon import lexicon

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
# Neither inside a word or a number, nor before a word's hyphen.
_AFTER = r"(?!\w)(?![.,:]\d)(?!-[^\W\d])"
_NAME = re.compile(r"\s[A-ZÀ-Ý][a-zà-ÿ]")
_GROUP = re.compile(r"\{([a-z]\w*)(?::(\w+))?\}")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_MACRO = re.compile(r"<(\w+)>")
_PLAIN = {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "\t": " "}


class _Folding(dict[int, str]):
    """What each character folds to: filled as characters are met, so that a text is folded in one pass."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFD", char)[0].lower()
        plain = _PLAIN.get(char) or (" " if unicodedata.category(char) == "Zs" else base)
        self[code] = plain if len(plain) == 1 else char
        return self[code]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """``text`` in lower case, without accents, with one kind of space, hyphen and apostrophe; of the same length."""
    return text.translate(_FOLDING)


@dataclass(frozen=True)
class Rule:
    """One way to write a time: its pattern, how it is read and what keeps it from being one."""

    name: str
    pattern: re.Pattern[str]
    read: str
    type: TimeType | None
    options: Mapping[str, Any]
    tables: Mapping[str, str]
    after: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None
    despite: re.Pattern[str] | None = None
    lower: str | None = None
    context: int = 48

    def fits(self, folded: str, text: str, match: re.Match[str]) -> bool:
        """Whether what stands before the match, and its capitals, allow it."""
        before = folded[max(0, match.start() - self.context) : match.start()]
        if self.after is not None and not self.after.search(before):
            return False
        if self.not_after is not None and self.not_after.search(before) and not self._excused(before):
            return False
        if self.options.get("not_name") and _NAME.match(text, match.end()):
            return False
        if self.lower is None or match[self.lower] is None:
            return True
        start, end = match.span(self.lower)
        return not text[start].isupper() or (text[start:end].isupper() and end - start > 1)

    def _excused(self, before: str) -> bool:
        return self.despite is not None and self.despite.search(before) is not None


@dataclass(frozen=True)
class TimeLexicon:
    """A language's words for times. ``data`` is the file; patterns are compiled on first use."""

    language: str
    data: Mapping[str, Any] = field(repr=False)

    @cached_property
    def words(self) -> dict[str, dict[str, Any]]:
        """Every list of words, folded, with what each word means."""
        tables = self.data["words"].items()
        return {name: {fold(word): value for word, value in table.items()} for name, table in tables}

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(self._rule(entry) for entry in self.data["rule"])

    @cached_property
    def rules_by_start(self) -> dict[str, tuple[Rule, ...]]:
        """The rules that can match where a word begins with this character; under the empty string, at any."""
        starts = [(rule, first_characters(self.expand(rule.options["pattern"]))) for rule in self.rules]
        characters = {char for _, chars in starts for char in chars - ANY} | {""}
        return {c: tuple(rule for rule, chars in starts if c in chars or chars == ANY) for c in characters}

    @cached_property
    def triggers(self) -> re.Pattern[str]:
        """What has to stand near a time expression for a pattern to be worth trying."""
        return re.compile(self.expand(self.data["triggers"]["pattern"]))

    @cached_property
    def joins(self) -> re.Pattern[str]:
        """What may stand between two dates that share the month or the year of the second."""
        return re.compile(self.expand(self.data["joins"]["share"]))

    def pattern(self, section: str, key: str) -> re.Pattern[str]:
        """A pattern of the file that is no rule."""
        return _compiled(self.expand(self.data[section][key]))

    def expand(self, pattern: str) -> str:
        """A pattern of the file as a regular expression."""
        return self._grouped(pattern).replace("\\ ", "\0").replace(" ", " {1,3}").replace("\0", " ")

    def _grouped(self, pattern: str) -> str:
        return _GROUP.sub(self._group, _strip_accents(self._unfolded(pattern)))

    def number(self, words: str) -> float | None:
        """What a number in digits or words says; None for a vague one (*several*)."""
        compact = words.replace(" ", "")
        if _DIGITS.fullmatch(compact.replace(",", ".")):
            return float(compact.replace(",", "."))
        if compact in self.words["number"]:
            return float(self.words["number"][compact])
        values = [float(self.words["number"][word]) for word in self._number_word.findall(words)]
        return _added_up(values) if values else None

    @cached_property
    def _number_word(self) -> re.Pattern[str]:
        return re.compile("|".join(rf"\b{re.escape(word)}(?!\w)" for word in _longest_first(self.words["number"])))

    def _group(self, match: re.Match[str]) -> str:
        name, table = match[1], match[2] or match[1]
        if table in self.data["shapes"]:
            shape = self._grouped(self.data["shapes"][table])
        else:
            shape = "|".join(re.escape(word).replace("\\ ", " ") for word in _longest_first(self.words[table]))
        return f"(?:{shape})" if name == "any" else f"(?P<{name}>{shape})"

    def _rule(self, entry: Mapping[str, Any]) -> Rule:
        known = {"name", "read", "type", "after", "not_after", "despite", "lower"}
        return Rule(
            name=entry["name"],
            pattern=re.compile(f"(?:{self.expand(entry['pattern'])}){_AFTER}"),
            read=entry["read"],
            type=entry.get("type"),
            options={key: value for key, value in entry.items() if key not in known},
            tables={name: table or name for name, table in _GROUP.findall(self._unfolded(entry["pattern"]))},
            after=self._context(entry.get("after")),
            not_after=self._context(entry.get("not_after")),
            despite=self._context(entry.get("despite")),
            lower=entry.get("lower"),
        )

    def _unfolded(self, pattern: str) -> str:
        while _MACRO.search(pattern):
            pattern = _MACRO.sub(lambda m: f"(?:{self.data['macros'][m[1]]})", pattern)
        return pattern

    def _context(self, pattern: str | None) -> re.Pattern[str] | None:
        return None if pattern is None else re.compile(f"(?:{self.expand(pattern)})\\Z")


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=4)
def time_lexicon(language: str) -> TimeLexicon:
    """The lexicon of a language. Raises what reading ``lexicon/times.toml`` raises."""
    return TimeLexicon(language, lexicon(language, "times"))


def _strip_accents(pattern: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", pattern) if not unicodedata.combining(c))


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _added_up(values: Iterable[float]) -> float:
    """Number words as a number: hundreds and thousands multiply what is before them, the rest adds."""
    total = current = 0.0
    for value in values:
        if value >= 1000:
            total, current = total + max(1.0, current) * value, 0.0
        elif value >= 100:
            current = max(1.0, current) * value
        else:  # an article before a number (*a dozen*) adds nothing
            current = value if current == 1 else current + value
    return total + current
