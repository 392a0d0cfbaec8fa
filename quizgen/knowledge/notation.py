"""The notation of names in the tables: ``[article ]name[/gender[/preposition]]``."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgen.errors import LanguageError
from quizgen.knowledge.model import Forms, Name


@dataclass(frozen=True)
class Notation:
    """The notation in one language: its articles and prepositions, from ``<language>/notation.toml``."""

    rules: dict[str, Any]

    def name(self, notation: str, usage: str = "places", kind: str = "") -> Name:
        """A name from its notation.

        ``usage`` is "places" or "organisations": the table that gives the preposition where none is
        stated. Gender is that of the article, masculine where the article does not show it, unless stated.
        """
        text, _, rest = notation.partition("/")
        gender, _, stated = rest.partition("/")
        article, bare = self._split(text)
        shown = self.rules["articles"].get(article, "ms")
        preposition = stated or self._preposition(article, bare, usage, kind)
        return Name(bare, article, gender or shown[0], shown[1], preposition, self._located(preposition, article, bare))

    def names(self, first: str, others: str, usage: str = "places", kind: str = "") -> tuple[Name, ...]:
        """The usual name and the others, which are separated by semicolons."""
        return tuple(self.name(one.strip(), usage, kind) for one in (first, *others.split(";")) if one.strip())

    def forms(self, masculine: str, feminine: str = "") -> Forms:
        """An adjective's four forms from its masculine and feminine singular, which may be the same."""
        feminine = feminine or masculine
        return masculine, feminine, self._plural(masculine), self._plural(feminine)

    def _plural(self, word: str) -> str:
        for ending, plural in self.rules["plural"].items():
            if word.endswith(ending):
                return word.removesuffix(ending) + str(plural)
        return word

    def _split(self, text: str) -> tuple[str, str]:
        if not text[:1].islower():
            return "", text
        for article in self.rules["articles"]:
            if text.startswith(article):
                return article, text[len(article) :]
        return "", text

    def _preposition(self, article: str, bare: str, usage: str, kind: str) -> str:
        if article:
            return str(self.rules[usage][article])
        for preposition, swallowed in self.rules["swallowed"].items():
            if bare.startswith(swallowed):
                return str(preposition)
        return str(self.rules["kinds"].get(kind) or self.rules[usage][""])

    @functools.cached_property
    def _kept(self) -> frozenset[str]:
        return frozenset(self.rules["kept"]["prepositions"].split())

    def _located(self, preposition: str, article: str, bare: str) -> str:
        if preposition in self._kept:
            return f"{preposition} {article}{bare}"
        space = "" if preposition.endswith("'") else " "
        return preposition + space + bare.removeprefix(self.rules["swallowed"].get(preposition, "\n"))


@functools.cache
def load_notation(folder: Path) -> Notation:
    """The notation of the tables in ``folder``. Raises LanguageError where its file is missing or malformed."""
    path = folder / "notation.toml"
    try:
        return Notation(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise LanguageError("a knowledge table is missing", file=path, remedy="Reinstall quizgen.") from None
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"a knowledge table is malformed: {error}", file=path, remedy="Mend the TOML.") from None
