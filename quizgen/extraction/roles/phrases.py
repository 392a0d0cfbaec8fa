"""Phrases for functions beside a name: each noun with its words and the rule that found it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.roles.trees import tree_roles
from quizgen.extraction.roles.words import surface_roles
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token


def named_persons(context: Context) -> Iterator[Mention]:
    """The mentions of persons whom the article names in full."""
    return (m for m in context.mentions.items if m.type == "person" and " " in m.name)


def role_phrases(mention: Mention, context: Context) -> Iterator[tuple[Token, list[Token], str]]:
    """Found by the tree and by the words; not what the next name takes (*X, le président russe, Y, a …*)."""
    for noun, tokens, rule in (*tree_roles(mention, context), *surface_roles(mention, context)):
        if not tokens or tokens[0].i < mention.left or not _is_the_next_ones(tokens, mention, context):
            yield noun, tokens, rule


def _is_the_next_ones(tokens: list[Token], mention: Mention, context: Context) -> bool:
    """A definite function between two names and commas: French sets it before a name as often as behind."""
    doc, end = mention.paragraph.doc, tokens[-1].i + 1
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    if not any(_is_definite_article(t) for t in doc[mention.right : tokens[0].i + 1]):
        return False
    behind = context.mentions.at(mention.paragraph, doc[end + 1])
    return behind is not None and behind.type == "person" and behind.name != mention.name


def _is_definite_article(token: Token) -> bool:
    return token.pos_ == "DET" and "Def" in token.morph.get("Definite", [])


def holds_person(tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    """Whether a phrase has the name of a person."""
    found = (context.mentions.at(paragraph, token) for token in tokens)
    return any(mention is not None and mention.type == "person" for mention in found)


def is_cut_short(tokens: list[Token]) -> bool:
    """A phrase that ends with what wants a noun behind it."""
    return tokens[-1].pos_ in ("ADP", "DET", "CCONJ")
