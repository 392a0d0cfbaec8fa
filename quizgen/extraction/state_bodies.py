"""The country whose parliament, government or court does something: *dans quel pays le Parlement a-t-il adopté …*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from quizgen.extraction.context import Context
from quizgen.extraction.phrases import render
from quizgen.extraction.statements import Statement
from quizgen.facts import FramePiece, Slot
from quizgen.knowledge import Country
from quizgen.languages.lexicon import words
from quizgen.parsing.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token


# The rule of facts that ask for the country told beside a statement.
OF_A_STATE = "location-state"


class _Owner(NamedTuple):
    """The words of a phrase that name a country, and which it is."""

    country: Country
    tokens: tuple[Token, ...]


def told_beside(clause: Clause, made: Statement, context: Context) -> Statement | None:
    """The statement with the country of its subject as a phrase of place, the last of its pieces, to be asked for.

    *Le Parlement du Salvador a adopté une loi …* → *le Parlement a adopté une loi … au Salvador*. None where the
    subject is no body of a state, or says more than its country, or the rest of the statement names the country too.
    """
    subject = clause.subject
    if subject is None or made.frame.subject is None or made.frame.pieces[0].role != "subject":
        return None
    if subject.head.lemma_.lower() not in words(context.language, "clauses", "powers_of_a_state"):
        return None
    owner = _owner(subject.head, context)
    if owner is None:
        return None
    left = [t for t in subject.tokens if t not in owner.tokens and not t.is_punct]
    if any(t.head not in (subject.head, subject.head.head) for t in left) or len(left) > _BODY:
        return None
    text = render(left, clause.paragraph, context)
    if text is None or any(_tells(piece.text, owner.country, context) for piece in made.frame.pieces[1:]):
        return None
    place = _slot(owner, clause)
    body = made.frame.pieces[0].model_copy(update={"text": text[:1].lower() + text[1:], "slots": ()})
    there = FramePiece(role="oblique", text=owner.country.name.located, slots=(place,), case=place.case)
    actor = made.frame.subject.model_copy(update={"text": body.text, "name": None, "type": "other"})
    frame = made.frame.model_copy(update={"pieces": (body, *made.frame.pieces[1:], there), "subject": actor})
    return Statement(frame, made.sentence, needs_topic=made.needs_topic, of_now=made.of_now)


def told_under(clause: Clause, made: Statement, context: Context) -> Statement | None:
    """What a headline states, with the country of its rubric as a phrase of place, to be asked for.

    *Islande : les électeurs rejettent l'accord* → *… en Islande*. None where the statement names the country too.
    """
    country = context.headline_country
    if country is None or made.frame.subject is None or not context.parsed.article.is_headline(made.sentence):
        return None
    if any(_tells(piece.text, country, context) for piece in made.frame.pieces) or _is_of_any(clause):
        return None
    subject = clause.subject
    if subject is not None and subject.head.lemma_.lower() in words(context.language, "clauses", "kinds_of_country"):
        return None  # *l'archipel compte ses morts*: it is the country
    place = _named(country)
    there = FramePiece(role="oblique", text=country.name.located, slots=(place,), case=place.case)
    frame = made.frame.model_copy(update={"pieces": (*made.frame.pieces, there)})
    return Statement(frame, made.sentence, needs_topic=made.needs_topic, of_now=made.of_now)


# Words of a body and its article: *la Cour suprême*.
_BODY = 3


def _owner(head: Token, context: Context) -> _Owner | None:
    """The one country beside a noun, as an adjective or behind a preposition."""
    found = list(_owners(head, context))
    return found[0] if len(found) == 1 else None


def _owners(head: Token, context: Context) -> Iterator[_Owner]:
    for child in head.children:
        if child.dep_ == "amod" and (country := context.knowledge.country_of_adjective(child.text)) is not None:
            yield _Owner(country, (child,))
        if child.dep_.startswith("nmod") and any(c.dep_ == "case" for c in child.children):
            inside = tuple(child.subtree)
            name = "".join(t.text_with_ws for t in inside if t.dep_ not in ("case", "det")).strip()
            named = context.knowledge.country_named(name)
            if named is not None:
                yield _Owner(named, inside)


def _is_of_any(clause: Clause) -> bool:
    """*Une tempête sévit*, *trois trains se heurtent*: it happens everywhere."""
    subject = clause.subject
    told = [c for c in subject.head.children if c.dep_ in ("det", "nummod")] if subject is not None else []
    return any("Def" not in c.morph.get("Definite", []) for c in told)


def _tells(text: str, country: Country, context: Context) -> bool:
    """Whether a phrase names the country, its people or one of its towns."""
    for word in text.replace("'", " ").replace(",", " ").split():
        place = context.knowledge.place(word)
        body = context.knowledge.organisation(word)
        if country in (context.knowledge.country_of_adjective(word), context.knowledge.capital_of(word)):
            return True
        if body is not None and body.country == country.code:
            return True
        if place is not None and place.country == country.code:
            return True
    return any(name.text in text for name in country.names)


def _slot(owner: _Owner, clause: Clause) -> Slot:
    first, last = owner.tokens[0], owner.tokens[-1]
    start, end = clause.paragraph.start + first.idx, clause.paragraph.start + last.idx + len(last.text)
    return _named(owner.country).model_copy(update={"start": start, "end": end})


def _named(country: Country) -> Slot:
    name = country.name
    return Slot(
        text=name.full, type="country", name=name.text, gender="f" if name.gender == "f" else "m",
        number="p" if name.number == "p" else "s", case=name.preposition,
    )  # fmt: skip
