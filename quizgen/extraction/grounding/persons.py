"""People whom another sentence names: by their town, by whose they are, by a first name alone."""

from __future__ import annotations

import re

from quizgen.extraction.context import Context
from quizgen.extraction.function_words import has_possessive, is_definite_word
from quizgen.extraction.grounding.words import Rule, Word
from quizgen.languages.lexicon import grammar, lexicon, words


def _is_inhabitant(word: Word) -> bool:
    """*La Lyonnaise*: somebody called by the town they are from, with no name."""
    token, before = word.token, word.before
    if before is None or not token.text[:1].isupper() or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    if not token.text.endswith(tuple(words(word.context.language, "clauses", "people"))):
        return False
    if token.dep_ == "amod" and token.head.i > token.i:
        return False  # *le Grand Chelem*
    if _is_land_around(word) or not is_definite_word(before):
        return False
    if before.text.lower() in lexicon(word.context.language, "copy")["plural"] or is_before_person(word):
        return False
    return word.mention is None or _is_read_as_unknown_place(word)


def _is_land_around(word: Word) -> bool:
    """*Dans le Libournais*: the land around the town."""
    article = word.before
    if article is None or article.pos_ != "DET" or not article.i:
        return False
    return article.nbor(-1).text.lower() in words(word.context.language, "clauses", "inside")


def _is_read_as_unknown_place(word: Word) -> bool:
    name, mention, knowledge = word.token.text, word.mention, word.context.knowledge
    if mention is None or mention.text != name or mention.type != "location":
        return False
    return knowledge.place(name) is None and knowledge.country_named(name) is None


def _is_somebodys(word: Word) -> bool:
    """*Sa grande rivale*, *son homologue*, with no name behind it: who that is, another sentence says."""
    token = word.token
    if token.pos_ != "NOUN" or not word.lemma_is_among("counterparts") or not has_possessive(token.children):
        return False
    named = any(t.pos_ == "PROPN" for t in token.subtree if t.i > token.i)
    behind = token.doc[token.i + 1 : token.i + 4]  # *ses voisins, la Lituanie et la Pologne*
    beside = [t for t in behind if t.pos_ != "DET"][1:2] if len(behind) and behind[0].text == "," else behind[:1]
    return not named and not any(t.pos_ == "PROPN" for t in beside)


def _is_first_name(word: Word) -> bool:
    """*Yoann, 15 ans*: a first name alone, which neither the article completes nor an office tells (*le pape*)."""
    named, before = word.mention, word.before
    if named is None or named.type != "person" or " " in named.name or named.title or named.left != word.token.i:
        return False
    if grammar(word.context.language).person_gender(named.name) is None or word.token.dep_ == "nmod":
        return False  # *le tunnel de Sandu*: no person
    if re.search(rf"\b{re.escape(named.name)}\b(?! [A-ZÀ-Þ])", word.context.parsed.article.title or ""):
        return False  # known by it alone
    if before is None:
        return True
    return before.text != "«" and before.lemma_.lower() not in words(word.context.language, "worth", "of_one_name")


def is_before_person(word: Word) -> bool:
    """*L'Australienne Emma Jeffcoat*."""
    named = word.context.mentions.at(word.paragraph, word.behind) if word.behind is not None else None
    return named is not None and named.type == "person"


def headline_names_somebody(context: Context) -> bool:
    """Whether the last name of a person of the article stands in its headline."""

    def named() -> bool:
        title = set(re.findall(r"[\w-]+", context.parsed.article.title or ""))
        return any(m.type == "person" and m.name.rsplit(" ", 1)[-1] in title for m in context.mentions.items)

    return context.once("somebody in the headline", named)


RULES: tuple[Rule, ...] = (
    ("which inhabitant", _is_inhabitant),
    ("whose name is not said", _is_somebodys),
    ("which of those of this first name", _is_first_name),
)
