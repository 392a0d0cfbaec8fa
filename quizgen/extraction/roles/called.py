"""What an article calls somebody beside their name (*député russe*, *romancière*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.function_words import has_possessive
from quizgen.extraction.grounding.standing_alone import dangling
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.names.states import countries
from quizgen.extraction.phrases import render
from quizgen.extraction.roles.phrases import holds_person, is_cut_short, named_persons, role_phrases
from quizgen.extraction.roles.states import country_told, is_national
from quizgen.extraction.roles.wording import without_nationality
from quizgen.languages.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words of a call; of a former office that tells nobody from others.
_LONGEST, _BARE_FORMER = 7, 2


def functions(context: Context) -> dict[str, str]:
    """Name of a person → what the article calls them beside it, where it is short.

    Not only what can be asked for: any function or occupation that tells who speaks.
    """
    found: dict[str, str] = {}
    for mention in named_persons(context):
        if mention.name in found:
            continue
        calls = (_called(noun, tokens, mention, context) for noun, tokens, _ in role_phrases(mention, context))
        call = next((text for text in calls if text is not None), None)
        if call is not None:
            found[mention.name] = call
    return found


def _called(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> str | None:
    paragraph = mention.paragraph
    if not _is_a_call(noun, tokens, mention, context):
        return None
    said = _known_words(noun, _without_looks(noun, tokens, context), mention, context)
    if said is None or not _says_of_which_state(noun, said, mention, context):
        return None
    text = render(without_nationality(noun, said, paragraph, context), paragraph, context)
    if text and said[0].text.istitle() and not said[0].ent_type_:
        text = text[:1].lower() + text[1:]  # *le Roi X*
    return text if text and len(text.split()) <= _LONGEST and "«" not in text else None


def _is_a_call(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> bool:
    """Whether a phrase calls the person named by a function, whole and of somebody."""
    if not tokens or is_cut_short(tokens) or _is_any_former(noun, tokens, context):
        return False
    if tokens[0].pos_ == "PRON" or holds_person(tokens, mention.paragraph, context):
        return False
    if has_possessive((*tokens, *noun.children)):
        return False
    if noun.lemma_.lower() in words(context.language, "offices", "too_general"):
        return False
    if noun.lemma_.lower() in words(context.language, "offices", "ranks"):
        return False  # *numéro deux mondial*: of what?
    # not *d'abord journaliste*
    return all(t.i >= noun.i or t.pos_ in ("ADJ", "DET", "PROPN", "NUM") for t in tokens)


def _is_any_former(noun: Token, tokens: list[Token], context: Context) -> bool:
    """*Ancien ministre*: of whom there are many."""
    former = any(t.text.lower() in words(context.language, "offices", "former") for t in tokens)
    return former and (len(tokens) <= _BARE_FORMER or tokens[0] == noun)


def _without_looks(noun: Token, tokens: list[Token], context: Context) -> list[Token]:
    """*Le planétologue* | *aux favoris légendaires*."""
    with_looks = words(context.language, "offices", "with")
    looks = next((t.i for t in tokens if t.i > noun.i and t.text.lower() in with_looks), None)
    return [t for t in tokens if looks is None or t.i < looks]


def _known_words(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> list[Token] | None:
    """The noun alone where what is said of it another sentence explains; None where it wants that."""
    if dangling([t for t in tokens if t.i != noun.i], mention.paragraph, context) is None:
        return tokens
    if noun.text.lower() in words(context.language, "offices", "held"):
        return None  # *le président*: of what, another sentence says
    return [noun]


def _says_of_which_state(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> bool:
    """Whether a head's phrase, or the country of the headline, tells of which state or body."""
    of_headline = context.headline_country is not None and is_national(noun, tokens, context.language)
    if of_headline:
        named = countries(mention.paragraph, tokens, context)
        # not *le Premier ministre X*, of another country than the headline's
        return bool(named) or country_told(noun, tokens, mention, context) is not None
    heads = words(context.language, "worth", "heads") | words(context.language, "worth", "seconds")
    # not *le président X*, of a bank: of what, the question would not say
    return len(tokens) > 1 or noun.text.lower() not in heads
