"""Names exchanged for others of their type, so that contexts are learnt and not only names."""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from pathlib import Path

from brat import Article
from project_tokens import Token

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from quizgen.languages.fr.tokenizer import FrenchNews  # noqa: E402

Pool = dict[str, list[list[Token]]]
SHARE = 0.35  # of names that are exchanged, in half of the paragraphs
_VOWELS = tuple("aeiouyhàâéèêëîïôöùûüAEIOUYHÀÂÉÈÊËÎÏÔÖÙÛÜ")


def names_of(articles: list[Article]) -> Pool:
    """The names of each type in ``articles``, as tokens, each as often as it occurs."""
    nlp = FrenchNews()
    pool: Pool = defaultdict(list)
    for article in articles:
        for start, end, label in article.spans:
            doc = nlp.make_doc(article.text[start:end].strip())
            pool[label].append([Token(token.text, bool(token.whitespace_), "", "", "", 0, "") for token in doc])
    return pool


def swap_names(tokens: list[Token], tags: list[str], pool: Pool, rng: random.Random) -> tuple[list[Token], list[str]]:
    """``tokens`` and their tags with some names exchanged; elision before a name stays right."""
    share = rng.choice([0.0, SHARE])
    out: list[Token] = []
    out_tags: list[str] = []
    at = 0
    while at < len(tokens):
        end = _end(tags, at)
        name = tokens[at:end]
        if tags[at] != "O" and rng.random() < share:
            name = _fitting(name, pool[tags[at][2:]], rng)
        out += name
        out_tags += [tags[at]] * len(name) if tags[at] == "O" else _tags(len(name), tags[at][2:])
        at = end
    return out, out_tags


def _end(tags: list[str], at: int) -> int:
    if tags[at][:1] != "B":
        return at + 1
    return next(index for index in range(at, len(tags)) if tags[index][:1] == "L") + 1


def _tags(length: int, label: str) -> list[str]:
    if length == 1:
        return [f"U-{label}"]
    return [f"B-{label}", *[f"I-{label}"] * (length - 2), f"L-{label}"]


def _fitting(name: list[Token], others: list[list[Token]], rng: random.Random) -> list[Token]:
    """Another name that begins with a vowel as this one does, or with none as this one does; the space after stays."""
    for _ in range(8):
        other = rng.choice(others)
        if other and other[0].text.startswith(_VOWELS) == name[0].text.startswith(_VOWELS):
            return [*other[:-1], Token(other[-1].text, name[-1].space, "", "", "", 0, "")]
    return name
