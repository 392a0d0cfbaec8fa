"""Sentences seen from outside their quotations: each quotation is one item among the words around it.

A full stop within quotation marks does not end such a sentence, and a quotation may run over paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.extraction.quotes.marks import Marked
from quizgen.parsing.parsed import Paragraph, Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Item:
    """A word outside quotation marks (``token``) or a whole quotation (``mark``), with its offsets in the article."""

    start: int
    end: int
    token: Token | None = None
    mark: Marked | None = None
    paragraph: int = 0

    @cached_property
    def lower(self) -> str:
        return self.token.text.lower() if self.token is not None else ""

    @cached_property
    def text(self) -> str:
        return self.token.text if self.token is not None else ""

    @cached_property
    def pos(self) -> str:
        return self.token.pos_ if self.token is not None else ""


@dataclass(frozen=True)
class Frame:
    """A sentence as items; ``entities`` are ``(first item, last item + 1, label)``, none within quotations."""

    items: tuple[Item, ...]
    paragraph: int

    @cached_property
    def entities(self) -> tuple[tuple[int, int, str], ...]:
        return tuple(_entities(self.items))

    @cached_property
    def marks(self) -> tuple[int, ...]:
        return tuple(index for index, item in enumerate(self.items) if item.mark is not None)

    @cached_property
    def index_of(self) -> dict[int, int]:
        """Start offset of a word → its place among the items."""
        return {item.start: index for index, item in enumerate(self.items)}

    def lower(self, index: int) -> str:
        """The word at ``index`` in lower case; empty for a quotation or beyond the ends."""
        return self.items[index].lower if 0 <= index < len(self.items) else ""

    def pos(self, index: int) -> str:
        return self.items[index].pos if 0 <= index < len(self.items) else ""

    def is_mark(self, index: int) -> bool:
        return 0 <= index < len(self.items) and self.items[index].mark is not None

    def entity_at(self, index: int) -> tuple[int, int, str] | None:
        return self._entity_by_item.get(index)

    @cached_property
    def _entity_by_item(self) -> dict[int, tuple[int, int, str]]:
        return {i: entity for entity in self.entities for i in range(entity[0], entity[1])}


def frames_of(parsed: Parsed, marked: Sequence[Marked]) -> Iterator[Frame]:
    """The sentences of an article in order; ``marked`` are its outermost quotations, in order."""
    items: list[Item] = []
    for item, begins in _items(parsed, marked):
        if begins and items:
            yield Frame(tuple(items), items[0].paragraph)
            items = []
        items.append(item)
    if items:
        yield Frame(tuple(items), items[0].paragraph)


def items_inside(parsed: Parsed, marked: Sequence[Marked]) -> dict[int, list[Item]]:
    """Start of a quotation → the words between its marks; ``marked`` are the outermost, in order."""
    inside: dict[int, list[Item]] = {mark.start: [] for mark in marked}
    place = 0
    for number, paragraph in enumerate(parsed.paragraphs):
        for token in paragraph.doc:
            start, end = _range(paragraph, token)
            while place < len(marked) and marked[place].inner_end <= start:
                place += 1
            if place < len(marked) and marked[place].inner_start <= start and not token.is_space:
                inside[marked[place].start].append(Item(start, end, token, None, number))
    return inside


def _items(parsed: Parsed, marked: Sequence[Marked]) -> Iterator[tuple[Item, bool]]:
    """Every item with whether a sentence begins at it."""
    place, inside_until = 0, -1
    for number, paragraph in enumerate(parsed.paragraphs):
        begins = paragraph.start >= inside_until
        for token in paragraph.doc:
            start, end = _range(paragraph, token)
            begins = begins or bool(token.is_sent_start)
            if start < inside_until:
                begins = False
                continue
            while place < len(marked) and marked[place].end <= start:
                place += 1
            if place < len(marked) and end > marked[place].start:
                mark = marked[place]
                inside_until = mark.end
                yield Item(mark.start, mark.end, None, mark, number), begins
            elif not token.is_space:
                yield Item(start, end, token, None, number), begins
            else:
                continue
            begins = False


def _range(paragraph: Paragraph, token: Token) -> tuple[int, int]:
    start = paragraph.start + token.idx
    return start, start + len(token.text)


def _entities(items: tuple[Item, ...]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for index, item in enumerate(items):
        token = item.token
        following = items[index + 1].token if index + 1 < len(items) else None
        if token is None or not token.ent_type_:
            continue
        if token.ent_iob_ == "B" or index == 0 or items[index - 1].token is None:
            start = index
        if following is None or following.ent_iob_ != "I":
            yield start, index + 1, token.ent_type_
