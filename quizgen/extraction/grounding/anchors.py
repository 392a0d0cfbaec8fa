"""What within a phrase tells which thing its noun means: a name, a date, a nationality, the most of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.grounding.words import CLASSES_WITH_MANY, Word
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token


def anchored(noun: Token, inside: set[int], paragraph: Paragraph, context: Context) -> bool:
    """A name, a date or a nationality within the noun's own modifiers; not in a participle set apart from it."""
    beside = (c for c in noun.children if c.dep_ == "acl" and c.i > noun.i and is_set_apart(c))
    apart = {t.i for c in beside for t in c.subtree}  # *la mesure, publiée au Journal officiel*
    modifiers = (t for t in noun.subtree if t.i != noun.i and t.i in inside and t.i not in apart)
    return any(_anchors(token, noun, paragraph, context) for token in modifiers)


def _anchors(token: Token, noun: Token, paragraph: Paragraph, context: Context) -> bool:
    mention = context.mentions.at(paragraph, token)
    if mention is not None and mention.type == "person" and _is_beside_a_body(token, noun, context):
        return False
    if mention is not None or token.pos_ == "PROPN" or context.time_at(paragraph, token) is not None:
        return True
    if token.pos_ == "ADJ" and context.knowledge.country_of_adjective(token.text) is not None:
        if not _is_anybody(noun, context):
            return True
    return token.head == noun and token.lemma_.lower() in words(context.language, "clauses", "of_the_world")


def _is_beside_a_body(token: Token, noun: Token, context: Context) -> bool:
    """*Le numéro deux du groupe, Jean-Philippe Seta*: the tree may hang the name on the group."""
    top = token
    while top.head != noun and top.head != top:
        top = top.head
    kind = grammar(context.language).noun_class(noun.lemma_.lower())
    return top.dep_ in ("appos", "flat:name") and kind in ("group", "organisation", "place")


def _is_anybody(noun: Token, context: Context) -> bool:
    """*Le chercheur américain*: one of many of that nation, unlike *le président américain*, *les députés russes*."""
    if "Plur" in noun.morph.get("Number", []) or not grammar(context.language).is_human(noun.lemma_.lower()):
        return False
    return noun.text.lower() not in words(context.language, "offices", "held")


def is_set_apart(phrase: Token) -> bool:
    """Behind a comma: *l'offre, à 196 dollars l'action*; it does not tell which."""
    first = phrase.left_edge
    return first.text == "," or (first.i > 0 and first.nbor(-1).text == ",")


def is_known_by_itself(noun: Word) -> bool:
    """Whether a definite noun with its own complements, in its sentence, says which thing it is."""
    return (
        grammar(noun.context.language).is_unique(noun.lemma)
        or _says_what_kind(noun)
        or anchored(noun.token, noun.inside, noun.paragraph, noun.context)
        or _is_of_a_locution(noun)
        or _takes_up_subject(noun)
        or _is_superlative(noun)
    )


def _says_what_kind(noun: Word) -> bool:
    """*Une alerte à la bombe*: a definite noun that only tells what kind of thing an indefinite one is."""
    token = noun.token
    if token.dep_ != "nmod" or "Ind" not in [d for c in token.head.children for d in c.morph.get("Definite", [])]:
        return False
    case = [c.text.lower() for c in token.children if c.dep_ == "case"]
    of_a_kind = lexicon(noun.context.language, "clauses")["of_a_kind"]
    return case[:1] == [of_a_kind] and noun.noun_class not in CLASSES_WITH_MANY


def _is_of_a_locution(noun: Word) -> bool:
    """*Des ossements mis au jour*: no day."""
    token = noun.token
    said = {token.doc[max(0, token.i - n) : token.i + 1].text.lower() for n in (1, 2)}
    return bool(words(noun.context.language, "clauses", "locutions") & said)


def _takes_up_subject(noun: Word) -> bool:
    """*Le gouvernement de l'Alberta … à l'échelle de la province*: of the one place that the subject names."""
    token, context = noun.token, noun.context
    kind = lexicon(context.language, "clauses")["taken_up"].get(noun.lemma)
    root = token.sent.root
    subject = next((c for c in root.children if c.dep_.startswith("nsubj") and c.i < root.i < token.i), None)
    if kind is None or subject is None or any(c.dep_ in ("nmod", "amod", "appos") for c in token.children):
        return False
    mentions = (context.mentions.at(noun.paragraph, t) for t in subject.subtree)
    names = {mention.name for mention in mentions if mention is not None}
    places = [place for name in names if (place := _place_of(name, context)) is not None]
    return places == [kind]


def _place_of(name: str, context: Context) -> str | None:
    """What kind of place a name is; None where it is none."""
    if context.knowledge.country_named(name) is not None:
        return "country"
    place = context.knowledge.place(name)
    return place.kind if place is not None else None


def _is_superlative(noun: Word) -> bool:
    """*La plus grande donation de l'histoire*: the most of all that its complement holds tells which."""
    superlative = words(noun.context.language, "clauses", "superlative")
    more = any(t.text.lower() in superlative for c in noun.token.children for t in c.subtree)
    return more and any(c.dep_ in ("nmod", "acl:relcl") and c.i in noun.inside for c in noun.token.children)
