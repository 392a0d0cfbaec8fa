"""Which words of a quotation may be asked about: those that say something without what was said before."""

from __future__ import annotations

import re
from typing import Literal

from quizgen.languages.lexicon import lexicon

Standing = Literal["alone", "beside its topic"]
_SUPERSCRIPT = re.compile(r"\d [eè](?:me|r)?\b")  # *100 e*: what was raised has come apart
_TOKEN = re.compile(r"[\w’'-]+|[.!?]")


def standing(words: str) -> Standing | None:
    """How quoted words can be asked: by themselves, beside the topic of their article, or not at all."""
    if any(mark in words for mark in ("[", "…", "...", "(", '"')):
        return None
    if _SUPERSCRIPT.search(words):
        return None
    table = lexicon("fr", "quotable")
    tokens = _TOKEN.findall(words.lower().replace("’", "'").replace("'", "' ").replace("-", " "))
    explained = bool(tokens) and tokens[0] in table["naming"]
    soft = False
    for at, token in enumerate(tokens):
        if token in table["anaphoric"] and not _impersonal(tokens, at):
            if not explained or at < _NAMED_BY:
                return None
        soft = soft or token in table["topical"]
    return "beside its topic" if soft else "alone"


_NAMED_BY = 3  # a determiner, a noun and a word at least: what a later pronoun can stand for


def _impersonal(tokens: list[str], at: int) -> bool:
    """*Il y a*, *il s'agit*, *il est possible que*: the pronoun stands for nothing."""
    if tokens[at] != "il":
        return (
            tokens[at] == "y"
            and tokens[at + 1 : at + 2] != []
            and tokens[at + 1] in lexicon("fr", "quotable")["exists"]
        )
    after = tokens[at + 1 : at + 6]
    words = [token for token in after if token not in ("ne", "n'", "me", "nous", "vous", "s'", "se", "y", "en")]
    return bool(words) and (
        words[0] in lexicon("fr", "quotable")["impersonal"]
        or (words[0] in lexicon("fr", "quotable")["judging"] and any(t in ("que", "qu'", "de", "d'") for t in after))
        or ("y" in after[:2] and words[0] in lexicon("fr", "quotable")["exists"])
    )


def passage(words: str, shortest: int, longest: int) -> tuple[int, int, Standing] | None:
    """The part of a quotation to ask about: offsets into it, and how it stands; None where there is none.

    The whole where it is short enough, else the first run of its sentences that is. ``shortest`` and
    ``longest``: in words.
    """
    starts = [0, *(m.end() for m in re.finditer(r"[.!?]\s+(?=[A-ZÀ-ÖØ-Þ«])", words))]
    ends = [*starts[1:], len(words)]
    for first, start in enumerate(starts):
        best: tuple[int, int, Standing] | None = None
        for end in ends[first:]:
            text = words[start:end].rstrip()
            if len(text.split()) > longest:
                break
            how = standing(text)
            if how is None:
                break
            if len(text.split()) >= shortest:
                best = (start, start + len(text), how)
        if best is not None:
            return best
    return None
