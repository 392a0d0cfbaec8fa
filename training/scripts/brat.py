"""Articles annotated in BRAT's standoff format: a text and, beside it, lines of ``id, label start end, string``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int, str]


@dataclass(frozen=True)
class Article:
    text: str
    spans: tuple[Span, ...]

    def paragraphs(self) -> list[tuple[str, list[Span]]]:
        """Each line that is not blank, with the spans inside it, counted from its beginning."""
        return [
            (match.group(), self._within(match.start(), match.end()))
            for match in re.finditer(r"[^\n]*\S[^\n]*", self.text)
        ]

    def _within(self, start: int, end: int) -> list[Span]:
        return [(a - start, b - start, label) for a, b, label in self.spans if start <= a and b <= end]


def articles(folder: Path, labels: Mapping[str, str]) -> list[Article]:
    """All articles of ``folder``, by name; spans have the names that ``labels`` gives and none lies inside another."""
    return [_article(path, labels) for path in sorted(folder.glob("*.txt")) if path.with_suffix(".ann").exists()]


def _article(path: Path, labels: Mapping[str, str]) -> Article:
    text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    lines = path.with_suffix(".ann").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t")[1].split() for line in lines if line[:1] == "T"]
    spans = [(int(row[1]), int(row[-1]), labels[row[0]]) for row in rows if row[0] in labels]
    return Article(text, tuple(outermost(spans)))


def outermost(spans: list[Span]) -> list[Span]:
    """The longest spans, none overlapping another, in order."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return sorted(kept)
