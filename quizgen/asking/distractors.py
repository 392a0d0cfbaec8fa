"""Wrong options for an answer: from the same article, then what lies near in the knowledge base."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pydantic import BaseModel

from quizgen.asking.options import Option, normal
from quizgen.facts import Fact, QuoteFact, RoleFact, Slot
from quizgen.knowledge import Country, Knowledge, Name, Organisation, Place

if TYPE_CHECKING:
    from quizgen.build import ArticleBuild

Entity = Country | Place | Organisation
PERSON = "person"
NUMBER = "number"
# How far to look in the knowledge base, and within which reach the generator may choose.
_NEAR = 24
_MIXED = 6
# Of these kinds one does what another could have done; each agency and institution has its own field (*Météo-France*).
_COMPARABLE = ("party", "club", "media", "network", "platform", "armed-group", "union")


@dataclass(frozen=True)
class Pool:
    """The named slots of each article's facts, and who may be quoted in it (normalised names)."""

    by_article: dict[str, tuple[Slot, ...]]
    speakers: dict[str, frozenset[str]]


def pool_of(builds: Iterable[ArticleBuild]) -> Pool:
    """Every named slot of every fact, once."""
    told = list(builds)
    return Pool(
        {build.article.id: tuple(_named(build.facts)) for build in told},
        {build.article.id: frozenset(_speaking(build.facts)) for build in told},
    )


def _speaking(facts: Iterable[Fact]) -> Iterator[str]:
    """Names of those who are quoted, or have a function to speak in."""
    for fact in facts:
        who = fact.speaker if isinstance(fact, QuoteFact) else fact.holder if isinstance(fact, RoleFact) else None
        if who is not None:
            yield normal(who.name or who.text)


def _named(facts: Iterable[Fact]) -> Iterator[Slot]:
    seen: dict[tuple[str, str], Slot] = {}
    for fact in facts:
        for slot in slots_of(fact):
            key = (slot.type, normal(slot.name or ""))
            if slot.name and (key not in seen or (slot.noun and not seen[key].noun)):
                seen[key] = slot  # in the first one's place, with what the article calls it
    yield from seen.values()


def slots_of(value: object) -> Iterator[Slot]:
    """Every slot within a model, however deep."""
    if isinstance(value, Slot):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from slots_of(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from slots_of(part)


def entity_of(slot: Slot, knowledge: Knowledge) -> Entity | None:
    """What the knowledge base has under a slot's name, if it is of the slot's type."""
    name = slot.name or slot.text
    if slot.type == "country":
        return knowledge.country_named(name)
    if slot.type == "organisation":
        return knowledge.organisation(name)
    place = knowledge.place(name)
    return place if place is not None and place.kind == slot.type else None


def option_of(slot: Slot, knowledge: Knowledge) -> Option | None:
    """A slot as an option; None where it is no name, or not known well enough to find its like."""
    if slot.number == "p" and slot.name is None:
        return None
    if slot.type == PERSON:
        return person_option(slot)
    entity = entity_of(slot, knowledge)
    if entity is None:
        return None
    name = _name_in(slot, entity)
    return None if name is None else entity_option(entity, name, knowledge, bare=normal(slot.text) == normal(name.text))


def _name_in(slot: Slot, entity: Entity) -> Name | None:
    """The one of an entity's names that the slot is written with, and nothing else is written beside it."""
    forms = (normal(slot.text), normal(slot.name or ""))
    named = [name for name in entity.names if normal(name.text) in forms or normal(name.full) in forms]
    return next((name for name in named if forms[0] in (normal(name.text), normal(name.full))), None)


def person_option(slot: Slot) -> Option | None:
    """A person by first and family name; None where less is known."""
    if not slot.name or normal(slot.name) != normal(slot.text) or " " not in slot.name or slot.number != "s":
        return None
    family = slot.name.rpartition(" ")[2]
    names = frozenset({normal(slot.name), normal(family)})
    return Option(text=slot.text, type=PERSON, names=names, gender=slot.gender)


def entity_option(entity: Entity, name: Name, knowledge: Knowledge, *, bare: bool) -> Option:
    """A thing under one of its names, with its article unless ``bare``; of the gender that shows."""
    article = "" if bare else name.article
    return Option(
        text=name.text if bare else name.full,
        type="country" if isinstance(entity, Country) else entity.kind,
        names=_all_names(entity, knowledge),
        gender=name.gender if article and not article.endswith("'") else None,
        number=name.number,
        article=article,
        kin=isinstance(entity, Organisation),
    )


def _all_names(entity: Entity, knowledge: Knowledge) -> frozenset[str]:
    names = {name.text for name in entity.names} | knowledge.spellings(entity.name.text)
    return frozenset(normal(name) for name in names)


def propose(answer: Slot, article: str, pool: Pool, knowledge: Knowledge, rng: random.Random) -> Iterator[Option]:
    """Candidates for a wrong option to ``answer``, best first. Persons come from the build alone."""
    own = option_of(answer, knowledge)
    if own is None:
        return
    # Of the same article alone: what another one names, readers find out of place, and a person gives the answer away.
    around = pool.by_article.get(article, ())
    called = (answer.noun or "").lower()
    found = [
        option_of(slot, knowledge)
        for slot in around
        if slot.type == answer.type and (own.type != PERSON or not called or (slot.noun or "").lower() == called)
    ]
    alike = [option for option in found if option is not None]
    if own.type == PERSON:
        # Stable: those of the same known gender come first, each in the order of the articles.
        yield from sorted(alike, key=lambda option: option.gender != own.gender)
        return
    entity = entity_of(answer, knowledge)
    if isinstance(entity, Organisation) and entity.kind not in _COMPARABLE:
        return
    yield from (_dressed(option, own) for option in alike)
    if entity is not None:
        near = _near(entity, knowledge)
        yield from (entity_option(one, one.name, knowledge, bare=not own.article) for one in _mixed(near, rng))


def _dressed(option: Option, answer: Option) -> Option:
    """Without its article where the answer has none."""
    if answer.article or not option.article:
        return option
    return replace(option, text=option.text[len(option.article) :], gender=None, article="")


def _near(entity: Entity, knowledge: Knowledge) -> Sequence[Entity]:
    if isinstance(entity, Country):
        return knowledge.near(entity, _NEAR)
    if isinstance(entity, Place):
        return knowledge.near_place(entity, _NEAR)
    return knowledge.near_organisation(entity, _NEAR)


def _mixed(near: Sequence[Entity], rng: random.Random) -> list[Entity]:
    """The nearest in the generator's order, then the others as they are."""
    first = list(near[:_MIXED])
    rng.shuffle(first)
    return [*first, *near[_MIXED:]]
