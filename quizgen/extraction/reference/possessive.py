"""*Ses deux missiles* → *les deux missiles de l'Iskander-M*: a subject with the name of what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.function_words import is_possessive
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.reference.pronouns import life_told
from quizgen.extraction.slots.names import mention_slot, with_determiner
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_PLAIN = ("DET", "NUM", "ADJ", "NOUN")


@dataclass(frozen=True)
class Owned:
    """A subject written with its owner, and where the sentence begins that names the owner."""

    text: str
    start: int


def owned_subject(tokens: list[Token], paragraph: Paragraph, context: Context) -> Owned | None:
    """The phrase ``tokens`` with its owner named; None where the owner is not sure.

    Only where the phrase is the first of its sentence, holds nothing but determiner, numbers, adjectives and a noun,
    and the sentence before has one name as its subject, and no other person where that is one.
    """
    if not tokens or not is_possessive(tokens[0]) or not all(_is_plain(t) for t in tokens):
        return None
    if tokens[0].text.lower() in words(context.language, "clauses", "of_many") or not tokens[0].is_sent_start:
        return None
    before = _sentence_before(tokens[0])
    owner = _subject_name(before, paragraph, context) if before is not None else None
    noun = next((t.text for t in tokens if t.pos_ == "NOUN"), "")
    if before is None or owner is None:
        return _of_the_dead(tokens, noun, paragraph, context)
    slot = mention_slot(owner, context)
    if slot is None:
        return None
    named = slot.text if slot.text != owner.name else with_determiner(slot, owner).text
    named = named[:1].lower() + named[1:] if named != owner.name else named
    plain: str | None = grammar(context.language).owned([t.text for t in tokens], noun, named)
    return Owned(plain, paragraph.start + before.start_char) if plain else None


def _of_the_dead(tokens: list[Token], noun: str, paragraph: Paragraph, context: Context) -> Owned | None:
    """*Sa fortune*, in an article on somebody's death, behind a sentence that goes on telling of the dead."""
    sentence = tokens[0].sent
    told = (life_told(sentence, gender, paragraph, context) for gender in ("m", "f"))
    dead = next((slot for slot in told if slot is not None), None)
    if dead is None:
        return None
    plain: str | None = grammar(context.language).owned([t.text for t in tokens], noun, dead.text)
    return Owned(plain, paragraph.start + sentence.start_char) if plain else None


def _is_plain(token: Token) -> bool:
    return token.pos_ in _PLAIN or "Part" in token.morph.get("VerbForm", [])


def _subject_name(sentence: DocSpan, paragraph: Paragraph, context: Context) -> Mention | None:
    subject = next((c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubj:pass")), None)
    if subject is None or any(c.dep_ == "conj" for c in subject.children):
        return None
    owner = context.mentions.at(paragraph, subject)
    if owner is None or owner.type == "other":
        return None
    inside = [m for m in context.mentions.items if m.paragraph is paragraph and sentence.start <= m.left < sentence.end]
    rivals = {m.name for m in inside if m.name != owner.name and m.type == owner.type == "person"}
    return None if rivals else owner


def _sentence_before(token: Token) -> DocSpan | None:
    sents = list(token.doc.sents)
    index = next((i for i, s in enumerate(sents) if s.start <= token.i < s.end), 0)
    return sents[index - 1] if index else None
