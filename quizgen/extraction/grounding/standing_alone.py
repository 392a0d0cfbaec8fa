"""Whether a phrase stands alone: what it refers to is known without the sentence before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.grounding import comparing, nouns, persons, pointing
from quizgen.extraction.grounding.words import SOFT, Word
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

# The first that holds decides.
_RULES = (
    *pointing.RULES,
    *comparing.RULES,
    *persons.RULES,
    *nouns.RULES,
)


def dangling(tokens: list[Token], paragraph: Paragraph, context: Context) -> str | None:
    """Why the phrase cannot stand alone, as ``word: reason``; None where it can.

    A reason that no topic mends comes before one that it does. Possessives are accepted: they are read with the
    subject of the same statement.
    """
    resolved = _resolved_tokens(tokens, paragraph, context)
    inside = {token.i for token in tokens}
    soft: str | None = None
    for token in tokens:
        reason = _reason(Word(token, inside, paragraph, context)) if token.i not in resolved else None
        if reason and not is_soft(reason):
            return f"{token.text}: {reason}"
        soft = soft or (f"{token.text}: {reason}" if reason else None)
    return soft


def is_soft(reason: str) -> bool:
    """Whether naming the topic of the article is enough to know what is meant (*le suspect*)."""
    return reason.endswith(SOFT)


def _resolved_tokens(tokens: list[Token], paragraph: Paragraph, context: Context) -> set[int]:
    found: set[int] = set()
    for token in tokens:
        time = context.time_at(paragraph, token)
        if time:
            found.update(t.i for t in tokens if paragraph.start + t.idx < time.end and t.i >= token.i)
    return found


def _reason(word: Word) -> str | None:
    reason = next((reason for reason, holds in _RULES if holds(word)), None)
    return reason.format(kind=word.noun_class) if reason is not None else None
