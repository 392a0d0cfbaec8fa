"""Articles, possessives and clitics, by the tree and by their forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizgen.languages.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def has_possessive(tokens: Iterable[Token]) -> bool:
    """Whether a phrase holds a possessive determiner (UD ``Poss=Yes``)."""
    return any(is_possessive(token) for token in tokens)


def is_possessive(token: Token) -> bool:
    """A possessive determiner, by the tree or by its form."""
    if token.pos_ not in ("DET", "ADJ"):
        return False
    return "Yes" in token.morph.get("Poss", []) or token.text.lower() in words(
        token.doc.lang_, "clauses", "possessives"
    )


def is_clitic(token: Token) -> bool:
    """A pronoun, or what the tree uses as one though it is tagged as a preposition (*en fit une région*)."""
    return token.pos_ == "PRON" or token.dep_ in ("iobj", "obj", "expl:comp")


def begins_title(token: Token) -> bool:
    """A preposition in capitals within a sentence (*le film Sous le pont*)."""
    if token.pos_ != "ADP" or not token.text.istitle() or token.is_sent_start or not token.i:
        return False
    return token.nbor(-1).is_alpha


def is_definite(noun: Token) -> bool:
    """A definite article before the noun, or one merged into its preposition (*du*, *aux*)."""
    return any(is_definite_word(child) for child in noun.children if child.i < noun.i)


def is_definite_word(token: Token) -> bool:
    """A definite article, alone or merged into a preposition."""
    if token.dep_ == "det":
        return "Def" in token.morph.get("Definite", []) and not _is_partitive(token)
    return token.dep_ == "case" and token.text.lower() in words(token.doc.lang_, "clauses", "contracted")


def _is_partitive(article: Token) -> bool:
    """*Produire de l'électricité*: some of it, not one told of before."""
    before = article.nbor(-1) if article.i else None
    return before is not None and "DET" in before.morph.get("ExtPos", [])
