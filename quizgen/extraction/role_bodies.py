"""Functions in a body that the phrase does not name: that of the headline, where it names one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.mention_spans import Mention
from quizgen.extraction.slots import mention_slot
from quizgen.facts import Slot
from quizgen.languages.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def body_told(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> Slot | None:
    """The one body that the headline names, for a function that only bodies have (*la directrice générale X*).

    None where the phrase says of what, or the sentence speaks of another body: it may be that one's.
    """
    said = " ".join(
        t.text.lower() for t in tokens if t.text.lower() not in words(context.language, "offices", "passing")
    )
    ends = words(context.language, "offices", "of_the_whole")
    said = next((said.removesuffix(f" {end}") for end in ends if said.endswith(f" {end}")), said)
    if said not in words(context.language, "offices", "of_bodies"):
        return None
    body = context.once("headline body", lambda: _headline_body(context))
    if body is None:
        return None
    here = [m for m in context.mentions.items if m.paragraph == mention.paragraph and m.type == "organisation"]
    others = [m for m in here if m.name != body.name and noun.sent.start <= m.left < noun.sent.end]
    return None if others else body


def _headline_body(context: Context) -> Slot | None:
    headline = context.parsed.article.headline
    if headline is None:
        return None
    named = {m.name: m for m in context.mentions.items if m.start >= headline.start and m.type == "organisation"}
    if len(named) != 1:
        return None
    found = next(iter(named.values()))
    told = [m for m in context.mentions.items if m.name == found.name and m.start < headline.start]
    slot = mention_slot(found, context)
    if slot is None or slot.type != "organisation" or len(told) < _OFTEN:
        return None
    known = context.knowledge.organisation(found.name)
    return slot if known is None or known.kind == "company" else None


# So often the body of an article names what its headline names, to be about it.
_OFTEN = 2
