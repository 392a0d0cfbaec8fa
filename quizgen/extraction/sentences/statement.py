"""Whole sentences as statements: for clozes, which need no tree, only a sentence that stands alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.phrases import may_lower, render
from quizgen.extraction.reference.pronouns import antecedent, shown_with
from quizgen.extraction.sentences.dates import past_dates
from quizgen.extraction.sentences.names import names_of
from quizgen.extraction.sentences.refused import needs_topic, refusal, refusal_of_rest, refusal_of_text
from quizgen.extraction.sentences.words import Kept, kept_of
from quizgen.extraction.slots.quantities import first_lowered, quantity_slots
from quizgen.extraction.statements import Refusal, Statement
from quizgen.extraction.times.dating import of_now
from quizgen.facts import Frame, FramePiece, Slot
from quizgen.languages.lexicon import grammar
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token


def sentence_statements(context: Context) -> Iterator[Statement]:
    """Each sentence that stands alone, with every name and number in it as a slot."""
    for paragraph in context.parsed.paragraphs:
        for sentence in paragraph.doc.sents:
            made = sentence_statement(sentence, paragraph, context)
            if isinstance(made, Statement):
                yield made


def sentence_statement(sentence: DocSpan, paragraph: Paragraph, context: Context) -> Statement | Refusal:
    """The sentence as a statement, or why it is none."""
    kept = kept_of(sentence, paragraph, context)
    reason = refusal(kept)
    if reason:
        return Refusal(reason)
    at, referent = _referent(kept)
    rest = [*kept.tokens[:at], *kept.tokens[at + 1 :]] if referent is not None else kept.tokens
    reason = refusal_of_rest(kept, rest)
    if reason:
        return Refusal(reason)
    text = _text(kept, at, referent)
    if not text:
        return Refusal("relative time or open quotation in what must stay")
    reason = refusal_of_text(kept, text)
    if reason:
        return Refusal(reason)
    if (referent is None or at) and _may_lower(kept):
        text = text[:1].lower() + text[1:]
    return _made(kept, text, referent, topic=needs_topic(kept, rest))


def _referent(kept: Kept) -> tuple[int, Slot | None]:
    """Where the pronoun stands that is the sentence's subject, and the person it stands for."""
    for at, token in enumerate(kept.tokens):
        if token.head == kept.sentence.root and token.dep_ == "nsubj" and token.pos_ == "PRON":
            return at, antecedent(token, kept.paragraph, kept.context)
    return 0, None


def _text(kept: Kept, at: int, referent: Slot | None) -> str | None:
    """The words as a card writes them, the person's name in the place of the pronoun."""
    tokens, paragraph, context = kept.tokens, kept.paragraph, kept.context
    if referent is None:
        return render(tokens, paragraph, context)
    before = render(tokens[:at], paragraph, context) if at else ""
    before = f"{before}," if before and tokens[at - 1].text == "," else before
    after = render(tokens[at + 1 :], paragraph, context)
    if before is None or not after:
        return None
    return " ".join(part for part in (before, referent.text, after) if part)


def _may_lower(kept: Kept) -> bool:
    if may_lower(kept.tokens, kept.paragraph, kept.context):
        return True
    return kept.headline and _is_word(kept.tokens[0], kept)


def _is_word(token: Token, kept: Kept) -> bool:
    """The first word of a headline, which has its capital from there: no name, no sign of letters."""
    named = kept.context.mentions.at(kept.paragraph, token)
    if named is not None or not token.text[1:].islower() or token.pos_ == "PROPN":
        return False
    known = grammar(kept.context.language).gender_of(token.text.lower(), token.lemma_.lower(), "")
    return token.pos_ != "NOUN" or known is not None


def _made(kept: Kept, text: str, referent: Slot | None, *, topic: bool) -> Statement:
    sentence, paragraph, context = kept.sentence, kept.paragraph, kept.context
    shown = shown_with(referent, sentence, paragraph, context) if referent is not None else kept.span
    main = context.clause_of(sentence.root)
    tense = ("Perf" if main.perfect else "") + main.tense if main is not None else ""
    slots = _slots(kept, text, referent)
    piece = FramePiece(role="sentence", text=text, slots=slots, start=shown.start, end=shown.end)
    frame = Frame(pieces=(piece,), verb=(), finite=0, tense=tense)
    return Statement(frame, shown, needs_topic=topic, of_now=of_now(paragraph, sentence, tense, context))


def _slots(kept: Kept, text: str, referent: Slot | None) -> tuple[Slot, ...]:
    """The names, numbers and dates of the text; no number of what is denied."""
    sentence, paragraph, context = kept.sentence, kept.paragraph, kept.context
    found = (
        *((referent,) if referent else ()),
        *names_of(sentence, paragraph, context),
        *(first_lowered(slot, text) for slot in quantity_slots(kept.tokens, paragraph, context)),
        *past_dates(sentence, paragraph, context),
    )
    negated = any("Neg" in c.morph.get("Polarity", []) for c in sentence.root.children)
    return tuple(slot for slot in found if slot.text in text and not (negated and slot.type.startswith("number")))
