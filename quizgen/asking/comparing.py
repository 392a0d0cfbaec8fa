"""What two texts have in common: their words, and the names and figures that tell an answer."""

from __future__ import annotations

import re

from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar

_WORD = re.compile(r"\w+(?:['’-]\w+)*'?", re.UNICODE)
# Letters of words that tell nothing; digits of a year.
_LITTLE, _YEAR = 4, 4


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)


def parted_words(text: str) -> list[str]:
    """The words of a text, parted at their apostrophes too."""
    return re.findall(r"[\w-]+", text.replace("’", "'").replace("'", " "))


def fold(text: str) -> str:
    """For comparing: lower case, one apostrophe, one space, no guillemets."""
    text = text.lower().replace("’", "'").replace("\u202f", " ").replace("\u00a0", " ")
    return re.sub(r"[«»\"“”\s]+", " ", text).strip()


def has_phrase(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text as whole words."""
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None


def shares_name(answer: str, text: str) -> bool:
    """Whether a word of the answer that tells it stands in ``text``: a name, a figure, a long word."""
    told = parted_words(answer)
    if any(w.isdigit() and len(w) == _YEAR and w in text for w in told):
        return True  # *2016* in *SN 2016gkg*
    if _shares_number(told, text):
        return True
    found = parted_words(text)
    said = {*found, *(part for word in found for part in word.split("-") if part[:1].isupper())}
    if any(w in said for w in told if w[:1].isupper() or len(w) > _LITTLE):
        return True
    return bool({w.lower() for w in told if len(w) > _LITTLE} & {w.lower() for w in said})


def _shares_number(told: list[str], text: str) -> bool:
    """A number with what it counts, where the answer has a word behind it: *19 février* is not in *19 millions*."""
    said = f" {' '.join(parted_words(text))} "
    return any(
        f" {' '.join(told[n : n + 2])} " in said for n, w in enumerate(told) if w[:1].isdigit() and len(w) != _YEAR
    )


def by_another_name(answer: str, text: str, language: str) -> bool:
    """Whether a text holds another name of what the answer names (*Daech* beside *l'État islamique*), or its number."""
    knowledge, gram = load_knowledge(language), grammar(language)
    value = gram.number_value(answer)
    if value is not None and any(gram.number_value(word) == value for word in words_of(text)):
        return True  # *cent*, beside *100* in the headline
    bare: str = gram.bare(answer)
    known = knowledge.organisation(bare) or knowledge.country_named(bare)
    names = (fold(name.text) for name in known.names) if known is not None else ()
    said = f" {' '.join(parted_words(fold(text)))} "
    return any(f" {' '.join(parted_words(name))} " in said for name in names if name != fold(bare))
