"""The words of a sentence that a card keeps: without asides, links to other sentences, what commas set apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.trimming import asides, trim
from quizgen.languages.lexicon import words
from quizgen.parsing.parsed import Paragraph
from quizgen.parsing.verb_groups import finite_of

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_COMFORTABLE = 24
_SET_APART = ("appos", "acl", "acl:relcl", "advcl")
_END = frozenset(".…")
# A comma that what stood before it leaves, the dash or bullet of a list.
_OPENING_MARKS = frozenset(",-–—•*")


@dataclass(frozen=True)
class Kept:
    """A sentence and the words of it that a card keeps: of a headline, all."""

    sentence: DocSpan
    paragraph: Paragraph
    context: Context
    headline: bool
    tokens: list[Token]

    @cached_property
    def indices(self) -> set[int]:
        return {token.i for token in self.tokens}

    @property
    def span(self) -> Span:
        """The sentence in the article, without the space behind it."""
        start = self.paragraph.start + self.sentence.start_char
        return Span(start=start, end=start + len(self.sentence.text.rstrip()))


def kept_of(sentence: DocSpan, paragraph: Paragraph, context: Context) -> Kept:
    headline = context.parsed.article.is_headline(paragraph.span(sentence))
    tokens = list(sentence) if headline else _kept_words(sentence, context)
    return Kept(sentence, paragraph, context, headline, tokens)


def _kept_words(sentence: DocSpan, context: Context) -> list[Token]:
    """The words of the sentence without asides, a conjunction at its head and the mark at its end."""
    gone = asides(list(sentence))
    gone |= _fronted_participle(sentence)
    tokens = [t for t in sentence if t.i not in gone and not t.is_space]
    if len(tokens) > _COMFORTABLE:
        kept = {t.i for t in trim(sentence.root, sentence.start, sentence.end, _SET_APART)}
        limiting = words(context.language, "clauses", "limiting")
        kept |= {t.i for t in sentence if t.dep_ == "advcl" and any(c.text.lower() in limiting for c in t.subtree)}
        tokens = [t for t in tokens if t.i in kept]
    if len(tokens) > _COMFORTABLE:
        later = _later_clauses(sentence)
        tokens = [t for t in tokens if t.i not in later]
    tokens = _without_lone_commas(tokens, sentence.root)
    droppable = words(context.language, "clauses", "droppable")
    tokens = [
        t for t in tokens if t.dep_ != "advmod" or t.head.pos_ not in ("VERB", "AUX") or t.text.lower() not in droppable
    ]
    tokens = tokens[_opening_phrase(tokens, context) :]
    opening = words(context.language, "clauses", "opening")
    while tokens and (tokens[0].text in _OPENING_MARKS or _only_joins(tokens, opening)):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text in _END or tokens[-1].text == ","):
        tokens = tokens[:-1]
    return tokens


def _fronted_participle(sentence: DocSpan) -> set[int]:
    """*Lancée en 2004, Rosetta a parcouru …*: what is said of the subject before it, with its comma."""
    first = sentence[0]
    misread = first.pos_ == "PROPN" and first.dep_ == "advcl"  # *Battus par Madrid, …*
    participle = first.pos_ == "VERB" and "Part" in first.morph.get("VerbForm", [])
    if first == sentence.root or not (misread or participle and "Past" in first.morph.get("Tense", [])):
        return set()
    subject = next((c for c in sentence.root.children if c.dep_.startswith("nsubj")), None)
    if subject is None or first.head not in (subject, sentence.root):
        return set()
    end = max(first.right_edge.i, sentence.start)
    following = sentence.doc[end + 1] if end + 1 < sentence.end else None
    if following is None or following.text != "," or end + 2 > subject.i + 1:
        return set()
    left = subject.left_edge.i
    if left > end + 2 and sentence.doc[left - 1].text == ",":
        end = left - 2  # *Nommé en 2008, en pleine crise, il a dirigé …*: of which of the two, nobody can tell
    return set(range(sentence.start, end + 2))


def _without_lone_commas(tokens: list[Token], root: Token) -> list[Token]:
    """*Le titre, [porté par la demande], a bondi*: with what stood between them, both commas before a verb go."""
    gone = {
        mark.i
        for before, comma, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if comma.text == "," and (comma.i - before.i > 1 or after.i - comma.i > 1)
        if after == root or (after.head == root and after.dep_.startswith(("aux", "expl", "cop")))
        if before.i < root.i and not any(t.text == "," for t in tokens if t.i < before.i)
        for mark in ((before, comma) if before.text == "," else (comma,))
    }
    return [t for t in tokens if t.i not in gone]


def _opening_phrase(tokens: list[Token], context: Context) -> int:
    """How many words at the head are a phrase that only joins the sentence to the one before (*au final*)."""
    text = " ".join(t.text.lower() for t in tokens[:4]).replace("' ", "'")
    found = (p for p in words(context.language, "clauses", "opening_phrases") if text.startswith(f"{p} "))
    phrase = max(found, key=len, default="")
    return len(phrase.replace("'", " ").split())


def _only_joins(tokens: list[Token], opening: frozenset[str]) -> bool:
    """*Alors*, *ainsi*, but not *alors que*, *ainsi que*: half of a conjunction."""
    return tokens[0].text.lower() in opening and not (len(tokens) > 1 and tokens[1].pos_ == "SCONJ")


def _later_clauses(sentence: DocSpan) -> set[int]:
    """Coordinated clauses with a subject of their own, behind the first: they state something else."""
    gone: set[int] = set()
    for token in sentence.root.children:
        if (
            token.dep_ == "conj"
            and finite_of(token) is not None
            and any(c.dep_.startswith("nsubj") for c in token.children)
        ):
            gone.update(range(token.left_edge.i, sentence.end))  # what the tree hangs elsewhere behind it belongs to it
    return gone
