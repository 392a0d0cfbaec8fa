"""Offices of a state: which one, by the phrase itself or by the headline's country."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.names.states import OWN_MINISTERS, countries, only_country, spoken_of
from quizgen.extraction.roles.wording import whole_name
from quizgen.knowledge import Country, Place
from quizgen.languages.lexicon import lexicon, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token


def country_told(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> Country | None:
    """The country of an office that every state has, where the phrase leaves it out.

    Told by a place that opens the sentence (*À Londres, le Premier ministre X …*), by the headline's country
    (*France : …*), or by being all that the article speaks of. None where the function names its country itself, or
    where the words around it speak of another one.
    """
    if not is_national(noun, tokens, context.language, whole_name(tokens[-1], mention, context) or ""):
        return None
    if any(t.text.lower() in words(context.language, "worth", "lesser") for t in tokens):
        return None  # *le chef du gouvernement local*
    if any((m := context.mentions.at(mention.paragraph, t)) and m.type == "location" for t in tokens):
        return None  # *la première ministre du Québec*
    if countries(mention.paragraph, tokens, context):
        return None
    if any(context.knowledge.place_of_adjective(t.text) for t in tokens):
        return None  # *la Première ministre écossaise*
    found = _unsaid(noun, tokens, mention, context)
    table = lexicon(context.language, "offices")
    only = table["of_states"].get(noun.text.lower())
    if found is None or found.code in table["without_ministers"]:
        return None  # *Vatican : … la chancelière X*
    return found if only is None or found.code in only else None


def _unsaid(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> Country | None:
    """The country of a national office whose phrase names none."""
    headline = context.headline_country or only_country(context)
    opened = _opened_by(noun, mention, context, abroad=headline is None)
    if opened is not None:
        return opened if not _is_called_elsewhere(mention, context) - {opened.code} else None
    if headline is not None:
        return headline if _is_of_headlines(headline, noun, mention, context) else None
    home = home_country(context) if len(tokens) > 1 else None  # *le président, X*: it may be a court's
    return home if home is not None and _is_of_homes(home, noun, mention, context) else None


def _is_of_headlines(country: Country, noun: Token, mention: Mention, context: Context) -> bool:
    """Whether an office can only be that of the country that the headline opens with.

    Of an office that opens its sentence, only what the paragraph names before it counts. Where only the article speaks
    of another country, the headline must name the person; where the headline itself does (*Mali : la France engage
    ses soldats*), it tells no office's country.
    """
    paragraph = mention.paragraph
    title = context.parsed.article.title or ""
    if _powers_named(title.partition(" : ")[2], context) - {country.code}:
        return False
    named = mention.name.rsplit(" ", 1)[-1] in title
    opens = _opens_sentence(noun, mention)
    before = spoken_of([t for t in paragraph.doc if t.i < noun.i], paragraph, context)
    inside = spoken_of(list(noun.sent), paragraph, context)
    if (before if opens else inside) - {country.code}:
        return False
    if _is_called_elsewhere(mention, context) - {country.code}:
        return False
    abroad = countries_of_article(context) - {country.code}
    around = before if opens else told_by_paragraph(paragraph, context)
    return not (abroad and not inside and not named and not around <= {country.code})


def _powers_named(text: str, context: Context) -> frozenset[str]:
    """Codes of the countries that a headline names as those who act: by name, or by their capital."""
    known = context.knowledge
    named = (known.country_named(name) or known.capital_of(name) for name in _NAMES.findall(text))
    return frozenset(country.code for country in named if country is not None)


def _opened_by(noun: Token, mention: Mention, context: Context, *, abroad: bool) -> Country | None:
    """The country of a place that opens the sentence, right before its subject (*En France, le ministre X*).

    Its name, or ``abroad`` its capital: where the headline has a country, whoever speaks in the capital of another one
    may be there on a visit. Not a town where bodies of many states sit (*À Bruxelles*).
    """
    sentence, paragraph = noun.sent, mention.paragraph
    if not _is_subject(noun) and not _is_subject(paragraph.doc[mention.left : mention.right].root):
        return None
    left = list(sentence.doc[sentence.start : min(noun.i, mention.left)])
    while left and left[-1].pos_ in ("DET", "ADJ"):
        left.pop()
    if len(left) < _SHORTEST or left[-1].text != "," or left[0].pos_ != "ADP":
        return None
    named = {m.name for t in left[1:-1] if (m := context.mentions.at(paragraph, t)) is not None}
    if len(named) != 1 or any(t.pos_ in ("VERB", "AUX", "NOUN") for t in left):
        return None
    (name,) = named
    if name.lower() in words(context.language, "offices", "hosts"):
        return None
    return context.knowledge.country_named(name) or (context.knowledge.capital_of(name) if abroad else None)


# A preposition, a name and a comma.
_SHORTEST = 3


def _is_subject(token: Token) -> bool:
    while token.dep_ in ("appos", "flat", "flat:name") and token.head.i != token.i:
        token = token.head
    return token.dep_.startswith("nsubj")


def home_country(context: Context) -> Country | None:
    """The country that an article without one in its headline speaks of all along, by what it names of it."""
    return context.once("home country", lambda: _home_country(context))


def _home_country(context: Context) -> Country | None:
    told = Counter(code for p in context.parsed.paragraphs for code in _codes_named(p, context))
    if not told:
        return None
    code, often = told.most_common(1)[0]
    if often < _OFTEN or often < _MOST * sum(told.values()):
        return None
    return context.knowledge.by_code(code)


# So often an article names what is of its country, and so much of all that it names is.
_OFTEN, _MOST = 3, 0.8


def _codes_named(paragraph: Paragraph, context: Context) -> list[str]:
    """Codes of the countries of all that a paragraph names: countries, towns, bodies, nationalities."""
    known = context.knowledge
    found: list[str] = []
    for mention in context.mentions.items:
        if mention.paragraph is paragraph:
            place, body = known.place(mention.name), known.organisation(mention.name)
            country = known.country_named(mention.name) or known.capital_of(mention.name)
            found.append(country.code if country else place.country if place else body.country if body else "")
    nations = (known.country_of_adjective(t.text) for t in paragraph.doc if t.text.islower())
    found += [country.code for country in nations if country is not None]
    return [code for code in found if known.by_code(code) is not None]


def _is_of_homes(country: Country, noun: Token, mention: Mention, context: Context) -> bool:
    """Whether nothing in the paragraph before an office, nor in its sentence, is of another country.

    Nor may the article name a part of the country that has ministers of its own.
    """
    paragraph = mention.paragraph
    around = spoken_of([t for t in paragraph.doc if t.i < noun.i or t in noun.sent], paragraph, context)
    if around - {country.code} or _is_called_elsewhere(mention, context) - {country.code}:
        return False
    places = (context.knowledge.place(m.name) for m in context.mentions.items)
    if any(place is not None and place.kind in OWN_MINISTERS for place in places):
        return False
    titled = (context.knowledge.place(name) for name in _NAMES.findall(context.parsed.article.title or ""))
    return not any(place is not None and place.kind in _APART for place in titled)


# In the headline, these may govern themselves (*le Groenland*).
_APART = ("region", "territory", "island")


def region_told(mention: Mention, context: Context) -> Place | None:
    """The one part of a country with ministers of its own that the headline names (*Québec : …*), for an office.

    Nowhere the paragraph speaks of a country, whose office it could be as well.
    """
    title = context.parsed.article.title or ""
    named = (context.knowledge.place(name) for name in _NAMES.findall(title))
    found = {place.name.text: place for place in named if place is not None and place.kind in ("province", "nation")}
    if len(found) != 1 or _powers_named(title, context) or told_by_paragraph(mention.paragraph, context):
        return None
    return next(iter(found.values()))


def headline_states(context: Context) -> int:
    """How many countries, and parts of countries with ministers of their own, the headline names."""
    title = context.parsed.article.title or ""
    places = (context.knowledge.place(name) for name in _NAMES.findall(title))
    nations = (context.knowledge.country_of_adjective(word) for word in re.findall(r"\w+", title))
    regions = {p.name.text for p in places if p is not None and p.kind in OWN_MINISTERS}
    return len(_powers_named(title, context) | {c.code for c in nations if c is not None}) + len(regions)


_NAMES = re.compile(r"[A-ZÉÎ][\w-]+(?: [A-Z][\w-]+)*")


def names_own_ministers(context: Context) -> bool:
    """Whether the article names a part of a country with ministers of its own (*le Parti québécois*)."""
    return context.once("own ministers", lambda: _names_own_ministers(context))


def _names_own_ministers(context: Context) -> bool:
    known = context.knowledge
    words_said = {t.text for p in context.parsed.paragraphs for t in p.doc if t.is_alpha}
    places = (known.place(m.name) for m in context.mentions.items)
    regions = (known.place_of_adjective(word) for word in words_said)
    return any(place is not None and place.kind in OWN_MINISTERS for place in (*places, *regions))


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


def told_by_paragraph(paragraph: Paragraph, context: Context) -> frozenset[str]:
    """Codes of the countries that a paragraph names, or whose capital it does."""
    return spoken_of(list(paragraph.doc), paragraph, context)


def countries_of_article(context: Context) -> frozenset[str]:
    """Codes of the countries that the body of the article names."""
    return context.once("countries", lambda: _countries_of_body(context))


def _countries_of_body(context: Context) -> frozenset[str]:
    article = context.parsed.article
    spoken = (p for p in context.parsed.paragraphs if article.headline is None or p.start < article.headline.start)
    return frozenset(code for p in spoken for code in countries(p, list(p.doc), context))


def is_national(noun: Token, tokens: list[Token], language: str, body: str = "") -> bool:
    """*Président*, *Premier ministre*, *ministre du Budget*, *président de l'Assemblée nationale*.

    ``body``: a whole name, where ``tokens`` say less of what it is an office of.
    """
    table = lexicon(language, "offices")
    said = [t.text.lower() for t in tokens if t.text.lower() not in table["former"]]
    if noun.text.lower() == table["of_state"][0]:
        return table["of_state"][1] in said
    if noun.text.lower() in table["portfolio"] or said == [noun.text.lower()]:
        return noun.text.lower() in (*table["portfolio"], *table["national"])
    offices = (*table["national"], *table["national_with_power"])
    said += body.lower().split()
    return noun.text.lower() in offices and any(word in table["powers"] for word in said)


def names_region(noun: Token, tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    """*Première ministre du Québec*: a place that is no country, as the complement of the office."""
    of = words(context.language, "clauses", "of")
    if any(t.text.lower() in words(context.language, "offices", "parts_for_the_whole") for t in tokens):
        return False
    placed = (t for t in tokens if (m := context.mentions.at(paragraph, t)) and m.type == "location" and t.head == noun)
    return any(c.dep_ == "case" and c.text.lower() in of for t in placed for c in t.children)
