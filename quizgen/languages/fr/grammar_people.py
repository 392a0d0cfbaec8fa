"""First names and titles: whether a person's name is a man's or a woman's."""

from __future__ import annotations

import functools
from types import MappingProxyType

from quizgen.languages.fr.grammar_elision import fold
from quizgen.languages.fr.grammar_lexicon import words


def first_name_gender(name: str) -> str | None:
    """ "m" or "f" of a first name; None for a name given to both or not known.

    Accents may be missing. A compound goes by its whole, then by its first part (Anne-Lise, Jean-Luc).
    """
    exact = _names("plain").get(name) or _names("folded").get(fold(name))
    if exact is None and "-" in name:
        return first_name_gender(name.split("-")[0])
    return exact if exact in ("m", "f") else None


def person_gender(name: str) -> str | None:
    """Gender of a person's name: by its title, else by its first word: "Mme Merkel", "Angela Merkel" → "f"."""
    parts = name.replace("\u00a0", " ").replace("\u202f", " ").split()
    for title in parts[:-1]:
        for gender in "mf":
            if title in words("names", "titles", gender):
                return gender
    named = [part for part in parts if part[:1].isupper() and part not in words("names", "titles", "either")]
    return first_name_gender(named[0]) if len(named) > 1 else None


def is_first_name(name: str) -> bool:
    """Whether the word is known as a first name, of whatever gender."""
    return name in _names("plain")


@functools.cache
def _names(spelling: str) -> MappingProxyType[str, str]:
    """Name → "m", "f" or "either"; as listed, or folded, where two that fold together must agree."""
    listed = {name: key for key in ("m", "f", "either") for name in words("names", key)}
    if spelling == "plain":
        return MappingProxyType(listed)
    folded: dict[str, str] = {}
    for name in sorted(listed):
        key = fold(name)
        folded[key] = listed[name] if folded.get(key, listed[name]) == listed[name] else "either"
    return MappingProxyType(folded)
