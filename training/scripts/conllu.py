"""Sentences of a CoNLL-U treebank as words with character offsets; contractions are merged into one word."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Word:
    """One surface word: where it stands in the sentence, and what it is. ``head`` is an index, its own for the root."""

    start: int
    end: int
    lemma: str
    pos: str
    morph: str
    head: int
    dep: str


@dataclass(frozen=True)
class Sentence:
    text: str
    words: tuple[Word, ...]


def sentences(path: Path) -> list[Sentence]:
    """All sentences of the file at ``path`` whose words can be found in their text."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [sentence for block in blocks if (sentence := _sentence(block)) is not None]


def _sentence(block: str) -> Sentence | None:
    lines = [line for line in block.splitlines() if line]
    texts = [line.partition("= ")[2] for line in lines if line.startswith("# text =")]
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    if not texts or not rows:
        return None
    return _located(texts[0], _surface(rows))


def _surface(rows: list[list[str]]) -> list[list[list[str]]]:
    """Rows grouped by surface word; the first row of a group bears the form, the others are its syntactic words."""
    groups: list[list[list[str]]] = []
    last = 0
    for row in rows:
        if "-" in row[0]:
            last = int(row[0].split("-")[1])
            groups.append([row])
        elif "." in row[0]:
            continue
        elif int(row[0]) <= last:
            groups[-1].append(row)
        else:
            groups.append([row, row])
    return groups


def _located(text: str, groups: list[list[list[str]]]) -> Sentence | None:
    index = {row[0]: at for at, group in enumerate(groups) for row in group[1:]}
    words: list[Word] = []
    position = 0
    for at, group in enumerate(groups):
        start = text.find(group[0][1], position)
        if start < 0 or text[position:start].strip():
            return None
        position = start + len(group[0][1])
        row = _governor(group[1:], index, at)
        head = at if row[6] == "0" else index[row[6]]
        words.append(
            Word(start, position, row[2], row[3], row[5].replace("_", "") if row[5] == "_" else row[5], head, row[7])
        )
    return Sentence(text, tuple(words))


def _governor(rows: list[list[str]], index: dict[str, int], at: int) -> list[str]:
    """The syntactic word that stands for a contraction: the first whose head is outside it."""
    return next((row for row in rows if index.get(row[6]) != at), rows[0])
