"""Words of a text that tell what it is about, in a form that lets those of two texts be compared."""

from __future__ import annotations

from quizgen.asking.comparing import fold, words_of

# Letters that the forms of a word share.
_ROOT = 4


def telling(text: str) -> set[str]:
    """The beginnings of longer words, numbers and acronyms, folded."""
    return {fold(word)[:_ROOT] for word in words_of(text) if _tells(word)}


def _tells(word: str) -> bool:
    return len(word) > _ROOT - 1 or word[:1].isdigit() or word.isupper() and len(word) > 1
