"""Which characters a pattern can begin with, so that a rule is only tried where it may match.

Reads the part of regular expression syntax that rules use: literals, escapes, classes, groups, alternatives,
optional items and look-arounds. Whatever else it meets counts as any character: slower, never wrong.
"""

from __future__ import annotations

import re

# Stands for any character; an empty string in a set says that the match may be empty.
ANY = frozenset({"any"})
_DIGITS = frozenset("0123456789")
_ITEM = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_QUANTIFIER = re.compile(r"[*+?]|\{(\d*),?\d*\}")
_ZERO_WIDTH = ("(?=", "(?!", "(?<=", "(?<!")


def first_characters(pattern: str) -> frozenset[str]:
    """Characters that a match of ``pattern`` may begin with; ``ANY`` where that is unknown."""
    starts = _first(pattern)
    return ANY if "" in starts else starts


def _first(pattern: str) -> frozenset[str]:
    found = frozenset[str]().union(*(_of_sequence(alternative) for alternative in _alternatives(pattern)))
    return ANY if found >= ANY else found


def _alternatives(pattern: str) -> list[str]:
    parts, start, at = [], 0, 0
    while at < len(pattern):
        item = _item(pattern, at)
        if item == "|":
            parts.append(pattern[start:at])
            start = at + 1
        at += len(item)
    return [*parts, pattern[start:]]


def _item(pattern: str, at: int) -> str:
    """The group, class, escape or character at ``at``."""
    if pattern[at] != "(":
        match = _ITEM.match(pattern, at)
        return match[0] if match else pattern[at]
    end, depth = at, 0
    while end < len(pattern):
        piece = _ITEM.match(pattern, end)
        text = piece[0] if piece else pattern[end]
        depth += (text == "(") - (text == ")")
        end += len(text)
        if depth == 0:
            break
    return pattern[at:end]


def _of_sequence(sequence: str) -> frozenset[str]:
    """First characters of items in a row: of the first, and of the next while what is before may be empty."""
    found: frozenset[str] = frozenset()
    at = 0
    while at < len(sequence):
        item = _item(sequence, at)
        at += len(item)
        quantifier = _QUANTIFIER.match(sequence, at)
        at += len(quantifier[0]) if quantifier else 0
        optional = quantifier is not None and (quantifier[0] in "?*" or quantifier[1] == "0")
        if item.startswith(_ZERO_WIDTH) or item == r"\b":
            continue
        starts = _of_item(item)
        found |= starts - {""}
        if "" not in starts and not optional:
            return found
    return found | {""}


def _of_item(item: str) -> frozenset[str]:
    if item.startswith("("):
        return _first(re.sub(r"^\((?:\?:|\?P<\w+>)?", "", item)[:-1])
    if item.startswith("["):
        return _of_class(item[1:-1])
    if item.startswith("\\"):
        return _DIGITS if item == r"\d" else ANY if item[1].isalnum() else frozenset(item[1])
    return ANY if item in ".^$" else frozenset(item)


def _of_class(inside: str) -> frozenset[str]:
    if inside.startswith("^") or "\\" in inside:
        return ANY
    found: set[str] = set()
    for first, last in re.findall(r"(.)(?:-(.))?", inside):
        found.update(map(chr, range(ord(first), ord(last or first) + 1)))
    return frozenset(found)
