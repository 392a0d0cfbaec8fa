"""Of what a function is: a country or a body, by the phrase itself or by the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizgen.extraction.context import Context
from quizgen.extraction.function_words import has_possessive
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.names.states import countries
from quizgen.extraction.roles.bodies import body_told
from quizgen.extraction.roles.owners import Owner, is_behind_relative, owner_told
from quizgen.extraction.roles.states import country_told, is_national, names_region, region_told
from quizgen.extraction.roles.wording import says_of_what, says_office, ungrounded, whole_name
from quizgen.facts import Slot
from quizgen.knowledge import Country
from quizgen.languages.lexicon import lexicon, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words of the shortest function that tells anything.
_SHORTEST = 2


class Belonging(NamedTuple):
    """Of what a function is: ``where`` a country or a body that the phrase leaves out; ``whole`` the full name of
    the body that it names in short; ``start`` where the sentence begins that tells it, if another does.
    """

    country: Country | None = None
    body: Slot | None = None
    stateless: bool = False
    whole: str | None = None
    start: int | None = None

    @property
    def is_told(self) -> bool:
        """Whether the question must name it, because the phrase does not."""
        return self.country is not None or self.body is not None

    @property
    def where(self) -> Slot | None:
        return Slot(text=self.country.name.full, type="country") if self.country is not None else self.body


def belonging(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> Belonging | None:
    """What the function is of; None where neither the phrase nor the words around it tell."""
    owner = owner_told(noun, tokens, mention, context)
    if _heads_what_is_described(tokens, mention.paragraph, context) or _is_anothers(noun, tokens, owner, context):
        return None
    owning = owner.of if owner is not None else None
    of_a_state = is_national(noun, tokens, context.language, whole_name(tokens[-1], mention, context) or "")
    if isinstance(owning, Country) and not of_a_state:
        return None
    country = owning if isinstance(owning, Country) else country_told(noun, tokens, mention, context)
    stateless = country is None and of_a_state and _names_no_state(noun, tokens, mention.paragraph, context)
    if stateless and any(t.text.lower() in words(context.language, "worth", "lesser") for t in tokens):
        return None  # *le chef du gouvernement local*: of where
    region = region_told(mention, context) if stateless else None
    if region is not None:
        return Belonging(body=Slot(text=region.name.full, type="country"))
    if _lacks_field(noun, tokens, context) or stateless and not _says_whole_office(noun, tokens, mention, context):
        return None
    if isinstance(owning, Slot):
        body: Slot | None = owning
    else:
        body = body_told(noun, tokens, mention, context) if country is None and not stateless else None
    if country is None and body is None:
        return _by_its_words(noun, tokens, mention, context, stateless=stateless)
    whole = whole_name(tokens[-1], mention, context) if body is None else None
    return Belonging(country, body, stateless, whole, owner.start if owner is not None else None)


def _heads_what_is_described(tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    """*PDG du groupe de l'Illinois*: a body by where it is, and not by its name."""
    bodies = (t for t in tokens if t.lemma_.lower() in words(context.language, "offices", "companies"))
    return any(_is_place_of_it(c, paragraph, context) for body in bodies for c in body.children)


def _is_place_of_it(complement: Token, paragraph: Paragraph, context: Context) -> bool:
    if complement.dep_ != "nmod" or all(c.dep_ != "case" for c in complement.children):
        return False
    named = context.mentions.at(paragraph, complement)
    return named is not None and named.type == "location"


def _is_anothers(noun: Token, tokens: list[Token], owner: Owner | None, context: Context) -> bool:
    """*Leur ambassadeur*: whose, another phrase says."""
    if has_possessive(tokens):
        return True
    return owner is None and (has_possessive(noun.children) or is_behind_relative(noun, context))


def _names_no_state(noun: Token, tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    return not countries(paragraph, tokens, context) and not names_region(noun, tokens, paragraph, context)


def _unqualified(tokens: list[Token], context: Context) -> list[Token]:
    """The words of a function without *ancien*."""
    return [t for t in tokens if t.text.lower() not in lexicon(context.language, "offices")["former"]]


def _lacks_field(noun: Token, tokens: list[Token], context: Context) -> bool:
    """*La ministre X*, *le ministre portugais Y*: of what; not *l'ex-Premier ministre*."""
    table = lexicon(context.language, "offices")
    said = [t for t in _unqualified(tokens, context) if context.knowledge.country_of_adjective(t.text) is None]
    first = any(word in t.text.lower() for t in tokens for word in table["first_ministers"])
    return len(said) == 1 and noun.text.lower() in table["portfolio"] and not first


def _says_whole_office(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> bool:
    """Not *le président*, of which neither the phrase nor the headline tells of what."""
    placed = (context.mentions.at(mention.paragraph, t) for t in tokens)
    office = says_office(noun, _unqualified(tokens, context), lexicon(context.language, "offices"))
    return office and not any(m is not None and m.type == "location" for m in placed)


def _by_its_words(
    noun: Token, tokens: list[Token], mention: Mention, context: Context, *, stateless: bool
) -> Belonging | None:
    """What a function is of by its own words."""
    paragraph = mention.paragraph
    whole = whole_name(tokens[-1], mention, context) if not stateless else None
    if ungrounded(tokens[:-1] if whole else tokens, noun, paragraph, context):
        return None
    if len(_unqualified(tokens, context)) < _SHORTEST:
        return None
    told = stateless or says_of_what(noun, tokens, paragraph, context)
    return Belonging(stateless=stateless, whole=whole) if told else None
