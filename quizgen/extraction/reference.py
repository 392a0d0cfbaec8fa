"""What a subject pronoun stands for: one person, the subject of the sentence before, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.mentions import Mention
from quizgen.extraction.slots import mention_slot, person_of
from quizgen.facts import Slot
from quizgen.languages.lexicon import lexicon
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_FARTHEST = 3


def antecedent(pronoun: Token, paragraph: Paragraph, context: Context, depth: int = 0) -> Slot | None:
    """The person a subject pronoun of the third person singular stands for, as a slot with its offsets.

    Only where the sentence before, in the same paragraph, has a person of that gender as its subject and
    names no other person who agrees; and nobody is named in this sentence before the pronoun.
    """
    gender = lexicon(context.language, "clauses")["subject_pronouns"].get(pronoun.text.lower())
    if gender is None or depth > _FARTHEST or pronoun.dep_ != "nsubj":
        return None
    here = [m for m in _persons(pronoun.sent, paragraph, context) if m.left < pronoun.i]
    if here:
        return None
    before = _sentence_before(pronoun.sent)
    if before is None:
        return None
    subject = next((c for c in before.root.children if c.dep_ in ("nsubj", "nsubj:pass")), None)
    if subject is None:
        return None
    found = _person(subject, paragraph, context, depth)
    if found is None or found.gender not in (gender, None):
        return None
    rivals = {m.name for m in _persons(before, paragraph, context) if m.name != found.name}
    others = [r for r in rivals if _could_be(r, gender, context)]
    return None if others or found.gender is None else found


def _person(subject: Token, paragraph: Paragraph, context: Context, depth: int) -> Slot | None:
    mention = person_of(subject, subject.left_edge.i, subject.right_edge.i + 1, paragraph, context)
    if mention is not None:
        return mention_slot(mention, context)
    return antecedent(subject, paragraph, context, depth + 1) if subject.pos_ == "PRON" else None


def _could_be(name: str, gender: str, context: Context) -> bool:
    mention = next(m for m in context.mentions.items if m.name == name)
    slot = mention_slot(mention, context)
    return slot is None or slot.gender in (gender, None)


def _persons(sentence: DocSpan, paragraph: Paragraph, context: Context) -> list[Mention]:
    return [
        m
        for m in context.mentions.items
        if m.paragraph is paragraph and m.type == "person" and sentence.start <= m.left < sentence.end
    ]


def _sentence_before(sentence: DocSpan) -> DocSpan | None:
    sents = list(sentence.doc.sents)
    index = next((i for i, s in enumerate(sents) if s.start == sentence.start), 0)
    return sents[index - 1] if index else None
