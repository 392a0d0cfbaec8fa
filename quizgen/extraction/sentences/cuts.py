"""What a sentence loses with the words that a card leaves out."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.extraction.sentences.words import Kept
from quizgen.extraction.trimming import drops_name_of_thing
from quizgen.languages.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def counts_what_went(kept: Kept) -> bool:
    """*Dans l'Oural* | *, dont 200 enfants*: behind what went there is nobody to count some of."""
    counting = words(kept.context.language, "asides", "counting")
    return any(token.lower_ in counting and _follows_gap(token, kept) for token in kept.tokens)


def _follows_gap(token: Token, kept: Kept) -> bool:
    before = next((t for t in reversed(list(token.doc[: token.i])) if not t.is_punct), None)
    return before is not None and before.i not in kept.indices


def drops_name(kept: Kept) -> bool:
    """*Le jeu au succès mondial* [*, Pokémon Go,*]: the name of what stays."""
    return any(
        drops_name_of_thing(t, kept.paragraph, kept.context)
        for t in kept.tokens
        if t.i + 1 not in kept.indices and t.i + 2 not in kept.indices
    )


def cuts_list(kept: Kept) -> bool:
    """*Deux essais ont échoué : à Faro, …, et à Porto, …*: with one of them alone it is no list."""
    colon = next((t for t in kept.tokens if t.text == ":"), None)
    if colon is None:
        return False
    return any(t.i > colon.i and t.i not in kept.indices and t.pos_ == "CCONJ" for t in kept.sentence)


def loses_source(kept: Kept) -> bool:
    """*110 000 personnes ont péri, selon X, et deux millions ont fui*: whose count it is, stands in what goes."""
    language = kept.context.language
    gone = "".join(t.text_with_ws for t in kept.sentence if t.i not in kept.indices).lower().replace("’", "'")
    according = words(language, "clauses", "attribution") - words(language, "clauses", "purpose")
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", gone) for word in according)


def leaves_apposition(tokens: list[Token]) -> bool:
    """*X, [présenté comme le chef d'Y], la branche de Z …*: what is cut out takes with it whose apposition follows."""
    return any(
        comma.i - before.i > 1
        and comma.text == ","
        and after.pos_ in ("DET", "NUM")
        and after.head.i > after.i
        and not after.head.dep_.startswith("nsubj")
        for before, comma, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def leaves_comma(tokens: list[Token], root: Token) -> bool:
    """*Son fils Ronan, 23 ans ont ouvert*: of what stood between subject and verb, one comma of two is left."""
    subject = next((t for t in tokens if t.head == root and t.dep_.startswith("nsubj") and t.i < root.i), None)
    if subject is None or any(c.dep_ == "conj" and c.i < root.i and _has_comma(c) for c in subject.children):
        return False
    verb = min((t.i for t in tokens if t == root or (t.head == root and t.dep_.startswith("aux"))), default=root.i)
    between = [t for t in tokens if subject.i < t.i < verb]
    cut = any(b.i > a.i + 1 for a, b in pairwise([subject, *between, root]))
    return cut and sum(t.text == "," for t in between) == 1


def _has_comma(token: Token) -> bool:
    return token.left_edge.text == "," or (token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ",")
