"""What the words around a name, anywhere in its article, tell of what it names: its kind, a person's gender."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.function_words import is_definite
from quizgen.extraction.names.spans import Mention
from quizgen.languages.lexicon import grammar, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_CARRIERS = ("vehicle", "weapon", "product", "organisation", "group")


def things_told(context: Context) -> dict[str, dict[str, str | None]]:
    """What kind of thing a name is of, by the noun that the article once sets before it (*la sonde Rosetta*).

    Fields of a slot: type, noun, gender. A name that different nouns stand before has none.
    """
    return context.once("things told", lambda: _things_told(context))


def _things_told(context: Context) -> dict[str, dict[str, str | None]]:
    gram = grammar(context.language)
    told: dict[str, dict[str, str]] = {}
    for mention in context.mentions.items:
        noun = _noun_before(mention) if mention.type != "person" else None
        kind = gram.noun_class(noun.text.lower()) if noun is not None else None
        if noun is not None and kind in _CARRIERS and is_definite(noun):
            told.setdefault(mention.name, {})[noun.text.lower()] = "organisation" if kind == "group" else str(kind)
    return {
        name: {"noun": noun, "type": kind, "gender": gram.gender_of(noun, noun, "")}
        for name, found in told.items()
        for noun, kind in found.items()
        if len(found) == 1
    }


def _noun_before(mention: Mention) -> Token | None:
    """The noun in the singular right before a name, adjectives between them apart."""
    doc, at = mention.paragraph.doc, mention.left - 1
    while at > 0 and doc[at].pos_ == "ADJ" and doc[at].text.islower():
        at -= 1
    noun = doc[at] if at > 0 else None
    if noun is None or noun.pos_ != "NOUN" or not noun.text.islower() or "Plur" in noun.morph.get("Number", []):
        return None
    return noun


def genders_told(context: Context) -> dict[str, str]:
    """The gender of persons whose first name does not tell it, by the nouns and participles that go with the name.

    *L'avocate X*; *X, avocate*; *X est née*. A name that goes with both genders has none.
    """
    return context.once("genders told", lambda: _genders_told(context))


def _genders_told(context: Context) -> dict[str, str]:
    told: dict[str, set[str]] = {}
    for mention in context.mentions.items:
        if mention.type == "person":
            shown = (
                _gender_before(mention, context),
                _gender_beside(mention, context),
                _gender_agreed(mention, context),
                _gender_titled(mention, context),
            )
            told.setdefault(mention.name, set()).update(gender for gender in shown if gender is not None)
    return {name: found.pop() for name, found in told.items() if len(found) == 1}


def _gender_titled(mention: Mention, context: Context) -> str | None:
    """*M. Lai*, *Mme Diop*: by the title before the name, here or wherever else the article takes it up."""
    if not mention.title:
        return None
    known = grammar(context.language).describe_name(mention.name, "person", mention.title, context.knowledge)
    return known.get("gender") if known is not None else None


def _gender_beside(mention: Mention, context: Context) -> str | None:
    head = mention.paragraph.doc[mention.left : mention.right].root
    gram = grammar(context.language)
    beside = (c for c in head.children if c.dep_ == "appos" and c.pos_ == "NOUN" and c.i > head.i)
    found = (gram.gender_of(c.text, c.text.lower(), "") for c in beside if gram.noun_class(c.text.lower()) == "person")
    return next((g for g in found if g is not None), None)


def _gender_agreed(mention: Mention, context: Context) -> str | None:
    """*X est née*: a participle with *être* agrees with its subject."""
    head = mention.paragraph.doc[mention.left : mention.right].root
    verb = head.head
    if not head.dep_.startswith("nsubj") or any(c.dep_ == "conj" for c in head.children) or verb.pos_ != "VERB":
        return None
    being = words(context.language, "clauses", "being")
    if not any(c.dep_.startswith("aux") and c.lemma_.lower() in being for c in verb.children):
        return None
    if any(c.dep_.startswith("expl") for c in verb.children):
        return None  # *elle s'est permis*: it may agree with something else
    shown: str | None = grammar(context.language).participle_gender(verb.text)
    return shown


def _gender_before(mention: Mention, context: Context) -> str | None:
    doc, at = mention.paragraph.doc, mention.left - 1
    while at > 0 and doc[at].pos_ == "ADJ" and doc[at].text.islower():
        at -= 1
    noun = doc[at] if at > 0 else None
    if noun is None or noun.pos_ not in ("NOUN", "ADJ", "PROPN") or "Plur" in noun.morph.get("Number", []):
        return None
    people = context.knowledge.country_of_adjective(noun.text) is not None and noun.text[:1].isupper()
    if not people and grammar(context.language).noun_class(noun.text.lower()) != "person":
        return None
    shown = [g for c in noun.children if c.dep_ == "det" for g in c.morph.get("Gender", [])]
    shown = shown or (noun.morph.get("Gender", []) if people or noun.pos_ == "NOUN" else [])
    return {"Fem": "f", "Masc": "m"}.get(shown[0]) if shown else None
