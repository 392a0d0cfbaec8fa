"""Offices of a state: which one, by the phrase itself or by the headline's country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.mention_spans import Mention
from quizgen.knowledge import Country
from quizgen.languages.lexicon import lexicon, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token


def country_told(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> Country | None:
    """The country that the headline opens with (*France : …*), where the office is one of a state's.

    None where the function names its country itself, or where the sentence speaks of another country: it may be
    that one's minister; of an office that opens its sentence, only what the paragraph names before it counts. Where
    only the article speaks of another country, the headline must name the person.
    """
    country = context.headline_country or only_country(context)
    if country is None or not is_national(noun, tokens, context.language):
        return None
    if any((m := context.mentions.at(mention.paragraph, t)) and m.type == "location" for t in tokens):
        return None  # *la première ministre du Québec*
    if countries(mention.paragraph, tokens, context):
        return None
    paragraph = mention.paragraph
    named = mention.name.rsplit(" ", 1)[-1] in (context.parsed.article.title or "")
    opens = context.headline_country is not None and _opens_sentence(noun, mention)
    before = _spoken_of([t for t in paragraph.doc if t.i < noun.i], paragraph, context)
    inside = _spoken_of(list(noun.sent), paragraph, context)
    if (before if opens else inside) - {country.code}:
        return None
    if _is_called_elsewhere(mention, context) - {country.code}:
        return None
    abroad = countries_of_article(context) - {country.code}
    around = before if opens else told_by_paragraph(paragraph, context)
    if abroad and not inside and not named and not around <= {country.code}:
        return None
    return country


def _is_called_elsewhere(mention: Mention, context: Context) -> frozenset[str]:
    """Codes of the countries right before the same person's name in other places (*le roi d'Espagne X*)."""
    found: set[str] = set()
    for other in context.mentions.items:
        if other.name == mention.name and other.start != mention.start:
            doc = other.paragraph.doc
            before = list(doc[max(doc[other.left].sent.start, other.left - _PHRASE) : other.left])
            found |= countries(other.paragraph, before, context)
    return frozenset(found)


# Words of a function before a name.
_PHRASE = 5


def _opens_sentence(noun: Token, mention: Mention) -> bool:
    """*Le ministre des Transports, X, a …*: a function and its holder before the verb, with nothing before them.

    What countries such a sentence names behind them are those its subject deals with, as a rule.
    """
    left = min(noun.i, mention.left)
    before = noun.doc[noun.sent.start : left]
    return all(t.pos_ in ("DET", "ADJ", "PUNCT") for t in before) and noun.sent.root.i > max(noun.i, mention.right - 1)


def _spoken_of(tokens: list[Token], paragraph: Paragraph, context: Context) -> frozenset[str]:
    """Codes of the countries that words name, or whose capital they do (*à Paris, le président …*)."""
    named = (context.mentions.at(paragraph, t) for t in tokens)
    capitals = (context.knowledge.capital_of(m.name) for m in named if m is not None)
    return countries(paragraph, tokens, context) | {country.code for country in capitals if country is not None}


def only_country(context: Context) -> Country | None:
    """The one country that the headline names (*Au Japon, les couples …*), where the article names no other."""
    headline = context.parsed.article.headline
    if headline is None:
        return None
    spoken = (p for p in context.parsed.paragraphs if p.start >= headline.start)
    named = {code for p in spoken for code in countries(p, list(p.doc), context)}
    if len(named) != 1 or countries_of_article(context) - named:
        return None
    return next((one for one in context.knowledge.countries if one.code in named), None)


def told_by_paragraph(paragraph: Paragraph, context: Context) -> frozenset[str]:
    """Codes of the countries that a paragraph names, or whose capital it does."""
    return _spoken_of(list(paragraph.doc), paragraph, context)


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


def countries_of_article(context: Context) -> frozenset[str]:
    """Codes of the countries that the body of the article names."""
    return context.once("countries", lambda: _countries_of_body(context))


def _countries_of_body(context: Context) -> frozenset[str]:
    article = context.parsed.article
    spoken = (p for p in context.parsed.paragraphs if article.headline is None or p.start < article.headline.start)
    return frozenset(code for p in spoken for code in countries(p, list(p.doc), context))


def is_national(noun: Token, tokens: list[Token], language: str) -> bool:
    """*Président*, *Premier ministre*, *ministre du Budget*, *président de l'Assemblée nationale*."""
    table = lexicon(language, "offices")
    said = [t.text.lower() for t in tokens if t.text.lower() not in table["former"]]
    if noun.text.lower() == table["of_state"][0]:
        return table["of_state"][1] in said
    if noun.text.lower() in table["portfolio"] or said == [noun.text.lower()]:
        return noun.text.lower() in (*table["portfolio"], *table["national"])
    offices = (*table["national"], *table["national_with_power"])
    return noun.text.lower() in offices and any(word in table["powers"] for word in said)


def names_region(noun: Token, tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    """*Première ministre du Québec*: a place that is no country, as the complement of the office."""
    of = words(context.language, "clauses", "of")
    if any(t.text.lower() in words(context.language, "offices", "parts_for_the_whole") for t in tokens):
        return False
    placed = (t for t in tokens if (m := context.mentions.at(paragraph, t)) and m.type == "location" and t.head == noun)
    return any(c.dep_ == "case" and c.text.lower() in of for t in placed for c in t.children)
