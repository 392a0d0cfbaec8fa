"""The countries that words name, by themselves or by an adjective."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.knowledge import Country
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token


# Parts of a country that have ministers of their own.
OWN_MINISTERS = ("province", "state", "nation")


def only_country(context: Context) -> Country | None:
    """The one country that the headline names, or whose capital (*Au Japon, les couples …*, *Un accord à Oslo*).

    None where it names a part of a country with ministers of its own (*Québec : le géant américain X achète Y*), or
    tells only what somebody or a company is by nation (*le géant américain X*), or which way something goes (*part pour
    les États-Unis*).
    """
    headline = context.parsed.article.headline
    if headline is None:
        return None
    spoken = [p for p in context.parsed.paragraphs if p.start >= headline.start]
    if any(_is_part_with_ministers(t, p, context) or _is_dealt_with(t, p, context) for p in spoken for t in p.doc):
        return None
    told = [(p, [t for t in p.doc if not _tells_whose(t, context)]) for p in spoken]
    named = {code for p, tokens in told for code in spoken_of(_at_home(tokens, p, context), p, context)}
    if len(named) != 1:
        return None
    return next((one for one in context.knowledge.countries if one.code in named), None)


def _at_home(tokens: list[Token], paragraph: Paragraph, context: Context) -> list[Token]:
    """Words without the towns where states meet (*un accord conclu à Vienne*)."""
    hosts = words(context.language, "offices", "hosts")
    named = ((token, context.mentions.at(paragraph, token)) for token in tokens)
    return [token for token, mention in named if mention is None or mention.name.lower() not in hosts]


def _is_part_with_ministers(token: Token, paragraph: Paragraph, context: Context) -> bool:
    mention = context.mentions.at(paragraph, token)
    place = context.knowledge.place(mention.name if mention is not None else token.text)
    place = place or context.knowledge.place_of_adjective(token.text)
    return place is not None and place.kind in OWN_MINISTERS


def _is_dealt_with(token: Token, paragraph: Paragraph, context: Context) -> bool:
    """*Part pour les États-Unis*, *un accord avec l'Iran*: a country that others have to do with."""
    mention = context.mentions.at(paragraph, token)
    if mention is None or mention.left != token.i or context.knowledge.country_named(mention.name) is None:
        return False
    before = [t for t in paragraph.doc[: token.i] if t.pos_ != "DET"]
    return bool(before) and before[-1].lower_ in words(context.language, "offices", "dealing")


def _tells_whose(token: Token, context: Context) -> bool:
    """*Le géant américain X*, *l'Américain Y*: the nation of a company or a person, who may act anywhere.

    Not *le président américain*: of an office of the state.
    """
    if context.knowledge.country_of_adjective(token.text) is None:
        return False
    if token.text.istitle() and token.pos_ in ("NOUN", "PROPN"):
        return True
    noun, gram = token.head, grammar(context.language)
    if token.pos_ != "ADJ" or noun.pos_ != "NOUN" or gram.is_office(noun.lemma_.lower()):
        return False
    company = noun.lemma_.lower() in words(context.language, "offices", "companies")
    return company or gram.noun_class(noun.lemma_.lower()) == "person"


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
