"""The words of ``lexicon/speech.toml``, ready for look-up: forms of verbs of saying, cues, hints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from quizgen.languages.lexicon import lexicon

Form = Literal["finite", "participle", "infinitive", "gerund"]
_FORMS: tuple[Form, ...] = ("finite", "participle", "infinitive", "gerund")


@dataclass(frozen=True)
class VerbForm:
    """What a word can be: a form of the verb of saying ``lemma``; ``close`` verbs govern only what is beside them."""

    lemma: str
    form: Form
    close: bool


@dataclass(frozen=True)
class SpeechLexicon:
    """``forms``: word → its readings; ``sets``: every other list of the file by ``section.key``."""

    forms: Mapping[str, tuple[VerbForm, ...]]
    sets: Mapping[str, frozenset[str]]
    needing: Mapping[str, frozenset[str]]

    def has(self, key: str, word: str) -> bool:
        """Whether ``word`` (lower case) is in the list ``key``, such as ``hints.roles``."""
        return word in self.sets[key]


@lru_cache(maxsize=4)
def quote_lexicon(language: str) -> SpeechLexicon:
    """The lexicon of a language. Raises what reading ``lexicon/speech.toml`` raises."""
    data = lexicon(language, "speech")
    forms: dict[str, dict[VerbForm, None]] = {}
    for word, form in _all_forms(data["verbs"]):
        forms.setdefault(word, {})[form] = None
    return SpeechLexicon(
        forms={word: tuple(sorted(readings, key=_auxiliary_first)) for word, readings in forms.items()},
        sets=_with_plurals(dict(_sets(data))),
        needing={lemma: frozenset(words) for lemma, words in data["verbs"]["needing"].items()},
    )


def _auxiliary_first(reading: VerbForm) -> tuple[bool, bool]:
    """Participles before finite forms, since an auxiliary decides; verbs that govern more before the others."""
    return reading.form != "participle", reading.close


def _all_forms(verbs: dict[str, Any]) -> Iterator[tuple[str, VerbForm]]:
    for name, group in verbs.items():
        if name == "irregular":
            yield from _irregular(group)
        elif "infinitive" in group:
            yield from _regular(group)


def _regular(group: dict[str, Any]) -> Iterator[tuple[str, VerbForm]]:
    for key in ("open", "close"):
        for stems in group[key].split():
            alternatives = stems.split("|")
            lemma = alternatives[0] + group["infinitive"][0]
            for form in _FORMS:
                for stem in alternatives:
                    for ending in group[form]:
                        yield stem + ending, VerbForm(lemma, form, key == "close")


def _irregular(group: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, VerbForm]]:
    for key in ("open", "close"):
        for lemma, lists in group[key].items():
            for form, words in zip(_FORMS, lists, strict=True):
                for word in words.split():
                    yield word, VerbForm(lemma, form, key == "close")


def _with_plurals(sets: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    for key in ("hints.roles", "hints.bodies"):
        sets[key] |= {word + ending for word in sets[key] for ending in sets["hints.plurals"]}
    return sets


def _sets(data: dict[str, Any]) -> Iterator[tuple[str, frozenset[str]]]:
    for section, entries in data.items():
        for key, value in entries.items():
            if isinstance(value, list):
                yield f"{section}.{key}", frozenset(value)
            elif isinstance(value, str):  # words separated by spaces
                yield f"{section}.{key}", frozenset(value.split())
            elif section == "verbs" and key in ("chained", "opinion"):
                for name, words in value.items():
                    yield f"{key}.{name}", frozenset(words)
