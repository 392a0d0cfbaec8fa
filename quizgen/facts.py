"""The kinds of fact: one thing an article states, with typed slots and its evidence.

Adding a kind: one model here, one module in ``quizgen/extraction/kinds/``, one template file per
language, and its examples. ``Fact`` is the discriminated union of all kinds.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from quizgen.article import Span

Gender = Literal["m", "f"]
Number = Literal["s", "p"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Slot(_Frozen):
    """A phrase of the article in a role of a fact.

    ``text``: as a card writes it; ``start``, ``end``: where it stands in the article, None for a
    declared normalisation. ``type``: person, people, country, city, place, organisation, date, number…
    ``noun``: the class noun that names its type as finely as the evidence allows (*groupe automobile*),
    empty where that noun stands before it in the phrase.
    ``name``: the fullest name of a named thing. ``accepted``: other right forms of it as an answer.
    """

    text: str
    type: str
    start: int | None = None
    end: int | None = None
    gender: Gender | None = None
    number: Number = "s"
    noun: str | None = None
    name: str | None = None
    case: str = ""
    value: str | None = None
    accepted: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text


class FramePiece(_Frozen):
    """A constituent of a statement, as a card would write it. ``slots``: what can be asked within it."""

    role: str
    text: str
    slots: tuple[Slot, ...] = ()
    fronted: bool = False
    case: str = ""
    start: int | None = None
    end: int | None = None


class Frame(_Frozen):
    """A statement in pieces, in surface order, free of what a question does not need.

    ``finite``: the index of the finite verb in the verb group's words, ``lemma`` its infinitive.
    """

    pieces: tuple[FramePiece, ...]
    verb: tuple[str, ...]
    finite: int
    participle: int | None = None
    auxiliary: str = ""
    subject: Slot | None = None
    number: Number = "s"
    passive: bool = False
    negated: bool = False
    conditional: bool = False
    tense: str = ""
    lemma: str = ""


class _Fact(_Frozen):
    """What all kinds share. ``sentence`` is the evidence; ``rule`` the name of what found it."""

    rule: str
    sentence: Span
    attribution: Slot | None = None
    when: Slot | None = None
    certainty: float = 1.0


class RoleFact(_Fact):
    kind: Literal["role"] = "role"
    holder: Slot
    role: Slot
    where: Slot | None = None
    former: bool = False


class DefinitionFact(_Fact):
    kind: Literal["definition"] = "definition"
    term: Slot
    definition: Slot


class AliasFact(_Fact):
    kind: Literal["alias"] = "alias"
    thing: Slot
    alias: Slot
    namer: Slot | None = None
    called: str = ""


class AcronymFact(_Fact):
    kind: Literal["acronym"] = "acronym"
    acronym: Slot
    expansion: Slot


class QuoteFact(_Fact):
    kind: Literal["quote"] = "quote"
    speaker: Slot
    words: Slot
    cue: str = ""
    fragment: bool = False
    needs_topic: bool = False


class AffiliationFact(_Fact):
    kind: Literal["affiliation"] = "affiliation"
    member: Slot
    party: Slot


class _Framed(_Fact):
    """A fact whose question is asked from the statement itself: ``asked`` is what it asks for.

    ``of_now``: it surely tells of the days of its article, so that a question may say the month.
    """

    frame: Frame
    asked: Slot
    piece: int
    needs_topic: bool = False
    of_now: bool = False


class NamingFact(_Framed):
    kind: Literal["naming"] = "naming"


class EventFact(_Framed):
    kind: Literal["event"] = "event"


class ClaimFact(_Framed):
    kind: Literal["claim"] = "claim"


class QuantityFact(_Framed):
    kind: Literal["quantity"] = "quantity"


class LocationFact(_Framed):
    kind: Literal["location"] = "location"


class DateFact(_Framed):
    kind: Literal["date"] = "date"


class SuccessionFact(_Framed):
    kind: Literal["succession"] = "succession"


class CauseFact(_Framed):
    kind: Literal["cause"] = "cause"


class MembershipFact(_Framed):
    kind: Literal["membership"] = "membership"


Fact = Annotated[
    RoleFact
    | DefinitionFact
    | AliasFact
    | AcronymFact
    | QuoteFact
    | NamingFact
    | EventFact
    | ClaimFact
    | QuantityFact
    | LocationFact
    | DateFact
    | SuccessionFact
    | CauseFact
    | MembershipFact
    | AffiliationFact,
    Field(discriminator="kind"),
]

FACT: TypeAdapter[Fact] = TypeAdapter(Fact)

FACTS_BY_KIND: dict[str, type[BaseModel]] = {
    model.model_fields["kind"].default: model
    for model in (
        RoleFact, DefinitionFact, AliasFact, AcronymFact, QuoteFact, NamingFact, EventFact, ClaimFact, QuantityFact,
        LocationFact, DateFact, SuccessionFact, CauseFact, MembershipFact, AffiliationFact,
    )
}  # fmt: skip
