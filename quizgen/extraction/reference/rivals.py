"""Who else a pronoun could take up: nouns, names and persons of its gender that act beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.function_words import is_possessive
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.reference.places import Place
from quizgen.extraction.slots.names import mention_slot
from quizgen.extraction.slots.phrases import phrase_slot
from quizgen.facts import Slot
from quizgen.languages.lexicon import grammar
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token


def another_acted(central: Slot, gender: str, before: Place, context: Context) -> bool:
    """*Rui Sá a été libéré. Ses partisans ont … . Il a appelé au calme*: somebody else, earlier in the paragraph."""
    return any(
        m.name != central.name and acts(m) and could_be(m.name, gender, context)
        for m in context.mentions.items
        if m.type == "person" and m.paragraph is before.paragraph and m.left < before.sentence.end
    )


def acts_by_name(before: Place, gender: str, context: Context) -> bool:
    """*Il a fallu bâtir le LHC. Mis en service en 2008, il …*: a thing with a name that the sentence is about."""
    for mention in context.mentions.items:
        if mention.paragraph is not before.paragraph or mention.type == "person":
            continue
        head = mention.paragraph.doc[mention.left : mention.right].root
        here = before.sentence.start <= head.i < before.sentence.end
        if here and head.dep_.startswith(("nsubj", "obj", "obl:agent")) and "Plur" not in head.morph.get("Number", []):
            slot = phrase_slot(head, head.left_edge.i, mention.right, before.paragraph, context)
            if (slot.gender if slot is not None else None) in (gender, None):
                return True
    return False


def acts(mention: Mention) -> bool:
    """A subject or an agent, or beside one."""
    return _head(mention).dep_.startswith(("nsubj", "obl:agent"))


def is_in_passing(mention: Mention) -> bool:
    """*Dans le sillage de X*, *premier ministre de X*: no subject, object or agent of any clause, nor beside one.

    Of two sentences in a row that tell of the person in the headline, the second goes on with the subject of the first.
    """
    head = _head(mention)
    return head.dep_ in ("nmod", "obl", "obl:mod", "obl:arg") and any(c.dep_ == "case" for c in head.children)


def _head(mention: Mention) -> Token:
    """The head of a name, or of what it stands beside."""
    head = mention.paragraph.doc[mention.left : mention.right].root
    while head.dep_ in ("appos", "flat:name", "flat", "conj") and head.head != head:
        head = head.head
    return head


def has_a_part(token: Token) -> bool:
    """A singular noun that is a subject, an object or an agent, or any name."""
    if token.pos_ == "PROPN":
        return token.dep_ not in ("flat:name", "flat", "fixed") and not token.dep_.startswith(("nmod", "appos"))
    core = token.dep_.startswith(("nsubj", "obj", "obl:agent", "conj"))
    return token.pos_ == "NOUN" and core and "Plur" not in token.morph.get("Number", [])


def gender_of_noun(noun: Token, context: Context) -> str | None:
    shown = "".join(noun.morph.get("Gender", []))
    found: str | None = grammar(context.language).gender_of(noun.text, noun.lemma_.lower(), shown)
    return found


def may_be_taken_up(subject: Token, gender: str, paragraph: Paragraph, context: Context) -> bool:
    """Whether a pronoun could take up this subject, which is not known to be a person."""
    if "Plur" in subject.morph.get("Number", []):
        return False
    if subject.pos_ == "PRON":
        return True
    if subject.pos_ == "PROPN":  # *Radouane Lakdim*, whom the pipeline may take for a place
        named = context.mentions.at(paragraph, subject)
        known = context.knowledge.name(named.name) if named is not None else None
        return known is None or known.gender == gender
    if any(is_possessive(c) for c in subject.children) and not grammar(context.language).is_human(subject.lemma_):
        own = grammar(context.language).gender_of(subject.text, subject.lemma_.lower(), "")
        return own in (gender, None)
    return gender_of_noun(subject, context) in (gender, None)


def could_be(name: str, gender: str, context: Context) -> bool:
    mention = next(m for m in context.mentions.items if m.name == name)
    slot = mention_slot(mention, context)
    return slot is None or slot.gender in (gender, None)
