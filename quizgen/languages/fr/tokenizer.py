"""The language class of ``fr_quizgen_news``: French, without the tokenizer expression of spaCy's own class.

``spacy.lang.fr`` compiles one expression of 250 alternatives when it is imported, which takes longer than everything
else between ``import spacy`` and a loaded pipeline. Words with hyphens are the reason for it: they are cut at every
hyphen unless an alternative matches. Here they are cut nowhere, except before an enclitic, and nothing large is needed.
The words are in ``pipeline/tokens.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from spacy.attrs import LIKE_NUM  # type: ignore[import-not-found]
from spacy.lang.char_classes import ALPHA, LIST_ELLIPSES, LIST_ICONS, UNITS
from spacy.lang.punctuation import TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS
from spacy.language import BaseDefaults, Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.util import update_exc

_APOSTROPHES = "'’"
_HYPHENS = "-‐‑"


@cache
def token_data() -> dict[str, Any]:
    """The word lists of the tokenizer, as ``pipeline/tokens.toml`` has them."""
    source = files("quizgen.languages.fr") / "pipeline" / "tokens.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _cased(words: Iterable[str]) -> str:
    """An alternation of ``words``: as they are, with a capital, in capitals; the longest first."""
    forms = {form for word in words for form in (word, word.capitalize(), word.upper())}
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))


def prefixes() -> list[str]:
    """spaCy's prefixes and the elided words, unless a name begins with what looks like one."""
    data = token_data()
    names = "".join(data["elided_in_names"])
    name = rf"(?:[{names}][{_APOSTROPHES}][A-ZÀ-Ý][a-zà-ÿ])"
    return [
        *TOKENIZER_PREFIXES,
        rf"(?!{name})(?:{_cased(data['elided'])})[{_APOSTROPHES}](?=\S)",
        rf"[{_HYPHENS}](?=[{ALPHA}]{{2}})",
    ]


def suffixes() -> list[str]:
    """spaCy's suffixes but the English 's, the enclitics, and a unit or a per cent sign after a digit."""
    english = {"'s", "'S", "’s", "’S"}
    general = [suffix for suffix in TOKENIZER_SUFFIXES if suffix not in english]
    enclitics = _cased(token_data()["enclitics"])
    hyphens = [rf"(?<=[{ALPHA}])[{_HYPHENS}](?:{enclitics})", rf"(?<=[{ALPHA}]{{2}})[{_HYPHENS}]"]
    return [*general, *hyphens, r"(?<=[0-9])%", rf"(?<=[0-9])(?:{UNITS})"]


def infixes() -> list[str]:
    """Where a word is cut inside: dashes and slashes between words, never a hyphen."""
    return [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        rf"(?<=[{ALPHA}0-9])(?:–|—|--+|~)(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}])[:<>=/](?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])[«»“”\"](?=[{ALPHA}0-9])",
    ]


def exceptions() -> dict[str, list[dict[int, str]]]:
    """Words that the rules would cut wrongly, with both apostrophes, as written and with a capital."""
    data = token_data()
    whole = {form for word in [*data["whole"], *data["abbreviations"]] for form in _spellings(word)}
    kept = {word: [{ORTH: word}] for word in sorted(whole)}
    split = {word: [{ORTH: part} for part in parts] for word, parts in data["split"].items()}
    merged: dict[str, list[dict[int, str]]] = update_exc(BASE_EXCEPTIONS, {**kept, **split})
    return merged


def _spellings(word: str) -> set[str]:
    forms = {word, word[:1].upper() + word[1:]}
    return forms | {form.replace("'", "’") for form in forms}


def like_num(text: str) -> bool:
    """Whether ``text`` is a number, in digits or in words."""
    bare = text.lstrip("+-±~").replace(",", "").replace(".", "")
    parts = bare.split("/")
    return (len(parts) < 3 and all(part.isdigit() for part in parts)) or text.lower() in _number_words()


@cache
def _number_words() -> frozenset[str]:
    return frozenset(token_data()["numbers"]["words"])


class FrenchNewsDefaults(BaseDefaults):
    """Rules of the tokenizer and the lexical attributes; all else as in every spaCy language."""

    prefixes = prefixes()
    suffixes = suffixes()
    infixes = infixes()
    tokenizer_exceptions = exceptions()
    token_match = re.compile(rf"[{ALPHA}]+\([{ALPHA}]{{1,3}}\)s?$").match
    lex_attr_getters: dict[int, Callable[[str], Any]] = {LIKE_NUM: like_num}


class FrenchNews(Language):  # type: ignore[no-untyped-call]
    """French, as news is written. Its code is ``fr``, so that whoever asks a doc for its language finds French."""

    lang = "fr"
    Defaults = FrenchNewsDefaults
