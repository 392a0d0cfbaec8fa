"""The fullest name of whoever a name is short for, and names that are short for nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizgen.extraction.names.spans import Mention, has_particle
from quizgen.languages.lexicon import grammar
from quizgen.parsing.parsed import Parsed

_INITIAL = re.compile(r"[A-ZÀ-Þ]\.")
# Words of the longest name of one person.
_LONGEST_NAME = 3


def names_of_persons(mentions: Iterable[Mention], types: dict[str, str], language: str) -> tuple[str, ...]:
    """The names that are typed as persons', in their order, each once."""
    names = (m.text for m in mentions if types[m.text] == "person" and not _two_names(m.text, language))
    return tuple(dict.fromkeys(names))


def fullest(name: str, names: Iterable[str]) -> str:
    """The longest of ``names`` that ends with ``name`` (*Loukachenko* → *Alexandre Loukachenko*).

    The name itself where several different persons would fit.
    """
    initial, _, rest = name.partition(" ")
    abbreviated = bool(rest) and _INITIAL.fullmatch(initial) is not None
    longer = {
        other
        for other in names
        if other != name
        and (other.endswith(" " + name) or (abbreviated and other[0] == name[0] and other.endswith(" " + rest)))
    }
    tops = {other for other in longer if not any(one != other and _holds(one, other) for one in longer)}
    return tops.pop() if len(tops) == 1 else name


def _holds(one: str, other: str) -> bool:
    """*Paul-Henri Sandaogo Damiba* holds *Paul-Henri Damiba*: the same first and last words, more between them."""
    if one.endswith(" " + other):
        return True
    more, fewer = one.split(), other.split()
    ends = len(more) > len(fewer) > 1 and more[0] == fewer[0] and more[-1] == fewer[-1]
    return ends and all(word in more for word in fewer)


def fullest_here(mention: Mention, names: Iterable[str], headline: str) -> str:
    """The fullest form of a name; of several persons who bear it, the one the headline names.

    The name of a family (*les parents Lambert*) is nobody's.
    """
    name = mention.text
    before = mention.paragraph.doc[mention.left - 1] if mention.left else None
    if " " not in name and before is not None and "Plur" in before.morph.get("Number", []):
        return name
    full = fullest(name, names)
    if full != name or " " in name:
        return full
    meant = {other for other in names if other.endswith(" " + name) and other in headline}
    return meant.pop() if len(meant) == 1 else name


def named_before(mentions: list[Mention], persons: Iterable[str], parsed: Parsed) -> frozenset[str]:
    """*Cadbury a cédé …, une boutique ouverte par John Cadbury*: what bears the name of its founder.

    A person is named in full where a body of text first does so; the headline apart.
    """
    headline = parsed.article.headline
    told = [m for m in mentions if headline is None or m.start < headline.start]
    first: dict[str, int] = {}
    for mention in told:
        first.setdefault(mention.text, mention.start)
    bare = {m.text for m in told if " " not in m.text and not m.title and first[m.text] == m.start}
    bare -= {m.text for m in told if m.title}
    fuller = {name: fullest(name, persons) for name in bare}
    made = {m.text for m in told if _has_article(m)}
    return frozenset(
        name
        for name, full in fuller.items()
        if full != name and " " in full and (first.get(full, -1) > first[name] or name in made)
    )


def _has_article(mention: Mention) -> bool:
    """*L'autre Williams*, *sa Renault*: of what bears the name of somebody, one."""
    before = mention.paragraph.doc[mention.left - 1] if mention.left else None
    while before is not None and before.pos_ == "ADJ" and before.i:
        before = before.nbor(-1)
    return before is not None and before.pos_ == "DET" and "Plur" not in before.morph.get("Number", [])


def _two_names(name: str, language: str) -> bool:
    """Two persons read as one (*François Hollande Manuel Valls*): a known first name behind the first surname."""
    found = name.split()
    if has_particle(name, language):
        return False  # *Salmane ben Abdelaziz*
    return len(found) > _LONGEST_NAME and any(grammar(language).is_surely_person(word, "") for word in found[2:])
