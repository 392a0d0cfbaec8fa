"""Phrases as slots: what kind of thing they name, as finely as the evidence allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.function_words import is_definite, is_definite_word
from quizgen.extraction.names.persons import APPOSED, person_of
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.phrases import may_lower, render
from quizgen.extraction.slots.names import mention_slot, surely_typed
from quizgen.extraction.trimming import trim
from quizgen.facts import Slot
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token


def phrase_slot(head: Token, left: int, right: int, paragraph: Paragraph, context: Context) -> Slot | None:
    """The noun phrase ``[left, right)`` (no preposition) as a slot, or None where its type is unknown.

    A person is given by the fullest name, whatever role noun stands before it.
    """
    case = {x.i for c in head.children if c.dep_ == "case" for x in c.subtree}
    tokens = [t for t in trim(head, left, right) if t.i not in case]
    if not tokens:
        return None
    person = person_of(head, left, right, paragraph, context)
    if person is not None:
        return mention_slot(person, context)
    text = _written(head, tokens, paragraph, context)
    if not text or _holds_speaker(tokens, context) or _is_half_said(tokens):
        return None
    kept = {token.i for token in tokens}
    span = (paragraph.start + tokens[0].idx, paragraph.start + tokens[-1].idx + len(tokens[-1].text))
    if any(child.dep_ == "conj" and child.i in kept for child in head.children):
        return _coordinated(head, kept, text, span, paragraph, context)
    mention = context.mentions.at(paragraph, head)
    if mention is not None:
        return _named(mention, kept, text, span, context)
    return _common(head, kept, text, span, paragraph, context)


def _written(head: Token, tokens: list[Token], paragraph: Paragraph, context: Context) -> str:
    """The phrase as a card writes it, with the article that its preposition holds; empty where it cannot."""
    text = render(tokens, paragraph, context)
    if not text:
        return ""
    text = str(grammar(context.language).with_article(_contraction(head), text))
    return text[:1].lower() + text[1:] if may_lower(tokens, paragraph, context) else text


def _holds_speaker(tokens: list[Token], context: Context) -> bool:
    """*Dans la région d'Istanbul, selon ABC News*."""
    attributing = words(context.language, "clauses", "attribution")
    return any(t.text.lower() in attributing for t in tokens[1:])


def _is_half_said(tokens: list[Token]) -> bool:
    """*En Syrie et en Irak*: half of the answer has a preposition of its own."""
    kept = {token.i for token in tokens}
    return any(t.pos_ == "CCONJ" and t.i + 1 in kept and t.nbor(1).pos_ == "ADP" for t in tokens)


def _named(mention: Mention, kept: set[int], text: str, span: tuple[int, int], context: Context) -> Slot | None:
    """A phrase that is one whole name and its article; more than that is not known well enough to be asked."""
    doc = mention.paragraph.doc
    outside = [doc[i] for i in kept if not mention.left <= i < mention.right]
    if any(t.pos_ != "DET" or "Ind" in t.morph.get("Definite", []) for t in outside):
        return None  # *un Renault Clio*: one of a kind, no body
    behind = doc[mention.right] if mention.right < len(doc) else None
    if behind is not None and _may_go_on(mention, behind, context):
        return None
    slot = mention_slot(mention, context)
    if slot is None or slot.type == "person" or not surely_typed(mention, slot, context):
        return None
    told = next((t.morph.get("Gender", []) for t in outside if t.morph.get("Gender", [])), [])
    if told:  # *la Pride*, whatever the name's own gender would be
        slot = slot.model_copy(update={"gender": grammar(context.language).gender_of("", "", "".join(told))})
    if mention.text in (text, text.split(" ", 1)[-1]) and slot.text != mention.name:
        text = slot.text
    return slot.model_copy(update={"text": text, "start": span[0], "end": span[1]})


def _may_go_on(mention: Mention, behind: Token, context: Context) -> bool:
    """*Le Centre Max-Planck* | *pour la science*: whether the word behind a name may belong to it."""
    if behind.pos_ == "PROPN" or behind.text[:1].isupper():
        return True
    purposes = words(context.language, "clauses", "purpose")
    return mention.type == "organisation" and behind.text.lower() in purposes


def _contraction(head: Token) -> str:
    """The preposition that holds the phrase's article (*au*, *du*), or an empty string."""
    return next((c.text.lower() for c in head.children if c.dep_ == "case" and is_definite_word(c)), "")


def _coordinated(
    head: Token, kept: set[int], text: str, span: tuple[int, int], paragraph: Paragraph, context: Context
) -> Slot | None:
    members = [head, *(c for c in head.children if c.dep_ == "conj" and c.i in kept)]
    slots = [_member(token, paragraph, context) for token in members]
    if not any(t.pos_ == "CCONJ" for t in head.doc[min(kept) : max(kept) + 1]):
        return None  # *à Puisseguin, dans le Libournais*: one place and where it lies
    kinds = {slot.type if slot else None for slot in slots}
    if len(kinds) != 1 or None in kinds or len(members) > 3:
        return None
    kind = kinds.pop() or "other"
    gender = "f" if all(slot and slot.gender == "f" for slot in slots) else "m"
    return Slot(text=text, type=kind, start=span[0], end=span[1], gender=gender, number="p")  # type: ignore[arg-type]


def _member(token: Token, paragraph: Paragraph, context: Context) -> Slot | None:
    mention = context.mentions.at(paragraph, token)
    return mention_slot(mention, context) if mention else None


def _common(
    head: Token, kept: set[int], text: str, span: tuple[int, int], paragraph: Paragraph, context: Context
) -> Slot | None:
    """A noun phrase with a common noun as its head: definite, and of a class that can be asked for."""
    named_within = any(context.mentions.at(paragraph, t) for t in head.subtree if t.i in kept)
    if head.pos_ != "NOUN" or not is_definite(head) or not named_within:
        return None
    gram, lemma = grammar(context.language), head.lemma_.lower()
    kind = gram.noun_class(lemma) or _thing_beside(head, kept, paragraph, context)
    if kind is None or kind == "person":
        return None  # a function without its name: who that is, the article has not said
    named = _apposed_name(head, kept, paragraph, context)
    if _is_only_described(head, kept, named, paragraph, context) or named is not None and _goes_on(named):
        return None
    plural = "Plur" in head.morph.get("Number", [])
    singular = _called(head, named) if named is not None else gram.body_noun(lemma)
    if named is not None and named.right > max(kept) and not _bears_name(head, named, context):
        text, span = named.text, (named.start, named.end)  # *la capitale du Pendjab, Lahore*: its name is asked for
    return Slot(
        text=text,
        type=kind,
        start=span[0],
        end=span[1],
        gender=gram.gender_of(head.text, lemma, "".join(head.morph.get("Gender", []))),
        number="p" if plural else "s",
        noun=None if plural else singular,  # *les projets Wikimedia*: no *quel projets*
    )


def _apposed_name(head: Token, kept: set[int], paragraph: Paragraph, context: Context) -> Mention | None:
    """The first name that stands beside a noun without a preposition."""
    beside = (c for c in head.children if c.i in kept and c.dep_ in APPOSED)
    found = (context.mentions.at(paragraph, c) for c in beside if not any(g.dep_ == "case" for g in c.children))
    return next((mention for mention in found if mention is not None), None)


def _is_only_described(
    head: Token, kept: set[int], named: Mention | None, paragraph: Paragraph, context: Context
) -> bool:
    """*L'entreprise de Mark Zuckerberg*: what it is called, it does not say; nor *l'Égyptien*."""
    if context.knowledge.country_of_adjective(head.text) is not None:
        return True
    beside = context.mentions.at(paragraph, head.nbor(1)) if head.i + 1 in kept else None
    described = head.lemma_.lower() in words(context.language, "clauses", "described")
    return named is None and beside is None and described


def _bears_name(head: Token, named: Mention, context: Context) -> bool:
    """*La loi Sapin*: the name is not what it is called by alone."""
    return named.type == "person" or head.lemma_.lower() in words(context.language, "clauses", "bearing")


def _goes_on(mention: Mention) -> bool:
    """*L'égyptien Orascom* | *Cement*: another word of a name stands right behind it."""
    doc = mention.paragraph.doc
    behind = doc[mention.right] if mention.right < len(doc) else None
    return behind is not None and behind.pos_ == "PROPN" and behind.text[:1].isupper()


def _called(head: Token, named: Mention) -> str:
    """*Avion solaire* of *l'avion solaire Solar Impulse*: the noun and the adjectives between it and the name.

    An adjective tells what kind of thing is asked for; without it many a question has more than one answer.
    """
    between = [head.nbor(k) for k in range(1, named.left - head.i)]
    kind = all(t.pos_ == "ADJ" and t.head == head and t.text.islower() for t in between)
    return " ".join(t.text.lower() for t in (head, *(between if kind else ())))


def _thing_beside(head: Token, kept: set[int], paragraph: Paragraph, context: Context) -> str | None:
    """*L'astéroïde Dimorphos*, *la cathédrale Notre-Dame*: the noun right before a name says what kind of thing it is.

    ``thing``, or None where it is no name of a thing, or the noun one that a name does not tell apart.
    """
    found = context.mentions.at(paragraph, head.nbor(1)) if head.i + 1 in kept else None
    lemma, language = head.lemma_.lower(), context.language
    if found is None or found.left != head.i + 1 or found.right <= max(kept) or found.type in ("person", "event"):
        return None
    if "Plur" in head.morph.get("Number", []) or not head.text.islower():
        return None
    gram = grammar(language)
    if (
        gram.is_human(lemma)
        or lemma in words(language, "things", "not_named")
        or gram.gender_of(head.text, lemma, "") is None
    ):
        return None
    nation = context.knowledge.country_of_adjective(found.text) or context.knowledge.place(found.name)
    return None if nation is not None else "thing"
