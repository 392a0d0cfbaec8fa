"""Gender, number and kind of common nouns."""

from __future__ import annotations

import functools
from types import MappingProxyType

from quizgen.languages.fr.grammar_lexicon import prefixes, table, words
from quizgen.languages.fr.grammar_phrase import determiner_features, split_determiner

LONGEST_ENDING = 12


def noun_gender(lemma: str) -> str | None:
    """ "m" or "f" of a common noun given in the singular; None where its meaning decides or no rule applies.

    Looked up among the exceptions, then among the nouns for people, then by the longest known ending.
    A compound has the gender of its first part (chef-d'œuvre); of its second after a prefix
    (contre-enquête); and is masculine after a verb (porte-avions).
    """
    noun = _spelled(lemma)
    if noun in words("nouns", "gender", "either") or _is_epicene(noun):
        return None
    return _listed(noun) or (_of_compound(noun) if "-" in noun else _by_ending(noun))


def _spelled(lemma: str) -> str:
    """Lower case, straight apostrophe, and the ligature that articles often leave out."""
    noun = lemma if lemma.isupper() and len(lemma) > 1 else lemma.lower()
    return noun.replace("’", "'").replace("oeu", "œu")


def _of_compound(noun: str) -> str | None:
    first, _, rest = noun.partition("-")
    if f"{first}-" in words("nouns", "gender", "verbs"):
        return "m"
    return noun_gender(rest if f"{first}-" in words("nouns", "gender", "prefixes") else first)


def _listed(noun: str) -> str | None:
    return _exceptions().get(noun) or _people().get(noun)


@functools.cache
def _exceptions() -> MappingProxyType[str, str]:
    listed = {gender: words("nouns", "gender", "exceptions", gender) for gender in "mf"}
    return MappingProxyType({word: gender for gender in "mf" for word in listed[gender]})


@functools.cache
def _endings() -> MappingProxyType[str, str]:
    return MappingProxyType({word: gender for gender in "mf" for word in words("nouns", "gender", "endings", gender)})


def _by_ending(noun: str) -> str | None:
    for length in range(min(len(noun), LONGEST_ENDING), 0, -1):
        if gender := _endings().get(noun[-length:]):
            return gender
    return None


def _pairs() -> list[tuple[str, str]]:
    split = (pair.partition("/") for pair in words("roles", "pairs"))
    return [(masculine, feminine) for masculine, _, feminine in split]


@functools.cache
def _epicenes() -> frozenset[str]:
    """Nouns for people that have one form for both genders."""
    return words("roles", "same") | {masculine for masculine, feminine in _pairs() if masculine == feminine}


def _is_epicene(noun: str) -> bool:
    """One of those listed, or formed like them (*planétologue*)."""
    formed = noun.endswith(tuple(words("roles", "same_endings"))) and noun not in words("roles", "of_speech")
    return noun in _epicenes() or formed


@functools.cache
def _people() -> MappingProxyType[str, str]:
    """Nouns for people that have one gender."""
    found = dict.fromkeys(words("roles", "feminine"), "f")
    found |= dict.fromkeys(words("roles", "masculine"), "m")
    for masculine, feminine in _pairs():
        if masculine != feminine:
            found |= {masculine: "m", feminine: "f"}
    return MappingProxyType(found)


def noun_is_human(lemma: str) -> bool:
    """Whether the noun names a person by what they do or are: "ministre", "victime", "chercheuse"."""
    noun = lemma.lower()
    return _is_epicene(noun) or noun in _people()


def feminine_noun(lemma: str) -> str | None:
    """The feminine of a noun for people: "président" → "présidente", "ministre" → "ministre"; None if not known."""
    noun = lemma.lower()
    return noun if noun in _epicenes() else dict(_pairs()).get(noun)


def masculine_noun(lemma: str) -> str | None:
    """The masculine of a noun for people: "présidente" → "président"; None if not known."""
    noun = lemma.lower()
    return noun if noun in _epicenes() else {feminine: masculine for masculine, feminine in _pairs()}.get(noun)


@functools.cache
def _classes() -> MappingProxyType[str, str]:
    return MappingProxyType({noun: kind for kind, nouns in table("nouns")["classes"].items() for noun in nouns.split()})


def noun_class(lemma: str) -> str | None:
    """What kind of thing a noun names: "person", "group", "organisation", "place", "time", "event", "work", …

    The classes are those of ``lexicon/nouns.toml``; a noun that is in none answers None.
    """
    noun = _spelled(lemma)
    if found := _classes().get(noun) or _classes().get(lemma):
        return found
    if noun in words("roles", "collective"):
        return "group"
    return "person" if noun_is_human(noun) or _ends_as_person(noun) else None


def _ends_as_person(noun: str) -> bool:
    """*Microbiologiste*, *lieutenant-colonel*: a trade by its ending, a rank by its last part."""
    _, joined, last = noun.rpartition("-")
    if joined:
        return noun_is_human(last)
    return noun.endswith(prefixes("roles", "endings")) and noun not in words("roles", "not_people")


def singular(noun: str) -> str:
    """A plural noun in the singular; a word that is not recognised as plural comes back unchanged."""
    if noun.lower() in words("nouns", "invariable"):
        return noun
    if found := _singulars().get(noun):
        return found
    if noun.endswith(("eaux", "eux")):
        return noun[:-1]
    if noun.endswith("aux") and len(noun) > 4:
        return f"{noun[:-3]}al"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


@functools.cache
def _singulars() -> MappingProxyType[str, str]:
    """The singulars that go by no ending: those listed, and the irregular plurals turned around."""
    agreement = table("agreement")
    return MappingProxyType({form: word for word, form in agreement["plural"]["words"].items()} | agreement["singular"])


def gender_of(np: str) -> str | None:
    """Gender of a noun phrase: shown by its determiner, else that of its first noun; None if neither tells."""
    determiner, rest = split_determiner(np)
    shown, _ = determiner_features(determiner)
    noun = rest.split(" ")[0].strip(",.;:!?»")
    return shown or noun_gender(singular(noun))


def number_of(np: str) -> str:
    """ "p" where the determiner is plural, or where there is none and the first word looks plural; else "s"."""
    determiner, rest = split_determiner(np)
    _, shown = determiner_features(determiner)
    if shown:
        return shown
    first = rest.split(" ")[0]
    return "p" if singular(first) != first and not first[:1].isupper() else "s"
