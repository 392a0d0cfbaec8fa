"""Whose function it is, told by a relative or a possessive: *le Sénégal, dont le président, X*; *son président, X*."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizgen.extraction.context import Context
from quizgen.extraction.function_words import is_possessive
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.slots.names import mention_slot, with_determiner
from quizgen.facts import Slot
from quizgen.knowledge import Country
from quizgen.languages.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token


class Owner(NamedTuple):
    """A country or a body, and the offset where the sentence begins that names it."""

    of: Country | Slot
    start: int


def owner_told(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> Owner | None:
    """The country or body that the words before the function ``noun`` say it belongs to; None where none is sure."""
    at = _determiner(noun)
    if (
        at is None
        or not tokens
        or tokens[-1].i > noun.i
        and any(context.mentions.at(mention.paragraph, t) for t in tokens)
    ):
        return None
    if is_possessive(noun.doc[at]):
        return _possessor(noun.doc[at], mention, context)
    return _antecedent(noun, at, mention, context)


def is_behind_relative(noun: Token, context: Context) -> bool:
    """*Les centristes, dont la présidente, X*: of what stands before the relative, whether it is known or not."""
    at = _determiner(noun)
    relatives = words(context.language, "offices", "owning_relatives")
    return at is not None and at > 0 and noun.doc[at - 1].text.lower() in relatives


def _determiner(noun: Token) -> int | None:
    """The index of the determiner before a noun, adjectives between them apart."""
    at = noun.i - 1
    while at > 0 and noun.doc[at].pos_ == "ADJ" and not is_possessive(noun.doc[at]):
        at -= 1
    return at if at > 0 and (noun.doc[at].pos_ == "DET" or is_possessive(noun.doc[at])) else None


def _antecedent(noun: Token, determiner: int, mention: Mention, context: Context) -> Owner | None:
    """*Le Sénégal, dont le président, X, exerce …*; *au Niger, où le président X a …*: not *trois élus, dont le maire*,
    where it says who is one of them.
    """
    doc, link = noun.doc, noun.doc[determiner - 1]
    relatives = words(context.language, "offices", "owning_relatives")
    head = doc[mention.left : mention.right].root
    acts = next((t for t in (noun, head) if t.dep_.startswith("nsubj")), None)
    if determiner < _SHORTEST or link.text.lower() not in relatives or acts is None or acts.head.dep_ != "acl:relcl":
        return None
    before = doc[link.i - 2] if doc[link.i - 1].text == "," else doc[link.i - 1]
    owner = context.mentions.at(mention.paragraph, before)
    return _owner(owner, noun.sent, context) if owner is not None else None


_SHORTEST = 2


def _possessor(determiner: Token, mention: Mention, context: Context) -> Owner | None:
    """The subject of the sentence before, where the possessive opens its own; else of its own sentence.

    None where that subject is no country and no body, or where another one stands between it and the possessive.
    """
    if determiner.text.lower() in words(context.language, "clauses", "of_many"):
        return None
    sents = list(determiner.doc.sents)
    index = next((i for i, s in enumerate(sents) if s.start <= determiner.i < s.end), 0)
    opens = not any(
        context.mentions.at(mention.paragraph, t) for t in sents[index][: determiner.i - sents[index].start]
    )
    if opens and index == 0:
        return None
    sentence = sents[index - 1] if opens else sents[index]
    subject = next((c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubj:pass")), None)
    if subject is None or any(c.dep_ == "conj" for c in subject.children) or subject.i >= determiner.i:
        return None
    owner = context.mentions.at(mention.paragraph, subject)
    between = (
        m.name
        for m in context.mentions.items
        if m.paragraph is mention.paragraph and sentence.start <= m.left < min(determiner.i, sentence.end)
    )
    if owner is None or any(name != owner.name for name in between):
        return None
    return _owner(owner, sentence, context)


def _owner(owner: Mention, sentence: DocSpan, context: Context) -> Owner | None:
    start = owner.paragraph.start + sentence.start_char
    country = context.knowledge.country_named(owner.name)
    if country is not None:
        return Owner(country, start)
    slot = mention_slot(owner, context) if owner.type == "organisation" else None
    if slot is None or slot.type != "organisation" or slot.number != "s":
        return None
    return Owner(with_determiner(slot, owner) if slot.text == owner.name else slot, start)
