"""The notation of names in the tables: ``[article ]name[/gender[/preposition]]``."""

from __future__ import annotations

from quizgen.knowledge.model import Name

_ARTICLES = {"le ": ("m", "s"), "la ": ("f", "s"), "les ": ("m", "p"), "l'": ("m", "s")}
_VOWELS = "aeiouyàâéèêëîïôùûœAEIOUYÀÂÉÈÊËÎÏÔÙÛŒ"


def parse_name(notation: str) -> Name:
    """A name from its notation.

    Gender is that of the article, masculine where the article does not show it, unless stated. The
    preposition, unless stated, is that of a country: *en* before a feminine or a vowel, *au*, *aux*;
    *à* for a name without article. "dans" as stated preposition takes the article along.
    """
    text, _, rest = notation.partition("/")
    gender, _, preposition = rest.partition("/")
    article, bare = _split(text)
    shown, number = _ARTICLES.get(article, ("m", "s"))
    gender = gender or shown
    return Name(bare, article, gender, number, _preposition(preposition, article, gender, bare))


def _split(text: str) -> tuple[str, str]:
    for article in _ARTICLES:
        if text.startswith(article):
            return article, text[len(article) :]
    return "", text


def _preposition(stated: str, article: str, gender: str, bare: str) -> str:
    if stated in ("dans", "sur"):
        return f"{stated} {article}".strip()
    if stated:
        return stated
    if not article:
        return "à"
    if article == "les ":
        return "aux"
    return "en" if gender == "f" or article == "l'" or bare[0] in _VOWELS else "au"


def parse_names(first: str, others: str) -> tuple[Name, ...]:
    """The usual name and the others, which are separated by semicolons."""
    return tuple(parse_name(one.strip()) for one in (first, *others.split(";")) if one.strip())
