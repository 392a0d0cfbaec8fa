"""Functions in a body that the phrase does not name: that of the headline, where it names one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.slots.names import mention_slot
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
    if _names_another(found, context):
        return None
    told = [m for m in context.mentions.items if m.name == found.name and m.start < headline.start]
    slot = mention_slot(found, context)
    if slot is None or slot.type != "organisation" or len(told) < _OFTEN:
        return None
    known = context.knowledge.organisation(found.name)
    return slot if known is None or known.kind == "company" else None


def _names_another(body: Mention, context: Context) -> bool:
    """*Lusavia se rend à Ferrosa*: a name in the headline that no pipeline knows may be a body too."""
    doc = body.paragraph.doc
    words_of_headline = [t for t in body.paragraph.doc if t.is_alpha and not body.left <= t.i < body.right]
    opened = {t.i for t in doc if t.is_sent_start or t.i and t.nbor(-1).text in (":", "«", ".")}
    known = (context.mentions.at(body.paragraph, t) for t in words_of_headline)
    persons = {t.i for t, m in zip(words_of_headline, known, strict=True) if m is not None and m.type == "person"}
    return any(t.text.istitle() and t.pos_ == "PROPN" and t.i not in opened | persons for t in words_of_headline)


# So often the body of an article names what its headline names, to be about it.
_OFTEN = 2
