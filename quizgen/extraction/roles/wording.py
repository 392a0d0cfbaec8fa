"""The words of a function: whether they say of what, and how a card writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.grounding.standing_alone import dangling
from quizgen.extraction.names.spans import Mention
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words of an office that says its field.
_WITH_FIELD = 3


def without_nationality(noun: Token, tokens: list[Token], paragraph: Paragraph, context: Context) -> list[Token]:
    """*Président qatarien du PSG* → *président du PSG*: the adjective is the person's, the function a known body's.

    As in *secrétaire général des Nations unies sud-coréen*.
    """
    known = context.knowledge
    if noun.i + 1 > tokens[-1].i:
        return tokens
    if _tells_a_leaning(tokens, context):
        tokens = tokens[:-1]
        if noun.i + 1 > tokens[-1].i:
            return tokens
    portfolio = noun.text.lower() in words(
        context.language, "offices", "portfolio"
    )  # *ministre français de l'Économie*
    named = (context.mentions.at(paragraph, t) for t in tokens if t.i > noun.i)
    powers = words(context.language, "offices", "powers")
    bodies = (m for m in named if m is not None and m.name.lower() not in powers)
    if not any(m.type == "organisation" and not portfolio or known.organisation(m.name) is not None for m in bodies):
        return tokens
    last = tokens[-1]
    if last.text.islower() and known.country_of_adjective(last.text) is not None:
        number, of_body = last.morph.get("Number", []), last.nbor(-1).morph.get("Number", [])
        differ = bool(number and of_body) and number != of_body
        return tokens[:-1] if differ else tokens  # not *présidente du Sénat argentin*
    first, second = noun.nbor(1), noun.doc[noun.i + 2] if noun.i + 2 < len(noun.doc) else None
    if second is None or second.pos_ != "ADP" or known.country_of_adjective(first.text) is None:
        return tokens
    return [t for t in tokens if t.i != first.i]


def _tells_a_leaning(tokens: list[Token], context: Context) -> bool:
    """*Le Premier ministre conservateur*: what he is, and no part of the office; not *chef du Parti socialiste*."""
    last, before = tokens[-1], tokens[-2]
    party = before.text[:1].isupper() or grammar(context.language).noun_class(before.lemma_.lower()) in _BODIES
    return last.text.lower() in words(context.language, "offices", "leanings") and not (party and len(tokens) > _TWO)


# An office and its adjective; kinds of what may have a leaning in its name.
_TWO, _BODIES = 2, ("organisation", "group")


def without_the_whole(text: str, context: Context) -> str:
    """*Ministre de la Justice du pays* → *ministre de la Justice*, where the question names the country or the body."""
    ending = next((e for e in words(context.language, "offices", "of_the_whole") if text.endswith(f" {e}")), "")
    return text.removesuffix(ending).rstrip()


def whole_name(last: Token, mention: Mention, context: Context) -> str | None:
    """*La Commission*, where the article names *la Commission européenne* and no other: its full name."""
    if not last.text.istitle() or not _is_body(last.text.lower(), context):
        return None
    longer = {
        m.name for m in context.mentions.items if m.type in ("organisation", "other") and m.name.startswith(f"{last} ")
    }
    held = context.mentions.at(mention.paragraph, last)
    alone = held is None or held.text == last.text
    return longer.pop() if alone and len(longer) == 1 else None


def _is_body(word: str, context: Context) -> bool:
    return grammar(context.language).noun_class(word) in ("organisation", "group", "place")


def says_office(noun: Token, said: list[Token], table: dict[str, list[str]]) -> bool:
    """*Ministre de la Culture*, *Premier ministre*, *président de la République*: what somebody was, though not of
    which state. *Le président* alone may be that of a club.
    """
    words_said = [t.text.lower() for t in said]
    if len(said) < _WITH_FIELD:
        return words_said[:1] != words_said[-1:] and words_said[0] in table["first_ministers"]
    return noun.text.lower() in table["portfolio"] or any(word in table["powers"] for word in words_said)


def is_trade(tokens: list[Token], context: Context) -> bool:
    """*Chef d'orchestre*, *chef pâtissier*: called a head, but a trade that one has, not an office that one holds."""
    said = " ".join(t.text.lower() for t in tokens).replace("' ", "'").replace("’ ", "'")
    return said.startswith(tuple(words(context.language, "offices", "trades")))


def says_of_what(noun: Token, tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    """A function alone tells nobody from others: it needs a name, a nationality or a field beside it."""
    if noun.lemma_.lower() in lexicon(context.language, "offices")["standing"]:
        return any(t.text.lower() in words(context.language, "offices", "contests") for t in tokens)
    of_anything = noun.lemma_.lower() not in words(context.language, "worth", "heads")
    powers = lexicon(context.language, "offices")["powers"]
    offices = lexicon(context.language, "offices")
    if noun.text.lower() in (*offices["national"], *offices["national_with_power"]):
        if any(t.text.lower() in powers for t in tokens):
            return True  # *président de la République*
    return any(
        context.mentions.at(paragraph, t) is not None
        or t.pos_ == "PROPN"
        or context.knowledge.country_of_adjective(t.text) is not None
        or (of_anything and t.dep_ == "nmod" and t.head == noun and any(_is_of(c, context) for c in t.children))
        for t in tokens
        if t.i != noun.i
    )


def _is_of(token: Token, context: Context) -> bool:
    return token.dep_ == "case" and token.text.lower() in words(context.language, "clauses", "governed")


def ungrounded(tokens: list[Token], noun: Token, paragraph: Paragraph, context: Context) -> bool:
    rest = [t for t in tokens if t.i != noun.i]
    table = lexicon(context.language, "offices")
    if noun.text.lower() in (*table["national"], *table["national_with_power"]):
        rest = [t for t in rest if t.text.lower() not in table["powers"]]
    if noun.text.lower() in table["portfolio"]:
        rest = [t for t in rest if not (t.pos_ == "NOUN" and t.dep_ in ("nmod", "conj"))]  # *de la culture*: its field
    return dangling(rest, paragraph, context) is not None
