"""Names of one person, matched: the fullest form in an article, without a title.

Pure functions over strings; shared by whatever links mentions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_INITIAL = re.compile(r"^[^\W\d_](?:\.-?[^\W\d_])?\.$")
_WORD = re.compile(r"[^\s]+")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """``text`` without case, accents or kinds of apostrophe: for comparing names only."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))


def name_words(name: str, titles: Iterable[str] = ()) -> tuple[str, ...]:
    """The words of ``name``, folded, without leading ``titles`` (given in lower case)."""
    words = [word.strip(',;:()«»"') for word in _WORD.findall(name)]
    known = frozenset(titles)
    while len(words) > 1 and words[0].lower() in known:
        words.pop(0)
    return tuple(fold(word) for word in words if word)


def without_title(name: str, titles: Iterable[str] = ()) -> str:
    """``name`` without leading ``titles``: *M. Loukachenko* → *Loukachenko*."""
    known = frozenset(titles)
    words = name.split()
    while len(words) > 1 and words[0].lower() in known:
        words.pop(0)
    return " ".join(words)


def extends(fuller: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether ``fuller`` can name the person ``shorter`` names: the same last words, more before them.

    An initial stands for a first name: *B. Obama* and *Barack Obama*. Words are folded.
    """
    if not shorter or len(fuller) < len(shorter):
        return False
    if len(shorter) > 1 and _INITIAL.match(shorter[0]):
        return fuller[0][:1] == shorter[0][:1] and _ends(fuller[1:], shorter[1:])
    return _ends(fuller, shorter) or (len(shorter) > 1 and fuller[0] == shorter[0] and fuller[-1] == shorter[-1])


def _ends(words: Sequence[str], ending: Sequence[str]) -> bool:
    return len(ending) <= len(words) and tuple(words[len(words) - len(ending) :]) == tuple(ending)


def fullest_name(mention: str, candidates: Sequence[str], titles: Iterable[str] = ()) -> str:
    """The fullest of ``candidates`` that names the person ``mention`` names, else ``mention`` itself.

    *Loukachenko* → *Alexandre Loukachenko*. Titles (lower case, as *m.*) are dropped. Where two
    different persons fit (*Michelle Obama*, *Barack Obama*), the mention stays as it is.
    """
    known = frozenset(titles)
    own = name_words(mention, known)
    bare = without_title(mention, known)
    fitting = {words: name for name in candidates if extends(words := name_words(name, known), own)}
    fuller = {words: without_title(name, known) for words, name in fitting.items() if words != own}
    tops = [words for words in fuller if not any(other != words and extends(other, words) for other in fuller)]
    return fuller[tops[0]] if len(tops) == 1 else bare


def ambiguous(mention: str, candidates: Sequence[str], titles: Iterable[str] = ()) -> bool:
    """Whether several different persons among ``candidates`` fit ``mention``."""
    known = frozenset(titles)
    own = name_words(mention, known)
    fuller = {words for name in candidates if extends(words := name_words(name, known), own) and words != own}
    return len([w for w in fuller if not any(o != w and extends(o, w) for o in fuller)]) > 1
