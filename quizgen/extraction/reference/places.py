"""Sentences in a row: the one before, who is named in it, whether it is quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.names.spans import Mention
from quizgen.languages.lexicon import lexicon
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

# How a paragraph ends that is no heading.
_ENDS = frozenset(".!?…»")


class Place(NamedTuple):
    """A sentence and the paragraph it stands in."""

    sentence: DocSpan
    paragraph: Paragraph


def persons_in(place: Place, context: Context) -> list[Mention]:
    return [
        m
        for m in context.mentions.items
        if m.paragraph is place.paragraph and m.type == "person" and place.sentence.start <= m.left < place.sentence.end
    ]


def sentence_before(place: Place, context: Context) -> Place | None:
    """The sentence before, also where it ends the paragraph before and that is no heading."""
    sents = list(place.sentence.doc.sents)
    index = next((i for i, s in enumerate(sents) if s.start == place.sentence.start), 0)
    if index:
        return Place(sents[index - 1], place.paragraph)
    previous = paragraph_before(place.paragraph, context)
    return Place(list(previous.doc.sents)[-1], previous) if previous is not None else None


def paragraph_before(paragraph: Paragraph, context: Context) -> Paragraph | None:
    def order() -> dict[int, Paragraph]:
        told = context.parsed.paragraphs
        return {two.start: one for one, two in zip(told, told[1:], strict=False)}

    previous = context.once("paragraph before", order).get(paragraph.start)
    ends = previous.doc.text.rstrip()[-1:] if previous is not None else ""
    return previous if ends in _ENDS and ends else None


def is_quoted(token: Token, paragraph: Paragraph, context: Context) -> bool:
    at = paragraph.start + token.idx
    return context.quoted(Span(start=at, end=at + 1))


def is_maiden_name(mention: Mention, context: Context) -> bool:
    """*Née Simone Jacob*: another name of whom the sentence tells."""
    before = mention.paragraph.doc[mention.left - 1] if mention.left else None
    return before is not None and before.text.lower() in lexicon(context.language, "clauses")["born"]
