"""Another name of a thing: *portant le nom de code « X »*, *surnommé « X »*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.slots.names import mention_slot, with_determiner
from quizgen.facts import AliasFact, Slot
from quizgen.languages.lexicon import lexicon, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTED = re.compile(r"^\s*(?:[\w' ]{0,12}\s)?«\s*([^«»]{2,40}?)\s*»")


def find(context: Context) -> Iterator[AliasFact]:
    """One fact for each named thing that a participle or a noun of naming gives another name to."""
    table = lexicon(context.language, "naming")
    for paragraph in context.parsed.paragraphs:
        for token in paragraph.doc:
            if token.dep_ != "acl" or token.i < token.head.i:
                continue
            named = _naming_token(token, table)
            thing = _thing(token, token.head, paragraph, context)
            match = named and _QUOTED.match(paragraph.doc.text[named.idx + len(named.text) :])
            if named is None or thing is None or not match:
                continue
            offset = named.idx + len(named.text)
            fact = _fact(token, thing, match, paragraph.start + offset, paragraph)
            yield fact.model_copy(
                update={
                    "called": _called(token, named, table),
                    "namer": _namer(offset + match.end(), paragraph, context),
                }
            )


def _called(participle: Token, named: Token, table: dict[str, list[str]]) -> str:
    """*Nom de code*, *surnom*: what the text itself calls the name; empty for a mere name."""
    if named is participle:
        return table["given"][0] if participle.lemma_.lower() in table["nicknaming"] else ""
    noun = next(c for c in participle.children if c.dep_ == "obj" and c.lemma_.lower() in table["nouns"])
    said = participle.doc[noun.i : named.i + 1].text
    return "" if said.lower() == table["nouns"][-1] else said


def _namer(at: int, paragraph: Paragraph, context: Context) -> Slot | None:
    """Who gives the name: what stands behind it with *par*, where it is a name."""
    doc = paragraph.doc
    behind = [t for t in doc if t.idx >= at and t.text != "»"][:_ARTICLE_AND_NAME]
    if not behind or behind[0].text.lower() not in words(context.language, "lint", "by"):
        return None
    mention = next((m for t in behind[1:] if (m := context.mentions.at(paragraph, t)) is not None), None)
    slot = mention_slot(mention, context) if mention is not None and mention.left - behind[0].i <= 2 else None
    return with_determiner(slot, mention) if slot is not None and mention is not None and slot.number == "s" else None


# *Par*, an article, a name.
_ARTICLE_AND_NAME = 3


def _naming_token(participle: Token, table: dict[str, list[str]]) -> Token | None:
    if participle.lemma_.lower() in table["verbs"]:
        return participle
    noun = next((c for c in participle.children if c.dep_ == "obj" and c.lemma_.lower() in table["nouns"]), None)
    if noun is None:
        return None
    return next((c for c in noun.children if c.dep_ == "nmod" and c.i > noun.i and c.i - noun.i < 4), noun)


def _thing(participle: Token, noun: Token, paragraph: Paragraph, context: Context) -> Slot | None:
    """The name that the noun is, or is set beside."""
    for token in (noun, noun.head if noun.dep_ == "appos" else noun):
        mention = context.mentions.at(paragraph, token)
        if mention is not None and (token is not noun or participle.i - mention.right <= 1):
            slot = mention_slot(mention, context)
            return slot and with_determiner(slot, mention)
    return None


def _fact(token: Token, thing: Slot, match: re.Match[str], offset: int, paragraph: Paragraph) -> AliasFact:
    start = paragraph.start + token.sent.start_char
    return AliasFact(
        rule="alias-participle",
        sentence=Span(start=start, end=start + len(token.sent.text.rstrip())),
        thing=thing,
        alias=Slot(
            text=f"« {match[1]} »", type="name", start=offset + match.start(1), end=offset + match.end(1),
            accepted=(match[1],),
        ),
    )  # fmt: skip
