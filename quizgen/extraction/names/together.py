"""Names that a sentence says together with another, or with a noun: asked for as one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.names.placed import is_listed
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.names.whole import is_whole
from quizgen.extraction.slots.names import mention_slot, with_determiner
from quizgen.extraction.slots.phrases import phrase_slot
from quizgen.facts import Slot
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_PAIRED = ("country", "person", "city", "region", "department")


def pairs(mentions: list[Mention], context: Context) -> Iterator[Slot]:
    """Two names of one kind said together (*la Lituanie et la Pologne*): asked together."""
    for one in mentions:
        for other in mentions:
            link = _link(one, other, context)
            slot = _joined(one, other, link, context) if link is not None else None
            if slot is not None:
                yield slot


def _link(one: Mention, other: Mention, context: Context) -> str | None:
    """The word that joins two names, where nothing else stands between them and nothing beside them."""
    between = [t.text for t in one.paragraph.doc[one.right : other.left] if t.pos_ != "DET"]
    if other.left <= one.right or len(between) != 1:
        return None
    if between[0].lower() not in words(context.language, "clauses", "and") or is_listed(one, context):
        return None
    return between[0] if is_whole(one) and is_whole(other) else None


def _joined(one: Mention, other: Mention, link: str, context: Context) -> Slot | None:
    if one.type == "person" and (" " in one.name) != (" " in other.name):
        return None
    first, last = mention_slot(one, context), mention_slot(other, context)
    if first is None or last is None or first.type != last.type or first.type not in _PAIRED:
        return None
    first, last = with_determiner(first, one), with_determiner(last, other)
    return first.model_copy(
        update={
            "text": f"{first.text} {link} {last.text}", "number": "p", "end": last.end,
            "name": None, "noun": None, "gender": "f" if first.gender == last.gender == "f" else "m",
        }
    )  # fmt: skip


_PARTS = ("nsubj", "nsubj:pass", "obj", "obl:arg", "obl:mod", "obl:agent", "obl")
_LONGEST_BODY = 8


def bodies(sentence: DocSpan, paragraph: Paragraph, context: Context) -> Iterator[Slot]:
    """A body that a noun and a name call together (*le tribunal correctionnel de Paris*), asked for as a whole."""
    gram = grammar(context.language)
    for token in sentence:
        if token.pos_ != "NOUN" or gram.body_noun(token.lemma_.lower()) is None or token.dep_ not in _PARTS:
            continue
        if token.head.dep_ == "parataxis" or any(t.dep_ in ("conj", "appos") for t in token.children):
            continue  # *a annoncé le parquet de Paris*: whose word it is
        slot = phrase_slot(token, token.left_edge.i, token.right_edge.i + 1, paragraph, context)
        if slot is None or slot.type not in ("organisation", "group") or slot.number == "p" or slot.name is not None:
            continue
        joined = any(t.pos_ == "CCONJ" and t.text in slot.text.split() for t in token.subtree)
        if len(slot.text.split()) <= _LONGEST_BODY and not (
            joined or _told_by(token, context) or _is_where(token, context)
        ):
            yield slot


def _is_where(noun: Token, context: Context) -> bool:
    """*Dans le centre de Santiago*: a place, and no body that acts."""
    cases = {c.text.lower() for c in noun.children if c.dep_ == "case"}
    return bool(cases & words(context.language, "clauses", "inside"))


def _told_by(noun: Token, context: Context) -> bool:
    """*Selon le parquet de Paris*: who says it."""
    before = [t.text.lower() for t in noun.doc[max(noun.sent.start, noun.left_edge.i - 2) : noun.i]]
    return bool(set(before) & words(context.language, "clauses", "attribution"))
