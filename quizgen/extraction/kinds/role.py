"""Who holds which role: a noun for a function beside a name, before it, after it or with a copula."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.grounding.persons import headline_names_somebody
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.phrases import render
from quizgen.extraction.roles.belonging import Belonging, belonging
from quizgen.extraction.roles.phrases import named_persons, role_phrases
from quizgen.extraction.roles.refused import is_function, is_human
from quizgen.extraction.roles.times import of_now, standing
from quizgen.extraction.roles.wording import is_trade, without_nationality, without_the_whole
from quizgen.extraction.roles.words import is_former
from quizgen.extraction.slots.names import mention_slot
from quizgen.facts import RoleFact, Slot
from quizgen.languages.lexicon import lexicon, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words of a function that a card may have.
_LONGEST = 11


def find(context: Context) -> Iterator[RoleFact]:
    """One fact per name and role, at its first mention."""
    seen: set[tuple[str, str]] = set()
    for mention in named_persons(context):
        for noun, tokens, rule in role_phrases(mention, context):
            fact = _fact(mention, noun, tokens, rule, context)
            if fact is None or (fact.holder.text, fact.role.text.split()[0]) in seen:
                continue
            if not fact.former and _is_of_the_past(fact, context):
                continue  # under *L'ancien maire condamné*
            seen.add((fact.holder.text, fact.role.text.split()[0]))
            yield fact


def _fact(mention: Mention, noun: Token, tokens: list[Token], rule: str, context: Context) -> RoleFact | None:
    if not is_function(noun, tokens, mention, context):
        return None
    of, holder = belonging(noun, tokens, mention, context), mention_slot(mention, context)
    if of is None or holder is None:
        return None
    former = any(is_former(t, context) for t in tokens)
    held = _is_held(noun, tokens, context)
    if held and not former and not of_now(mention, context) or former and of.stateless:
        return None
    value = _standing(noun, tokens, of, mention, context)
    if _may_be_answered_otherwise(noun, tokens, value, context) or of.body is not None and not held:
        return None
    role = _role(noun, tokens, of, value, mention.paragraph, context)
    if role is None:
        return None
    first = mention.paragraph.start + noun.sent.start_char
    sentence = Span(start=min(first, of.start or first), end=first + len(noun.sent.text.rstrip()))
    return RoleFact(rule=rule, sentence=sentence, holder=holder, role=role, where=of.where, former=former)


def _is_of_the_past(fact: RoleFact, context: Context) -> bool:
    """Whether the headline calls the holder, or somebody it does not name, a former holder of such an office."""
    title, noun = context.parsed.article.title or "", fact.role.noun
    if headline_names_somebody(context) and fact.holder.text.rsplit(" ", 1)[-1] not in title:
        return False
    said, table = re.findall(r"[\w-]+", title.lower()), lexicon(context.language, "offices")
    prefixed = f"{table['former_prefix']}{noun}"
    return prefixed in said or any(a in table["former"] and b == noun for a, b in pairwise(said))


def _is_held(noun: Token, tokens: list[Token], context: Context) -> bool:
    """An office that one person holds at a time."""
    held = words(context.language, "offices", "held")
    return bool({noun.lemma_.lower(), noun.text.lower()} & held) and not is_trade(tokens, context)


def _standing(noun: Token, tokens: list[Token], of: Belonging, mention: Mention, context: Context) -> str | None:
    table = lexicon(context.language, "offices")
    former = any(is_former(t, context) for t in tokens)
    told = of.body is not None or of.country is not None and len(tokens) > 1
    held = _is_held(noun, tokens, context)
    return standing(noun, tokens, held, table, mention, context, told=told, former=former)


def _may_be_answered_otherwise(noun: Token, tokens: list[Token], value: str | None, context: Context) -> bool:
    """Whether the source gives the person another function in the same breath."""
    if value == "late" and _is_one_of_several(noun, tokens, context):
        return True
    return _is_held(noun, tokens, context) and _has_another(noun, tokens, context)


def _role(
    noun: Token, tokens: list[Token], of: Belonging, value: str | None, paragraph: Paragraph, context: Context
) -> Slot | None:
    """The function as what a question asks for; None where it cannot be written, or somebody is quoted with it."""
    text = _written(noun, tokens, of, paragraph, context)
    start, end = paragraph.start + tokens[0].idx, paragraph.start + tokens[-1].idx + len(tokens[-1].text)
    if not text or context.quoted(Span(start=start, end=start + 1)):
        return None
    return Slot(
        text=text if of.whole is None else text.removesuffix(tokens[-1].text) + of.whole,
        type="role",
        start=start,
        end=end,
        noun=noun.text.lower(),
        accepted=() if of.whole is None else (text,),
        value="office" if of.stateless and _is_held(noun, tokens, context) else value,
    )


def _written(noun: Token, tokens: list[Token], of: Belonging, paragraph: Paragraph, context: Context) -> str | None:
    """The function as a card writes it, in small letters; None where it is too long or cut within a quotation."""
    text = render(without_nationality(noun, tokens, paragraph, context), paragraph, context)
    if not text or len(text.split()) > _LONGEST or text.count("«") != text.count("»"):
        return None
    for ending in words(context.language, "offices", "in_office"):
        text = text.removesuffix(f" {ending}")
    if of.is_told:
        text = without_the_whole(text, context)
    if noun.text.istitle():
        text = text.replace(noun.text, noun.text.lower(), 1)
    return text[:1].lower() + text[1:] if tokens[0].is_sent_start else text


def _is_one_of_several(noun: Token, tokens: list[Token], context: Context) -> bool:
    """*Animateur de télévision, critique, écrivain*: whoever names another is right too."""
    behind = (c for c in noun.children if c.dep_ in ("conj", "appos") and c.i > tokens[-1].i)
    return any(_is_bare_human(c, context) for c in behind)


def _has_another(noun: Token, tokens: list[Token], context: Context) -> bool:
    """*Le chef du PiS et vice-Premier ministre X*, *X, ministre de l'Intérieur, vice-président du Conseil et …*: of two
    functions in one breath, either is a right answer.
    """
    if any(c.dep_ == "det" for c in noun.children) and noun.dep_ == "conj":
        return False  # *le maire X et le préfet Y*
    if noun.dep_ == "conj" and is_human(noun.head, context) and noun.head.i < noun.i:
        return True
    if _is_one_of_several(noun, tokens, context):
        return True
    beside = (c for c in noun.head.children if noun.dep_ == "appos" and c.dep_ in ("appos", "conj") and c.i > noun.i)
    return any(_is_bare_human(c, context) for c in beside)


def _is_bare_human(noun: Token, context: Context) -> bool:
    return is_human(noun, context) and all(c.dep_ != "det" for c in noun.children)
