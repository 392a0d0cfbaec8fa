"""Which names of a sentence a cloze may ask for: whole ones, that one answer fits and nothing beside gives away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.names.persons import surely_person
from quizgen.extraction.names.placed import (
    is_behind_a_place,
    is_coordinated,
    is_indefinite_or_held,
    is_listed,
    is_placed,
    is_portfolio,
    is_source,
    is_within,
    names_a_kind,
    names_a_text,
    speaks_in_headline,
)
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.names.together import bodies, pairs
from quizgen.extraction.names.whole import (
    completes_institution,
    goes_on,
    is_bare_noun,
    is_for_something,
    is_of_a_people,
    is_whole,
    names_a_body,
)
from quizgen.extraction.slots.names import mention_slot, surely_typed, with_determiner
from quizgen.facts import Slot
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

_UNASKED = ("other", "product", "event")


def names_of(sentence: DocSpan, paragraph: Paragraph, context: Context) -> Iterator[Slot]:
    """The names, pairs of names and bodies of a sentence that may be asked for."""
    inside = [m for m in context.mentions.items if m.paragraph is paragraph and sentence.start <= m.left < sentence.end]
    counts = [m.name for m in inside]
    yield from pairs(inside, context)
    yield from bodies(sentence, paragraph, context)
    for mention in inside:
        if counts.count(mention.name) > 1 or not is_whole(mention) or is_listed(mention, context):
            continue
        slot = mention_slot(mention, context)
        if slot is None or not _is_asked(mention, slot, context):
            continue
        if mention.left and mention.paragraph.doc[mention.left - 1].pos_ == "NOUN":
            slot = slot.model_copy(update={"noun": ""})  # *le groupe État islamique* says already what it is
        yield with_determiner(slot, mention)


def _is_asked(mention: Mention, slot: Slot, context: Context) -> bool:
    if slot.type in _UNASKED or not surely_typed(mention, slot, context):
        return False
    if any(is_against(mention, context) for is_against in (*_AGAINST, *_AGAINST_TYPE.get(slot.type, ()))):
        return False
    if slot.type == "person" and " " not in (slot.name or slot.text):
        return False  # *M. [personne]*: a surname alone
    if slot.type == "organisation" and slot.noun is None and is_within(mention, context):
        return False  # *dans l'État du Minnesota*: no body
    return not completes_institution(mention, slot.type)


_Signs = tuple[Callable[[Mention, Context], bool], ...]

_AGAINST: _Signs = (
    lambda mention, _: is_bare_noun(mention),
    is_source,
    speaks_in_headline,
    lambda mention, _: is_indefinite_or_held(mention),
    lambda mention, _: names_a_body(mention),
    lambda mention, _: is_coordinated(mention),
    lambda mention, _: goes_on(mention),
)
_NO_PLACE: _Signs = (names_a_text, is_portfolio)
_AGAINST_TYPE: dict[str, _Signs] = {
    "person": (lambda mention, context: not surely_person(mention, context),),
    "country": (is_behind_a_place, names_a_kind, *_NO_PLACE),
    "region": _NO_PLACE,
    "organisation": (*_NO_PLACE, is_of_a_people, is_for_something),
    # *les affluents de l'Orne*: a river's name too
    "department": (lambda mention, context: not is_within(mention, context),),
    "place": (*_NO_PLACE, lambda mention, context: not is_placed(mention, context, known=False)),
    "city": (*_NO_PLACE, lambda mention, context: not is_placed(mention, context, known=True)),
}
