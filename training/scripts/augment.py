"""Variants of a sentence as news has them; tokens change their letters, never their number or their tree."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from project_tokens import Token

Tokens = list[Token]
_OPEN, _CLOSE = '«“"', '»”"'


Changes = list[tuple[float, Callable[[Tokens, random.Random], Tokens]]]


def augment(tokens: Tokens, rng: random.Random, share: float, changes: Changes | None = None) -> Tokens:
    """``tokens`` after each kind of change, made or not by chance; ``share`` scales the chances."""
    for chance, change in TREE_CHANGES if changes is None else changes:
        if rng.random() < chance * share:
            tokens = change(tokens, rng)
    return tokens


def _each(change: Callable[[str], str]) -> Callable[[Tokens, random.Random], Tokens]:
    return lambda tokens, rng: [replace(token, text=change(token.text)) for token in tokens]


def bare_capitals(text: str) -> str:
    """*État* as *Etat*: the capital loses its accent."""
    first = unicodedata.normalize("NFD", text[:1])[:1]
    return first + text[1:] if text[:1].isupper() else text


def _quotes(tokens: Tokens, rng: random.Random) -> Tokens:
    opening, closing = rng.choice([("«", "»"), ('"', '"'), ("“", "”")])
    is_open = False
    out = []
    for token in tokens:
        if token.text in ("«", "»", "“", "”", '"'):
            is_open = token.text in "«“" or (token.text == '"' and not is_open)
            token = replace(token, text=opening if is_open else closing)
        out.append(token)
    return out


def _heading(tokens: Tokens, rng: random.Random) -> Tokens:
    """No full stop at the end, as in a heading; the tree must not stand on it."""
    last = tokens[-1] if tokens else None
    if last is None or last.text != "." or len(tokens) < 4:
        return tokens
    used = any(token.head == len(tokens) - 1 for token in tokens)
    return tokens if used else tokens[:-1]


NAME_CHANGES: Changes = [
    (0.2, _each(lambda text: text.replace("'", "’"))),
    (0.5, _quotes),
    (0.2, _each(bare_capitals)),
    (0.01, _each(str.upper)),
]
TREE_CHANGES: Changes = [*NAME_CHANGES, (0.06, _heading)]
