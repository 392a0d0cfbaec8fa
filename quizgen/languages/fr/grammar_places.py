"""Prepositions of place: en Lituanie, au Belarus, aux États-Unis, à Minsk, dans le Nord."""

from __future__ import annotations

from quizgen import knowledge
from quizgen.knowledge import Name
from quizgen.languages.fr.grammar_elision import elide, first_word
from quizgen.languages.fr.grammar_phrase import of, split_determiner, strip_determiner, to


def place_in(name: str) -> str:
    """A place as French locates something in it.

    In: a place's name with or without its article, or a phrase ("la région"). Out: "en Lituanie",
    "au Belarus", "aux États-Unis", "à Minsk", "au Havre", "dans le Nord"; "dans la région" for a
    phrase that is no known name; "à X" for an unknown name without article.
    """
    known = _known(name)
    if known is not None:
        return known.located
    determiner, _ = split_determiner(name)
    if determiner:
        return f"dans {name}"
    if not first_word(name)[:1].isupper():
        return elide("à", name)
    return _contracted(name)


def place_from(name: str) -> str:
    """Where somebody or something comes from: "de France", "d'Iran", "du Japon", "des États-Unis", "de Minsk"."""
    known = _known(name)
    if known is None:
        return of(name)
    if known.preposition == "en":
        return of(known.text)
    return of(known.full)


def place_to(name: str) -> str:
    """The destination of a movement; French does not tell it from the place."""
    return place_in(name)


def _known(name: str) -> Name | None:
    base = knowledge.load("fr")
    return base.name(name) or base.name(strip_determiner(name))


def _contracted(name: str) -> str:
    """A town that quizgen does not know contracts its article all the same: au Perreux, aux Lilas."""
    for capital, contracted in (("Le ", "au "), ("Les ", "aux ")):
        if name.startswith(capital):
            return contracted + name[len(capital) :]
    return to(name)
