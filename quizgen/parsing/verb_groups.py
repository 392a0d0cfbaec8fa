"""The verb group of a predicate: its finite verb, auxiliaries, clitics and negation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

GROUP = ("aux", "aux:tense", "aux:pass", "aux:caus", "cop", "expl:comp", "expl:pass", "expl:pv", "expl")


_FINITE = ("Ind", "Cnd")


def finite_of(head: Token) -> Token | None:
    """The finite verb of the predicate at ``head``: itself, its first auxiliary or its copula."""
    candidates = [child for child in head.children if child.dep_.startswith("aux") or child.dep_ == "cop"]
    if head.pos_ in ("VERB", "AUX") and head.dep_ not in ("aux", "aux:tense", "aux:pass", "cop"):
        candidates.append(head)
    if not candidates:
        return None
    for token in sorted(candidates, key=lambda token: token.i):
        if set(token.morph.get("Mood", [])) & set(_FINITE) and "Fin" in token.morph.get("VerbForm", []):
            return token
    return None


def is_negation(token: Token) -> bool:
    """A token of a negated verb group, by UD's ``Polarity=Neg``."""
    return "Neg" in token.morph.get("Polarity", [])


def verb_group(head: Token, finite: Token) -> list[Token]:
    """Auxiliaries, copula, clitics and negation before and around the verb, in order."""
    group = {finite}
    for child in head.children:
        if child.dep_ in GROUP or (child.pos_ == "PRON" and child.dep_ in ("obj", "iobj") and _is_clitic(child, head)):
            group.add(child)
        if child.dep_ == "advmod" and is_negation(child):
            group.add(child)
    if not any(child.dep_ == "cop" for child in head.children):
        group.add(head)
    return sorted(group, key=lambda token: token.i)


def _is_clitic(token: Token, head: Token) -> bool:
    """A weak object pronoun: directly before its verb group and not a relative or a demonstrative."""
    return token.i < head.i and not set(token.morph.get("PronType", [])) & {"Rel", "Int", "Dem", "Ind"}


def is_finite(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm", [])
