"""Elision: which words lose their vowel before which (l'homme, le héros, d'Alexandre, de Harvard)."""

from __future__ import annotations

import re
import unicodedata

from quizgen.languages.fr.grammar_lexicon import prefixes, table, words

APOSTROPHES = "'’"
_FIRST_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*", re.UNICODE)
# le IIe siècle is read "le deuxième": no elision, whatever the letters are.
_ROMAN = re.compile(r"[IVX]{2,}(?:e|es|ème|èmes|nd|nde|ᵉ)?|[IVX]+(?:e|es|ème|èmes|ᵉ)")
_OPENING = '«“"‘( \u00a0\u202f['
_VOWELS = "aeiouyœæ"


def fold(text: str) -> str:
    """Lower case without accents: ``fold("Élysée")`` is ``"elysee"``."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def first_word(text: str) -> str:
    """The first word, past opening quotes; empty where a digit or a sign comes first."""
    match = _FIRST_WORD.match(text.lstrip(_OPENING))
    return match.group() if match else ""


def takes_elision(text: str) -> bool:
    """Whether a word before ``text`` elides: it starts with a vowel or a mute h."""
    word = first_word(text)
    if not word or not word[0].isalpha():
        return False
    initial = fold(word)[0]
    if initial == "h":
        return _mute_h(word)
    if initial == "y":
        return _eliding_y(word)
    return initial in _VOWELS and not _blocked(word)


def _mute_h(word: str) -> bool:
    lower = word.lower()
    if word.isupper() and len(word) > 1:
        return lower.startswith(prefixes("elision", "mute", "stems"))
    if word[0].isupper():
        return _mute_name(word)
    if lower.startswith(prefixes("elision", "aspirated", "except")):
        return True
    return not lower.startswith(prefixes("elision", "aspirated", "stems"))


def _mute_name(word: str) -> bool:
    """A capitalised h: mute in listed names and in known common nouns, aspirated in any other name."""
    if word in words("elision", "mute", "names") or word.split("-")[0] in words("elision", "mute", "names"):
        return True
    return word.lower().startswith(prefixes("elision", "mute", "stems"))


def _eliding_y(word: str) -> bool:
    """Y is a vowel before a consonant (Yves, Ypres), a consonant before a vowel (Yémen, yaourt)."""
    if word in words("elision", "blocked", "y_elides"):
        return True
    return len(word) > 1 and fold(word)[1] not in _VOWELS


def _blocked(word: str) -> bool:
    lower = word.lower()
    if lower in words("elision", "blocked", "words") or lower.startswith(prefixes("elision", "blocked", "stems")):
        return True
    if _ROMAN.fullmatch(word):
        return True
    return word[0].isupper() and word.startswith(prefixes("elision", "blocked", "name_stems"))


def elide(word_before: str, text: str) -> str:
    """Both joined as French writes them: ``elide("de", "Alexandre")`` is ``"d'Alexandre"``.

    Only the last word of ``word_before`` may elide, so ``"à côté de"`` and ``"est-ce que"`` work too.
    """
    head, short = _shortened(word_before, text)
    return f"{head}{short}{text}" if short else f"{word_before} {text}"


def _shortened(word_before: str, text: str) -> tuple[str, str]:
    """The part of ``word_before`` that stays and the elided form of its end, empty where nothing elides."""
    start = max(word_before.rfind(" "), word_before.rfind("-")) + 1
    head, last = word_before[:start], word_before[start:]
    short = _elided_form(last.lower(), text)
    if not short:
        return head, ""
    return head, short.capitalize() if last[:1].isupper() else short


def _elided_form(last: str, text: str) -> str:
    special = table("elision")["only_before"].get(last)
    if special:
        return str(special["becomes"]) if first_word(text).lower() in special["words"].split() else ""
    short = table("elision")["elides"].get(last, "")
    return str(short) if short and takes_elision(text) else ""


def before_vowel(word: str, text: str) -> str:
    """A determiner or adjective as it stands before ``text``: "sa", "amie" → "son"; "nouveau", "an" → "nouvel"."""
    other = table("elision")["before_vowel"].get(word.lower())
    if other is None or not takes_elision(text):
        return word
    return str(other).capitalize() if word[:1].isupper() else str(other)
