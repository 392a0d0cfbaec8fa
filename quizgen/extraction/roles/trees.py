"""Nouns for functions beside a name, found by the tree: before it, after it, in a relative, with a copula."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.roles.words import is_role
from quizgen.extraction.trimming import comma_before, trim
from quizgen.languages.lexicon import lexicon, words
from quizgen.parsing.verb_groups import finite_of

if TYPE_CHECKING:
    from spacy.tokens import Token

BESIDE = ("appos", "flat", "flat:name", "nmod")


def tree_roles(mention: Mention, context: Context) -> Iterator[tuple[Token, list[Token], str]]:
    """Nouns that name the person's function, with their phrase and the rule that found each."""
    doc = mention.paragraph.doc
    head = doc[mention.left : mention.right].root
    if head.dep_ in BESIDE and not _cased(head) and is_role(head.head, context) and head.head.i < head.i:
        if _adjacent(head.head, mention):
            yield head.head, _both_roles(head.head, mention, context), "role-before"
    for child in head.children:
        comma = comma_before(child)
        if child.dep_ == "appos" and child.i > mention.right - 1 and comma is not None and is_role(child, context):
            verbless = all(t.pos_ not in ("VERB", "AUX") for t in doc[mention.right : child.i])
            beside = comma == mention.right or _only_brackets(doc, mention.right, comma)
            if verbless and beside and not _acts(child):
                yield child, _role_tokens(child, mention), "role-after"
    for child in head.children:
        if child.dep_ == "acl:relcl" and is_role(child, context) and _is_now(child, context):
            yield child, _role_tokens(child, mention), "role-relative"
    if head.dep_ == "nsubj" and any(
        c.dep_ == "cop" and c.lemma_ in words(context.language, "clauses", "being") for c in head.head.children
    ):
        finite = finite_of(head.head)
        to_come = finite is not None and "Fut" in finite.morph.get("Tense", [])
        if is_role(head.head, context) and not _negated(head.head) and not to_come:
            yield head.head, _role_tokens(head.head, mention), "role-copula"


def _acts(noun: Token) -> bool:
    """*…, Rui Sá, le maire a promis …*: right before a verb, a phrase with an article is its subject, not apposed."""
    if noun.left_edge.pos_ != "DET" and not any(c.dep_ == "det" for c in noun.children):
        return False
    behind = noun.right_edge.i + 1
    if behind >= len(noun.doc) or noun.doc[behind].sent != noun.sent:
        return False
    return noun.doc[behind].pos_ in ("VERB", "AUX") and "Fin" in noun.doc[behind].morph.get("VerbForm", [])


def _is_now(noun: Token, context: Context) -> bool:
    """*X, qui est maire de …*: a copula in the present, not denied."""
    finite = finite_of(noun)
    being = words(context.language, "clauses", "being")
    here = finite is not None and finite.lemma_ in being and "Pres" in finite.morph.get("Tense", [])
    subject = any(c.dep_ == "nsubj" and "Rel" in c.morph.get("PronType", []) for c in noun.children)
    return here and subject and not _negated(noun)


def _both_roles(noun: Token, mention: Mention, context: Context) -> list[Token]:
    """The phrase of a function; of two said together (*homme de radio et réalisateur français X*) both."""
    if not any(c.dep_ == "conj" and is_role(c, context) and c.i < mention.left for c in noun.children):
        return _role_tokens(noun, mention)
    between = list(noun.doc[noun.i : mention.left])
    return between if all(t.pos_ not in ("PUNCT", "VERB", "AUX") for t in between) else []


def _adjacent(noun: Token, mention: Mention) -> bool:
    """Nothing but the role's own words and one comma between the noun and the name."""
    between = noun.doc[noun.i + 1 : mention.left]
    if any(t.pos_ in ("VERB", "AUX", "SCONJ") and t.dep_ not in ("acl",) for t in between):
        return False
    return sum(t.text == "," for t in between) <= 1 and all(t.text not in ";:«»" for t in between)


def _only_brackets(doc: object, left: int, right: int) -> bool:
    tokens = doc[left:right]  # type: ignore[index]
    return len(tokens) > 1 and tokens[0].text == "(" and tokens[-1].text == ")"


def _cased(token: Token) -> bool:
    return any(child.dep_ == "case" for child in token.children)


def _negated(token: Token) -> bool:
    return any("Neg" in child.morph.get("Polarity", []) for child in token.children)


def _role_tokens(noun: Token, mention: Mention) -> list[Token]:
    """The noun with its own modifiers, without determiner, name, asides and relative clauses."""
    inside = [
        t
        for t in trim(noun, noun.left_edge.i, noun.right_edge.i + 1)
        if not (mention.left <= t.i < mention.right)
        and not (
            t.head == noun and t.dep_ in ("det", "case", "cop", "nsubj", "punct", "advmod", "aux:tense", "cc", "mark")
        )
    ]
    cut = {
        x.i
        for t in inside
        if (t.dep_ in ("acl:relcl", "acl", "advcl", "parataxis", "conj", "obl:mod", "appos") and t.head == noun)
        or t.text.lower() in lexicon(noun.doc.lang_, "offices")["aged"]
        or (t.head == noun and t.text.lower() in lexicon(noun.doc.lang_, "quantities")["years"])
        for x in t.subtree
    }
    subject = {x.i for c in noun.children if c.dep_ in ("nsubj", "nsubj:pass") for x in c.subtree}
    new = lexicon(noun.doc.lang_, "offices")["passing"]
    since = lexicon(noun.doc.lang_, "offices")["since"]
    until = next((t.i for t in inside if t.i > noun.i and t.text.lower() in since), noun.doc[-1].i + 1)
    inside = [t for t in inside if t.i < until]
    kept = [t for t in inside if t.i not in cut and t.i not in subject]
    while kept and kept[0].text.lower() in new:
        kept = kept[1:]
    while kept and kept[-1].text in ",.;:":
        kept = kept[:-1]
    contiguous = all(
        b.i - a.i == 1 or _only_brackets(noun.doc, a.i + 1, b.i) for a, b in zip(kept, kept[1:], strict=False)
    )
    return kept if contiguous else []
