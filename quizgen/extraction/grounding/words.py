"""A word of a phrase that is to stand alone, and the form of the rules that say why it cannot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.names.spans import Mention
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

# How the reasons end that naming the topic of the article mends.
SOFT = "known from the topic"
# Kinds of thing of which an article names many.
CLASSES_WITH_MANY = frozenset(("place", "organisation", "group", "time"))
_COMPLEMENTS = ("nmod", "amod", "acl", "acl:relcl")


@dataclass(frozen=True)
class Word:
    """A word with the phrase it stands in: ``inside`` has the indices of all tokens of the phrase."""

    token: Token
    inside: set[int]
    paragraph: Paragraph
    context: Context

    @property
    def mention(self) -> Mention | None:
        return self.context.mentions.at(self.paragraph, self.token)

    @property
    def before(self) -> Token | None:
        return self.token.nbor(-1) if self.token.i else None

    @property
    def behind(self) -> Token | None:
        return self.token.nbor(1) if self.token.i + 1 < len(self.token.doc) else None

    @property
    def lemma(self) -> str:
        return self.token.lemma_.lower()

    @property
    def noun_class(self) -> str | None:
        """The kind of thing that a noun is for."""
        found: str | None = grammar(self.context.language).noun_class(self.lemma)
        return found

    @property
    def is_human(self) -> bool:
        return bool(grammar(self.context.language).is_human(self.lemma))

    @property
    def is_plural(self) -> bool:
        return "Plur" in self.token.morph.get("Number", [])

    @property
    def is_counted(self) -> bool:
        return any(c.dep_ == "nummod" and c.i < self.token.i for c in self.token.children)

    @property
    def is_complemented(self) -> bool:
        return any(c.dep_ in _COMPLEMENTS and c.i in self.inside for c in self.token.children)

    def is_among(self, name: str) -> bool:
        """Whether the word, as it stands, is in a list of ``lexicon/clauses.toml``."""
        return self.token.text.lower() in words(self.context.language, "clauses", name)

    def lemma_is_among(self, name: str) -> bool:
        return self.lemma in words(self.context.language, "clauses", name)


# Why a word cannot stand alone, with what tells so; None where it can, whatever the rules behind would say.
Rule = tuple[str | None, Callable[[Word], bool]]
