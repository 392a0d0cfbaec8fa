"""Definite nouns: whether their own phrase, the headline or the article says which thing they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.function_words import begins_title, is_definite, is_possessive
from quizgen.extraction.grounding.anchors import is_known_by_itself, is_set_apart
from quizgen.extraction.grounding.persons import headline_names_somebody, is_before_person
from quizgen.extraction.grounding.words import CLASSES_WITH_MANY, SOFT, Rule, Word
from quizgen.extraction.names.states import only_country
from quizgen.languages.lexicon import grammar, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLASSES_OF_THINGS = frozenset(("vehicle", "weapon", "animal", "building", "product", "work"))
_CLASSES_THAT_POINT = frozenset(
    ("person", "group", "organisation", "place", "event", "work", "vehicle", "weapon", "animal", "body", "document",
     "building", "product", "disease", "object", "time")
)  # fmt: skip


# Which nouns are asked for what they mean.


def _is_common(word: Word) -> bool:
    """A common noun, also one in capitals (*ONG*, *PME*), which a pipeline takes for a name."""
    if word.token.pos_ == "NOUN" and word.mention is None:
        return True
    text = word.token.text
    return text.isupper() and grammar(word.context.language).noun_class(text.lower()) is not None


def _is_capitalised_noun(word: Word) -> bool:
    """*Le Royaume*, *l'Agence*: a kind of place or body for the one told of before, with the capital of a name."""
    name, named, knowledge = word.token.text, word.mention, word.context.knowledge
    if named is None or named.text != name or not name.istitle():
        return False
    gram = grammar(word.context.language)
    if gram.is_unique(name.lower()) or knowledge.organisation(name) or knowledge.place(name):
        return False
    return gram.noun_class(name.lower()) in CLASSES_WITH_MANY


def _is_no_definite_noun(word: Word) -> bool:
    return not (_is_common(word) or _is_capitalised_noun(word)) or not is_definite(word.token)


def _is_of_something(noun: Word) -> bool:
    """*Des centaines d'opposants*, *800 habitants*: people who are so called of a thing or a place that goes unsaid."""
    if not _is_common(noun) or not noun.lemma_is_among("people_of_something"):
        return False
    told = ("nmod", "amod", "acl", "acl:relcl", "appos")
    return not any(c.dep_ in told and c.i in noun.inside or is_possessive(c) for c in noun.token.children)


# What a noun is known from.


def _is_of_a_nation(noun: Word) -> bool:
    name = noun.token.text
    return name[:1].isupper() and noun.context.knowledge.country_of_adjective(name) is not None


def _is_a_people(noun: Word) -> bool:
    """*Les Russes*, and *l'Australienne Emma Jeffcoat*."""
    return _is_of_a_nation(noun) and (noun.is_plural or is_before_person(noun))


def _counts_times(noun: Word) -> bool:
    """*Pour la première fois*."""
    ends = words(noun.context.language, "clauses", "first_and_last")
    ordinal = any("Ord" in c.morph.get("NumType", []) or c.lemma_ in ends for c in noun.token.children)
    return ordinal and noun.lemma_is_among("counted_times")


def _only_says_whose(noun: Word) -> bool:
    """*La demande des Irlandais*: who asked, and not what for."""
    if not noun.lemma_is_among("with_content"):
        return False
    telling = ("nmod", "acl", "acl:relcl", "xcomp", "ccomp", "appos")
    told = [c for c in noun.token.children if c.i in noun.inside and c.dep_ in telling]
    at = noun.context.mentions.at
    return all(c.dep_ == "nmod" and (at(noun.paragraph, c) is not None or c.text[:1].isupper()) for c in told)


def _was_a_state(noun: Word) -> bool:
    """*L'ancienne république yougoslave*: one of several, by what they were a part of."""
    if not noun.lemma_is_among("former_states") or noun.is_plural:
        return False
    said = [c for c in noun.token.children if c.i in noun.inside]
    former = any(c.text.lower() in words(noun.context.language, "offices", "former") for c in said)
    named = any(noun.context.mentions.at(noun.paragraph, t) for t in noun.token.subtree if t.i in noun.inside)
    return former and not named


def _is_the_new_one(noun: Word) -> bool:
    """*Le nouveau canton*: which one, another sentence says; not *le nouveau gouvernement grec*."""
    told = ("nmod", "acl", "acl:relcl", "appos", "flat:name")
    said = [c for c in noun.token.children if c.i in noun.inside]
    new = any(c.dep_ == "amod" and c.i < noun.token.i and c.text.lower() in _newness(noun) for c in said)
    described = any(c.dep_ in told or c.dep_ == "amod" and c.i > noun.token.i for c in said)
    return new and not described and not noun.is_plural and not noun.is_human and not _is_of_headlines_country(noun)


def _newness(noun: Word) -> frozenset[str]:
    return words(noun.context.language, "clauses", "newness")


def _is_in_headline(noun: Word) -> bool:
    return noun.lemma in noun.context.title_lemmas


def _is_of_headlines_country(noun: Word) -> bool:
    """*Le gouvernement*, *le pays*."""
    national = not noun.is_plural and not noun.is_complemented and noun.lemma_is_among("of_a_country")
    return national and (noun.context.headline_country or only_country(noun.context)) is not None


# What a noun is not known from.


def _is_bare(noun: Word) -> bool:
    return not noun.is_plural and not noun.is_complemented


def _is_one_of_many(noun: Word) -> bool:
    return noun.noun_class in CLASSES_WITH_MANY and _is_bare(noun)


def _is_of_a_vote(noun: Word) -> bool:
    return noun.lemma_is_among("of_a_vote") and not noun.is_complemented


def _is_seen(noun: Word) -> bool:
    """Whether the article has the noun before this sentence."""
    first = noun.context.first_lines.get(noun.lemma)
    return first is not None and first < noun.paragraph.start + noun.token.sent.start_char


def _is_told_before(noun: Word) -> bool:
    return _is_seen(noun) or not noun.is_plural or noun.is_counted


def _is_new_body(noun: Word) -> bool:
    """A body that its complement describes, at its first mention."""
    return noun.noun_class in ("organisation", "group") and noun.is_complemented and not _is_seen(noun)


def _is_new_body_of_state(noun: Word) -> bool:
    return _is_new_body(noun) and noun.lemma_is_among("bodies_of_a_state")


def _is_said_before(noun: Word) -> bool:
    """*Le texte*, *la mesure*: the headline would have called it so."""
    return _is_bare(noun) and noun.lemma_is_among("said_before")


def _are_counted_before(noun: Word) -> bool:
    """*Les deux hommes*."""
    those = noun.is_human or noun.lemma_is_among("counted_before")
    return noun.is_plural and noun.is_counted and not noun.is_complemented and those


def _is_a_thing(noun: Word) -> bool:
    """*Le camion*, *l'immeuble de neuf étages*: the headline would have named it."""
    return noun.noun_class in _CLASSES_OF_THINGS and (_is_bare(noun) or _is_only_measured(noun))


def _is_only_measured(noun: Word) -> bool:
    """What its complement tells is how large it is."""
    described = ("nmod", "amod", "acl", "acl:relcl", "appos")
    told = [c for c in noun.token.children if c.dep_ in described and c.i in noun.inside]
    of = words(noun.context.language, "clauses", "of")
    return not noun.is_plural and all(any(n.dep_ == "nummod" for n in c.children) and _has_case(c, of) for c in told)


def _has_case(token: Token, cases: frozenset[str]) -> bool:
    return any(c.dep_ == "case" and c.lower_ in cases for c in token.children)


def _are_events(noun: Word) -> bool:
    """*Les affrontements ont fait 65 morts*, of which the headline says nothing."""
    return noun.noun_class == "event" and noun.is_plural and not noun.is_complemented


def _is_called_by_trade(noun: Word) -> bool:
    """*Le réalisateur est né à Faro*, of whom the headline says nothing."""
    by_trade = (noun.noun_class == "person" or noun.is_human) and not noun.lemma_is_among("parts_in_events")
    return by_trade and _is_bare(noun) and not headline_names_somebody(noun.context)


def _points(noun: Word) -> bool:
    return noun.noun_class in _CLASSES_THAT_POINT


def _points_back(noun: Word) -> bool:
    """*Les deux chercheuses*."""
    return _points(noun) and _is_told_before(noun)


def _is_not_said_of_what(noun: Word) -> bool:
    told = (c for c in noun.token.children if c.dep_ in ("nmod", "acl", "acl:relcl") and c.i in noun.inside)
    return all(is_set_apart(c) for c in told) and _is_told_before(noun)


def _is_cut_from_title(word: Word) -> bool:
    """*Était Sous | le soleil de Satan*: a preposition in capitals within a sentence begins a name."""
    before = word.before if word.token.i == min(word.inside) else None
    return before is not None and begins_title(before) and word.mention is None


# ``{kind}``: the class of the noun.
RULES: tuple[Rule, ...] = (
    ("a part of a title", _is_cut_from_title),
    (f"of what, {SOFT}", _is_of_something),
    (None, _is_no_definite_noun),
    (None, _is_a_people),
    ("which inhabitant", _is_of_a_nation),
    (None, _counts_times),
    ("of what content", _only_says_whose),
    ("which {kind}", _was_a_state),
    (None, is_known_by_itself),
    ("which of those before", _is_the_new_one),
    (f"in the headline, {SOFT}", _is_in_headline),
    (f"of the headline's country, {SOFT}", _is_of_headlines_country),
    ("which {kind}", _is_one_of_many),
    (f"of which vote, {SOFT}", _is_of_a_vote),
    (None, _is_new_body_of_state),
    (f"{{kind}} {SOFT}", _is_new_body),
    ("which of those before", _is_said_before),
    ("which of those before", _are_counted_before),
    ("which {kind}", _is_a_thing),
    ("which events", _are_events),
    ("which person", _is_called_by_trade),
    (f"{{kind}} {SOFT}", _points_back),
    (None, _points),
    (f"not said of what, {SOFT}", _is_not_said_of_what),
)
