"""What of a phrase a card keeps: not its brackets and connectives, nor what commas set apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.languages.lexicon import grammar
from quizgen.parsing.parsed import Paragraph
from quizgen.parsing.reduction import ASIDE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_LOOSE = ("appos", "acl", "acl:relcl", "advcl", "parataxis", "dislocated", "nmod", "amod", "conj", "obl:mod")


_SEPARATORS = frozenset((",", ";", ":", "-", "–", "—"))


# Behind these nothing more of what they close can stand.
_CLOSING = frozenset((",", ";", ":", ".", ")", "]", "»", "!", "?", "…"))


_NAMED_THINGS = ("organisation", "group", "product", "vehicle", "weapon", "work")


def trim(head: Token, left: int, right: int, loose: tuple[str, ...] = _LOOSE) -> list[Token]:
    """The tokens ``[left, right)`` of ``head``'s phrase without parentheses and what stands between commas.

    Restrictive modifiers stay: what a comma sets apart can go without changing what is meant. ``loose``:
    the relations that may go.
    """
    doc = head.doc
    while left < head.i and doc[left].text in _SEPARATORS:
        left += 1
    dropped: set[int] = set()
    for token in doc[left:right]:
        if token.i not in dropped and token.i != head.i and token.dep_ in loose:
            dropped |= _set_apart(token, head, left, right, loose)
    dropped |= asides(list(doc[left:right]))
    return [token for token in doc[left:right] if token.i not in dropped]


def _set_apart(token: Token, head: Token, left: int, right: int, loose: tuple[str, ...]) -> set[int]:
    """The indices of a modifier that commas set apart, and of the commas that go with it; none where it must stay."""
    doc, comma = token.doc, comma_before(token)
    if comma is None or comma < left or _is_within_aside(token, head, comma, loose):
        return set()
    if token.dep_ == "conj" or _has_sibling_list(token) or _completes_noun(token):
        return set()
    end = token.right_edge.i + 1
    if doc[end - 1].text == ",":
        end -= 1  # the second comma, which the tree hangs within
    name = max((token.i, *(c.i for c in token.children if c.dep_.startswith("flat")))) + 1
    if _names_one_of_two(token) and doc[name].text == ",":
        return {comma, name}  # *le président, X, et son rival, Y,*: the commas alone
    if _is_listed(token, end, right) or _goes_on(token, end, right):
        return set()
    closes = end < right and doc[end].text == "," and _beside_verb(token, doc, end + 1, right)
    return set(range(comma, end + closes))


def _is_within_aside(token: Token, head: Token, comma: int, loose: tuple[str, ...]) -> bool:
    """*, dont deux enfants*: the whole of it is what is set apart."""
    above = token.head
    return above.i != head.i and above.dep_ in loose and comma_before(above) == comma


def _is_listed(token: Token, end: int, right: int) -> bool:
    """An apposition that is one of several things."""
    return token.dep_ == "appos" and (_in_list(token) or _is_item(token, end, right))


def _goes_on(token: Token, end: int, right: int) -> bool:
    """A modifier goes on behind what the tree gives it: what follows may be coordinated within it."""
    if end >= right:
        return False
    behind = token.doc[end]
    if token.dep_ != "appos" and behind.pos_ == "CCONJ":
        return True
    return behind.text not in _CLOSING and token.dep_ in ("acl", "acl:relcl", "appos")


def _completes_noun(token: Token) -> bool:
    """An infinitive that a noun needs (*le deuxième, après X, à abandonner*)."""
    return token.dep_ == "acl" and any("Inf" in t.morph.get("VerbForm", []) for t in (token, *token.children))


def _is_item(token: Token, end: int, right: int) -> bool:
    """*Ont bloqué le port, une route et plusieurs ponts*: an indefinite noun behind a definite one is another thing,
    where a conjunction still follows in the phrase.
    """

    def definite(noun: Token, value: str) -> bool:
        return any(value in c.morph.get("Definite", []) for c in noun.children if c.dep_ == "det")

    linked = any(t.pos_ == "CCONJ" for t in token.doc[end:right])
    return linked and definite(token, "Ind") and definite(token.head, "Def")


def _in_list(token: Token) -> bool:
    """An apposition that is an item of an enumeration: its head has more of them, or it has conjuncts."""
    first = token.doc[first_word(token)]
    if any("Rel" in t.morph.get("PronType", []) for t in (first, first.nbor(1))):
        return False  # *dont onze soldats et deux employés*
    beside = [c for c in token.head.children if c.dep_ == "appos" and c.i > token.head.i]
    return (
        any(c.dep_ == "conj" for one in (token, token.head) for c in one.children if c.i > token.i) or len(beside) > 1
    )


def _names_one_of_two(token: Token) -> bool:
    """A name beside one of two nouns that *et* joins."""
    noun = token.head
    joined = noun.dep_ == "conj" or any(c.dep_ == "conj" and c.pos_ == "NOUN" for c in noun.children)
    return token.dep_ == "appos" and token.pos_ == "PROPN" and noun.pos_ == "NOUN" and joined


def _beside_verb(token: Token, doc: Doc, at: int, right: int) -> bool:
    """What is set apart stands between a subject and its verb: both its commas go; else one stays."""
    if at >= right:
        return True
    if doc[at].pos_ in ("VERB", "AUX") and "Fin" in doc[at].morph.get("VerbForm", []):
        # *X, fils de Y, qui …, est*: the second comma closes the longer one too
        return not _within_apposition(token) and _is_said_of(token, doc[at])
    if doc[at].pos_ == "ADP" and token.head.dep_ in ("obj", "obl:arg") and token.head.head.i < token.head.i:
        return True  # *a condamné le chef, X, à la prison*
    verb_follows = token.head.head.i >= at
    return verb_follows and token.head.dep_.startswith("nsubj") and not _begins_clause(doc, at, right)


def _is_said_of(token: Token, finite: Token) -> bool:
    """The token is the verb's own or within its subject, and not *a écrit au juge, X, a annoncé l'agence*."""
    verb = finite.head if finite.dep_.startswith(("aux", "cop")) else finite
    above = token
    while above.head not in (above, verb):
        above = above.head
    return above.head == verb and (above == token or above.dep_.startswith("nsubj"))


def _within_apposition(token: Token) -> bool:
    above = token.head
    while above.head != above and above.pos_ in ("NOUN", "PROPN"):
        if above.dep_ in _LOOSE and comma_before(above) is not None:
            return True
        above = above.head
    return False


def _begins_clause(doc: Doc, at: int, right: int) -> bool:
    """A noun phrase behind the second comma: the comma parts it from what stands before."""
    return at < right and doc[at].pos_ in ("DET", "NOUN", "PROPN") or (at < right and doc[at].dep_.startswith("nsubj"))


def first_word(token: Token) -> int:
    """Index of the first word of a token's phrase: parsers hang the comma before it now inside, now outside."""
    left = token.left_edge.i
    while left < token.i and token.doc[left].text in _SEPARATORS:
        left += 1
    return left


def comma_before(token: Token) -> int | None:
    """Index of the comma that sets a token's phrase apart, or None."""
    left = first_word(token)
    return left - 1 if left and token.doc[left - 1].text == "," else None


def asides(tokens: list[Token]) -> set[int]:
    """Indices of brackets and connectives: what a card leaves out."""
    connectives = {t.i for t in tokens if t.dep_ == ASIDE and t.text not in "«»"}
    commas = {t.i for t in tokens if t.text == "," and t.i - 1 in connectives and (t.nbor(-1).is_sent_start)}
    return connectives | commas | _parenthesised(tokens)


def _has_sibling_list(token: Token) -> bool:
    """Whether the comma before ``token`` is one of an enumeration rather than of an aside."""
    return token.dep_ in ("nmod", "amod", "obl:mod") and any(c.dep_ == "cc" for c in token.head.children)


def _parenthesised(tokens: Iterable[Token]) -> set[int]:
    dropped: set[int] = set()
    depth = 0
    for token in tokens:
        if token.text in ("(", "["):
            depth += 1
        if depth:
            dropped.add(token.i)
        if token.text in (")", "]"):
            depth = max(0, depth - 1)
    return dropped


def drops_name_of_thing(last: Token, paragraph: Paragraph, context: Context) -> bool:
    """*Le jeu au succès mondial* | *, Pokémon Go,*: behind what stays stands the name of it, between two commas.

    Not a person's, who is asked for.
    """
    doc = last.doc
    if last.i + 2 >= len(doc) or doc[last.i + 1].text != "," or last.pos_ not in ("NOUN", "ADJ"):
        return False
    first = doc[last.i + 2]
    name = context.mentions.at(paragraph, first)
    right = name.right if name is not None and name.left == first.i else first.i + 1
    if first.pos_ != "PROPN" and name is None or right >= len(doc) or doc[right].text != ",":
        return False
    noun = last
    while noun.dep_ in ("nmod", "amod") and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head  # *le patron de la société*, of which the name is his
    if grammar(context.language).is_human(noun.lemma_.lower()):
        return False
    if grammar(context.language).noun_class(noun.lemma_.lower()) in _NAMED_THINGS:
        return True  # whatever a pipeline takes its name for
    return name is not None and name.type not in ("person", "location")
