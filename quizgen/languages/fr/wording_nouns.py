"""What French nouns and names are: their class, gender, owner, and what a name stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from quizgen.languages.fr import grammar, grammar_nouns
from quizgen.languages.lexicon import lexicon

if TYPE_CHECKING:
    from quizgen.knowledge import Knowledge
    from quizgen.knowledge.model import Name

_GENDERS = {"Masc": "m", "Fem": "f"}


def noun_class(lemma: str) -> str | None:
    """The class of a common noun: person, organisation, place… None where it is not in the lexicon."""
    return grammar_nouns.noun_class(lemma)


def is_human(lemma: str) -> bool:
    return grammar_nouns.noun_is_human(lemma)


def is_unique(lemma: str) -> bool:
    """Nouns that need no name beside them: there is one of them in the news (*la Terre*, *le monde*)."""
    return lemma in lexicon("fr", "wording")["unique"]


def gender_of(word: str, lemma: str, morph: str) -> str | None:
    """m or f: from the form (*adolescentes* beside *adolescent*), the tree where it says so, else from the lexicon."""
    if lemma and word.lower().removesuffix("s") == f"{lemma}e":
        return "f"
    return _GENDERS.get(morph) or grammar_nouns.noun_gender(lemma)


def participle_gender(participle: str) -> str | None:
    """m or f, as the ending of a participle that agrees with its subject shows it; None where it shows neither."""
    table = lexicon("fr", "copy")
    if participle.endswith(tuple(table["feminine_endings"])):
        return "f"
    return "m" if participle.endswith(tuple(table["masculine_endings"])) else None


def owned(phrase: list[str], noun: str, owner: str) -> str | None:
    """*ses*, *deux*, *missiles* and *l'Iskander-M* → *les deux missiles de l'Iskander-M*."""
    article = {"son": "le", "sa": "la", "ses": "les"}.get(phrase[0].lower())
    if article is None:
        return None
    if phrase[0].lower() == "son" and grammar_nouns.noun_gender(noun.lower()) == "f":
        article = "la"  # *son action*
    return f"{grammar.elide(article, ' '.join(phrase[1:]))} {grammar.of(owner)}"


def unelided(text: str) -> str:
    """An elided word whole again where a consonant has come behind it: *d' Bachar* → *de Bachar*."""
    return _ELIDED.sub(r"\1e ", text)


_ELIDED = re.compile(
    r"\b(d|qu|jusqu|lorsqu|puisqu)['’] ?(?=[^\W\daeiouyhâàäéèêëîïôöùûüœAEIOUYHÂÀÄÉÈÊËÎÏÔÖÙÛÜŒ_])", re.IGNORECASE
)


# Kinds of organisations that nothing happens in (*sur Europe 1*).
_NO_PLACES = ("media", "network", "platform", "party", "union")


def describe_name(name: str, kind: str, title: str, knowledge: Knowledge) -> dict[str, Any] | None:
    """Slot fields of a name: type, text with its article, gender, number, class noun; None to abstain."""
    table = lexicon("fr", "clauses")
    country = knowledge.country_named(name)
    if country is not None:
        return {
            "type": "country",
            **_named(
                next(n for n in country.names if name in (n.text, n.full))
                if any(name in (n.text, n.full) for n in country.names)
                else country.name
            ),
        }
    if kind == "person" and (title or knowledge.organisation(name) is None):
        return {"type": "person", "gender": _person_gender(name, title, table)}
    place = knowledge.place(name)
    called_alike = place is not None and " " not in name  # *Dortmund*: a town, and for short its club
    if place is not None and (kind != "organisation" or called_alike):
        return {"type": place.kind, **_named(place.name)}
    organisation = knowledge.organisation(name)
    if organisation is not None and (kind != "location" or organisation.kind in _NO_PLACES):
        grammar_of = organisation.name
        nouns = lexicon("fr", "wording")["organisations"]
        return {
            "type": "organisation", "gender": grammar_of.gender, "number": grammar_of.number,
            "noun": nouns.get(organisation.kind) or body_noun(name.split()[0]) if grammar_of.number == "s" else None,
        }  # fmt: skip
    noun = body_noun(name.split()[0]) if kind == "organisation" else None
    return {"type": {"location": "place"}.get(kind, kind), "noun": noun}


def body_noun(word: str) -> str | None:
    """The noun that asks for a body whose name is headed by ``word`` (*tribunal*, *Sénat* → *institution*)."""
    bodies: dict[str, str] = lexicon("fr", "wording")["bodies"]
    return bodies.get(word.lower())


def is_surely_person(name: str, title: str) -> bool:
    """A title, or a first name that is known: without one a name of several words may be anything."""
    foreign = lexicon("fr", "names")["in_titles"]
    if any(word in foreign for word in name.replace("'", " '").split()):
        return False  # *Tom Clancy's The Division*
    return bool(title) or grammar.is_first_name(name.split()[0].split("-")[0])


def _named(name: Name) -> dict[str, Any]:
    return {"text": name.full, "gender": name.gender, "number": name.number}


def _person_gender(name: str, title: str, table: dict[str, Any]) -> str | None:
    if title in table["feminine_titles"]:
        return "f"
    if title in table["masculine_titles"]:
        return "m"
    return grammar.first_name_gender(name.split()[0])
