"""Phrases beside a name that are no function of the one named: cut short, somebody else's, of another time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.names.spans import Mention, has_particle
from quizgen.extraction.roles.phrases import holds_person, is_cut_short
from quizgen.extraction.roles.times import then
from quizgen.languages.lexicon import grammar, lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words of the longest name of one person.
_LONGEST_NAME = 3


def is_function(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> bool:
    """Whether the phrase is a function of the one person named, now, and whole."""
    return (
        bool(tokens)
        and _is_whole(noun, tokens, context)
        and _is_of_the_one_named(noun, tokens, mention, context)
        and _is_of_its_time(noun, tokens, context)
        and _tells_office(noun, tokens, mention, context)
        and not _is_besides(tokens, context)
    )


# Whole.


def _is_whole(noun: Token, tokens: list[Token], context: Context) -> bool:
    return not (
        is_cut_short(tokens)
        or _is_participle(noun, tokens)
        or _ends_within_word(tokens[-1])
        or _goes_on(tokens, context)
        or any(_disagrees(token, tokens, context) for token in tokens)
    )


def _is_participle(noun: Token, tokens: list[Token]) -> bool:
    """*X, représentant le Japon*."""
    return noun.i < tokens[-1].i and noun.nbor(1).pos_ == "DET"


def _ends_within_word(last: Token) -> bool:
    """*Auteur d'Emmenez* | *-moi*."""
    return not last.whitespace_ and last.i + 1 < len(last.doc) and last.nbor(1).text[:1] in "-’'"


def _goes_on(tokens: list[Token], context: Context) -> bool:
    """*Président du Tchad* | *et de l'Union africaine*, *pour l'Australie* | *et la Nouvelle-Zélande*: half of what
    somebody is the head of.
    """
    names = (t for t in tokens[1:] if t.pos_ == "PROPN")
    if any(c.dep_ == "conj" and c.pos_ == "PROPN" and c.i > tokens[-1].i for t in names for c in t.children):
        return True
    behind = tokens[0].doc[tokens[-1].i + 1 : tokens[-1].i + 3]
    of = words(context.language, "clauses", "of")
    return len(behind) > 1 and behind[0].pos_ == "CCONJ" and behind[1].text.lower() in of


def _disagrees(adjective: Token, tokens: list[Token], context: Context) -> bool:
    """*Président de l'assemblée national*: a form for men, right behind a feminine noun, is a slip of the source."""
    noun = adjective.head
    if adjective.dep_ != "amod" or noun not in tokens or noun.pos_ != "NOUN" or adjective.i != noun.i + 1:
        return False
    feminine = grammar(context.language).gender_of(noun.text, noun.lemma_.lower(), "") == "f"
    return feminine and adjective.text.endswith(tuple(lexicon(context.language, "copy")["only_masculine"]))


# Of the one named.


def _is_of_the_one_named(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> bool:
    return not (
        tokens[0].text.lower() in words(context.language, "clauses", "relative_subjects")
        or holds_person(tokens, mention.paragraph, context)
        or _names_two_persons(mention)
        or _is_beside_another(noun, mention, context)
        or _is_of_the_other_gender(noun, mention, context)
    )


def _names_two_persons(mention: Mention) -> bool:
    """Two names read as one (*le ministre de François Hollande Manuel Valls*): two known first names in it."""
    language = mention.paragraph.doc.lang_
    found = mention.name.split()
    if len(found) <= _LONGEST_NAME or has_particle(mention.name, language):
        return False
    return any(grammar(language).is_surely_person(word, "") for word in found[1:])


def _is_beside_another(noun: Token, mention: Mention, context: Context) -> bool:
    """*L'épouse du maire de Lille, Anne Delcourt*: the name may be the first noun's, not the second's."""
    if noun.i < 2 or mention.left < noun.i or not any(t.text == "," for t in noun.doc[noun.i : mention.left]):
        return False
    at = noun.i - 1
    while at > 0 and noun.doc[at].pos_ == "DET":
        at -= 1
    of = words(context.language, "clauses", "governed")
    return at > 0 and noun.doc[at].text.lower() in of and is_human(noun.doc[at - 1], context)


def is_human(token: Token, context: Context) -> bool:
    """A common noun for somebody."""
    return token.pos_ == "NOUN" and bool(grammar(context.language).is_human(token.lemma_.lower()))


def _is_of_the_other_gender(noun: Token, mention: Mention, context: Context) -> bool:
    """*La maire de Paris, Stéphane X*: two items of a list. Not *le ministre Y*, which may be said of a woman."""
    articles = {t.text.lower() for t in noun.children if t.dep_ == "det"}
    feminine = bool(articles & set(lexicon(context.language, "copy")["feminine"]))
    return feminine and grammar(context.language).person_gender(mention.name) == "m"


# Of its time.


def _is_of_its_time(noun: Token, tokens: list[Token], context: Context) -> bool:
    return not (then(tokens, context) or _leads_a_race(noun, tokens, context) or _is_outgoing(tokens, context))


def _leads_a_race(noun: Token, tokens: list[Token], context: Context) -> bool:
    """*Leader du Tour de France*: for a day."""
    races = words(context.language, "clauses", "competitions")
    leads = noun.text.lower() in words(context.language, "offices", "leading")
    return leads and any(t.text.lower() in races for t in tokens)


def _is_outgoing(tokens: list[Token], context: Context) -> bool:
    """*Le directeur sortant de la CIA*."""
    last = tokens[-1]
    outgoing = words(context.language, "offices", "outgoing")
    return any(t.text.lower() in outgoing for t in (*tokens, *last.doc[last.i + 1 : last.i + 2]))


# An office that tells something.


def _tells_office(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> bool:
    word = noun.text.lower()
    if noun.lemma_.lower() in words(context.language, "offices", "too_general") and any(t.like_num for t in tokens):
        return False  # *un homme de 22 ans*
    posts = words(context.language, "offices", "posts")
    if word in words(context.language, "offices", "posted") and not any(t.text.lower() in posts for t in tokens):
        return False  # *l'ambassadeur algérien*: where
    if word in words(context.language, "offices", "military"):
        return False  # *lieutenant-colonel de gendarmerie*
    born = word in words(context.language, "offices", "titles_of_birth")
    if born and not any(t.text.lower() in words(context.language, "offices", "in_line") for t in tokens):
        return False  # *le prince jordanien*
    regnal = re.search(lexicon(context.language, "offices")["regnal"], mention.name)
    # not *le roi Albert II*: the name says it
    return not (len(tokens) == 1 and word in words(context.language, "offices", "reigning") and regnal)


def _is_besides(tokens: list[Token], context: Context) -> bool:
    """*X, par ailleurs député du Rhône*: not what the article knows somebody for."""
    before = tokens[0].doc[max(0, tokens[0].i - 2) : tokens[0].i].text.lower()
    return before in words(context.language, "offices", "besides")
