"""Persons as a phrase names them: whether a name surely is one's, beside which noun it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.names.spans import Mention
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token


# How the tree hangs a name on the noun beside it.
APPOSED = ("appos", "flat", "flat:name", "nmod", "compound", "dep")


def person_of(head: Token, left: int, right: int, paragraph: Paragraph, context: Context) -> Mention | None:
    """The person that a noun phrase names, at its head or beside a noun for a human being."""
    mention = context.mentions.at(paragraph, head)
    if mention and mention.type == "person" and not any(c.dep_ == "conj" for c in head.children):
        return mention if surely_person(mention, context) else None
    human = grammar(context.language).is_human(head.lemma_.lower()) or is_inhabitant(head, context)
    if not human or "Plur" in head.morph.get("Number", []):
        return None
    beside = (c for c in head.children if c.dep_ in APPOSED and left <= c.i < right)
    found = (context.mentions.at(paragraph, c) for c in beside if not any(g.dep_ == "case" for g in c.children))
    return next((m for m in found if m is not None and m.type == "person" and " " in m.name), None)


def is_inhabitant(head: Token, context: Context) -> bool:
    """*L'Américaine*, before a name."""
    return head.text[:1].isupper() and context.knowledge.country_of_adjective(head.text) is not None


def surely_person(mention: Mention, context: Context) -> bool:
    """A full name with a known first name, a title, or a noun for a human being right before it.

    Or one that the article takes up by its last part alone, as it does with persons, or whose last part is another's.
    """
    if not (" " in mention.name or mention.title):
        return False
    before = mention.paragraph.doc[mention.left - 1] if mention.left else None
    gram = grammar(context.language)
    if before is not None and before.pos_ == "NOUN" and gram.is_human(before.lemma_.lower()):
        return True
    if _is_behind_vehicle(mention, context):
        return False  # *le ferry italien Norman Atlantic*
    if gram.is_surely_person(mention.name, mention.title):
        return True
    return _taken_up(mention, context)


def _is_behind_vehicle(mention: Mention, context: Context) -> bool:
    """A noun for a ship, a train or a weapon before the name, adjectives between them apart."""
    doc, at = mention.paragraph.doc, mention.left - 1
    while at > 0 and doc[at].pos_ == "ADJ" and doc[at].text.islower():
        at -= 1
    if at < 0 or doc[at].pos_ != "NOUN":
        return False
    return grammar(context.language).noun_class(doc[at].lemma_.lower()) in ("vehicle", "weapon", "product")


def _taken_up(mention: Mention, context: Context) -> bool:
    """*Aleksey Cheremisinov … Cheremisinov*; *Penelope Fillon* beside *François Fillon*."""
    if set(mention.name.split()[1:-1]) & words(context.language, "clauses", "of"):
        return False  # *Régates de Sines*, whose town the article names
    last = mention.name.rsplit(" ", 1)[-1]
    for other in context.mentions.items:
        if other.type != "person":
            continue
        if other.name == mention.name and other.text != mention.name and mention.name.endswith(" " + other.text):
            return True
        if other.name != mention.name and other.name.endswith(" " + last) and other.name.count(" ") == 1:
            if grammar(context.language).is_surely_person(other.name, other.title):
                return True
    return False
