"""Named things of an article: their mentions, linked to one entity with its fullest name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.extraction.names.entity_types import evidence_of, shown_types, voted_types
from quizgen.extraction.names.fullest import fullest_here, named_before, names_of_persons
from quizgen.extraction.names.spans import Mention, found_names
from quizgen.parsing.parsed import Paragraph, Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Mentions:
    """All mentions of an article, found by token."""

    items: tuple[Mention, ...]
    by_token: dict[tuple[int, int], Mention]

    def at(self, paragraph: Paragraph, token: Token) -> Mention | None:
        return self.by_token.get((paragraph.start, token.i))


def find_mentions(parsed: Parsed) -> Mentions:
    """Mentions of every named entity that the pipeline finds, typed by majority over the article."""
    raw = found_names(parsed)
    types = voted_types(raw, parsed.article.language)
    persons = names_of_persons(raw, types, parsed.article.language)
    bodies = named_before(raw, persons, parsed)
    types = shown_types(types, evidence_of(raw, persons, bodies, parsed))

    def name_of(mention: Mention) -> str:
        if types[mention.text] != "person" or mention.text in bodies:
            return mention.text
        return fullest_here(mention, persons, parsed.article.title or "")

    items = tuple(replace(m, type=types[m.text], name=name_of(m)) for m in raw)
    return Mentions(items, {(m.paragraph.start, i): m for m in items for i in range(m.left, m.right)})
