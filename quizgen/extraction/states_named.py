"""The countries that words name, by themselves or by an adjective."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.knowledge import Country
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token


def only_country(context: Context) -> Country | None:
    """The one country that the headline names, or whose capital (*Au Japon, les couples …*, *Un accord à Oslo*)."""
    headline = context.parsed.article.headline
    if headline is None:
        return None
    spoken = (p for p in context.parsed.paragraphs if p.start >= headline.start)
    named = {code for p in spoken for code in spoken_of(list(p.doc), p, context)}
    if len(named) != 1:
        return None
    return next((one for one in context.knowledge.countries if one.code in named), None)


def countries(paragraph: Paragraph, tokens: list[Token], context: Context) -> frozenset[str]:
    """Codes of the countries that words name, by themselves or by an adjective."""
    found: set[str] = set()
    for token in tokens:
        mention = context.mentions.at(paragraph, token)
        named = context.knowledge.country_named(mention.name) if mention is not None else None
        country = named or context.knowledge.country_of_adjective(token.text)
        if country is not None:
            found.add(country.code)
    return frozenset(found)


def spoken_of(tokens: list[Token], paragraph: Paragraph, context: Context) -> frozenset[str]:
    """Codes of the countries that words name, or whose capital they do (*à Paris, le président …*)."""
    named = (context.mentions.at(paragraph, t) for t in tokens)
    capitals = (context.knowledge.capital_of(m.name) for m in named if m is not None)
    return countries(paragraph, tokens, context) | {country.code for country in capitals if country is not None}
