"""Words of the source as a card writes them: with times resolved and names in full."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.times.written import AS_IT_STANDS, Replacement, written_time
from quizgen.languages.lexicon import grammar, lexicon
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.extraction.names.spans import Mention

# What a parser takes a number in words for, at the head of a sentence.
_NO_NUMBER = frozenset(("X", "PROPN", "NOUN", "NUM"))
_FUNCTION = frozenset(("DET", "ADP", "ADV", "PRON", "SCONJ", "CCONJ", "NUM", "AUX", "ADJ"))
_SPACE = re.compile(r"\s+")
_ELIDING = re.compile(r"(\w['’])\s+(?=«)")
_BEFORE = re.compile(r"\s+([,.)\]])")
_DOUBLED = re.compile(r",(\s*,)+")


def render(tokens: list[Token], paragraph: Paragraph, context: Context) -> str | None:
    """The text of ``tokens``: times absolute, names in full; None where a relative time has no date."""
    out: list[str] = []
    index = 0
    said: set[str] = set()
    inside = {token.i for token in tokens}
    while index < len(tokens):
        token = tokens[index]
        written, taken = _replacement(token, inside, paragraph, context)
        if taken < 0:
            return None
        if taken:
            last = token.i + taken - 1
            index += sum(1 for t in tokens[index:] if t.i <= last)
            if written and written in said:
                continue
            said.add(written)
            gap = index < len(tokens) and tokens[index].i != last + 1
            out.append(written + (" " if written and (token.doc[last].whitespace_ or gap) else ""))
        else:
            gap = index + 1 < len(tokens) and tokens[index + 1].i != token.i + 1
            out.append(_accented(token, context) + (" " if token.whitespace_ or gap else ""))
            index += 1
    module = grammar(context.language)
    return tidy(module.joined_dates(module.unelided("".join(out))))


def _accented(token: Token, context: Context) -> str:
    """The word with the accent that a capital may have lost (*A Bordeaux*)."""
    lost: dict[str, str] = lexicon(context.language, "clauses")["unaccented"]
    return lost.get(token.text, token.text) if token.pos_ == "ADP" else token.text


def tidy(text: str) -> str:
    """One space between words, none before a comma or behind an apostrophe, no doubled comma, none at the ends."""
    return _BEFORE.sub(r"\1", _DOUBLED.sub(",", _SPACE.sub(" ", _ELIDING.sub(r"\1", text)))).strip(" ,;:")


def _replacement(token: Token, inside: set[int], paragraph: Paragraph, context: Context) -> Replacement:
    """What stands for the tokens that begin here."""
    mention = context.mentions.at(paragraph, token)
    if mention and mention.left == token.i and _has_fuller_name(mention):
        if not (_modifies(token) or _is_part_of_name(mention)):
            return mention.name, mention.right - mention.left
    titled = _titled(token, paragraph, context) if token.i + 1 in inside else None
    if titled is not None:
        return titled.name, 1 + titled.right - titled.left
    time = context.time_at(paragraph, token)
    return AS_IT_STANDS if time is None else written_time(time, token, inside, paragraph, context)


def _has_fuller_name(mention: Mention) -> bool:
    return mention.name != mention.text


def _titled(title: Token, paragraph: Paragraph, context: Context) -> Mention | None:
    """*M. Cameron*: the bearer of a title, who has a fuller name."""
    bearer = context.mentions.at(paragraph, title.nbor(1)) if title.i + 1 < len(title.doc) else None
    if bearer is None or bearer.left != title.i + 1 or bearer.title != title.text.lower():
        return None
    return bearer if _has_fuller_name(bearer) else None


def _modifies(token: Token) -> bool:
    """A name right behind a common noun belongs to it (*l'administration Obama*): it stays as it is."""
    if token.dep_ == "nmod":  # *le boson de Higgs*
        return True
    return token.i > 0 and token.nbor(-1).pos_ in ("NOUN", "ADJ") and not token.is_sent_start


def _is_part_of_name(mention: Mention) -> bool:
    """*« Camp Fire »*, of which a pipeline took *Fire* alone for the name of a person told of elsewhere."""
    doc = mention.paragraph.doc
    before = doc[mention.left - 1] if mention.left else None
    behind = doc[mention.right] if mention.right < len(doc) else None
    if before is not None and before.is_sent_start and before.text.lower() != before.lemma_.lower():
        before = None
    return any(t is not None and t.pos_ == "PROPN" and t.text[:1].isupper() for t in (before, behind))


def may_lower(tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    """Whether a phrase has its capital only from beginning the sentence."""
    first = next((t for t in tokens if t.pos_ != "PUNCT"), None)
    if first is None or context.mentions.at(paragraph, first):
        return False
    named = context.mentions.at(paragraph, first.nbor(1)) if first.i + 1 < len(first.doc) else None
    if named is not None and named.title and named.title == first.text.lower():
        return False  # *M. Cameron*, in the place of which his full name may stand
    cardinals = lexicon(context.language, "numbers")["cardinals"]
    if first.pos_ in _NO_NUMBER and all(part in cardinals for part in first.text.lower().split("-")):
        return _opens_sentence(first)  # *Quarante-trois*
    participle = first.pos_ == "VERB" and "Part" in first.morph.get("VerbForm", [])
    office = first.pos_ == "NOUN" and grammar(context.language).is_human(first.lemma_.lower())
    if first.pos_ not in _FUNCTION and first.dep_ != "nummod" and not participle and not office:
        return False  # *Cent* is a number, whatever it is tagged; *Offertes au musée*, *Maire de Leixões*
    return _opens_sentence(first)


def _opens_sentence(token: Token) -> bool:
    return not any(t.pos_ not in ("PUNCT", "SPACE") for t in token.sent if t.i < token.i)
