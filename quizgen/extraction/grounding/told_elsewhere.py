"""What a sentence leaves to another: who says it, what was said before, from where somebody came back, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.languages.lexicon import lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token


def goes_on_saying(verb: Token, context: Context) -> bool:
    """*A ajouté que …*: beside something else that was said."""
    behind = {t.lower_ for t in verb.doc[verb.i + 1 : verb.sent.end]}
    continuing = words(context.language, "verbs", "continuing")
    return verb.lemma_.lower() in continuing and bool(behind & words(context.language, "clauses", "than_the_same"))


def comes_back(verb: Token, context: Context) -> bool:
    """*Elle est rentrée au Chili en 1979*: that she had left, and why, another sentence tells; *de Chine* tells it."""
    if not {verb.lemma_.lower(), verb.text.lower()} & words(context.language, "clauses", "returning"):
        return False
    of = words(context.language, "clauses", "of")
    return not any(g.dep_ == "case" and g.text.lower() in of for c in verb.children for g in c.children)


def only_seems(finite: Token, context: Context) -> bool:
    """*Son départ paraît acquis*: so it was on that day."""
    seeming = finite.lemma_.lower() in words(context.language, "clauses", "seeming")
    return seeming and "Pres" in finite.morph.get("Tense", [])


def is_of_two_turns(sentence: DocSpan, context: Context) -> bool:
    """*S'établit à Oslo d'abord, à Gand ensuite*: without these words it would be both at once."""
    said = f" {sentence.text.lower()} "
    turns = lexicon(context.language, "clauses")["turns"]
    return any(first in said and then in said.partition(first)[2] for first, then in turns)


def holds_source(sentence: DocSpan, context: Context) -> bool:
    """*Selon l'AFP*, *d'après lui* …: a source that a card would leave out."""
    return _holds(sentence.text, words(context.language, "clauses", "sources"))


def points_outside(text: str, context: Context) -> bool:
    """A phrase that only the sentences before explain (*ce dernier*, *en question*)."""
    return _holds(text.replace(",", " "), words(context.language, "clauses", "pointing_phrases"))


def _holds(text: str, phrases: frozenset[str]) -> bool:
    said = f" {text.lower()} "
    return any(f" {phrase} " in said for phrase in phrases)
