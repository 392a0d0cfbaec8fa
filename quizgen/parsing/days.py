"""Days right behind a verb group (*ont signé lundi 3 mai un accord*), kept from the parser where it goes wrong on them.

It takes them for an object, and hangs what the verb was done to on something else. They come back on the verb.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from quizgen.languages.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

RELATION = "obl:mod"


class Day(NamedTuple):
    """Tokens ``[left, right)``, with the commas around them; the name among them, and the participle it belongs to."""

    left: int
    right: int
    name: int
    verb: int
    is_apart: bool


# Words between an auxiliary and the day: its participle, *été*, an adverb and a bare noun (*prêté serment*).
_FARTHEST = 4


def days(doc: Doc, language: str) -> list[Day]:
    """Each day right behind a verb group, with its number, month and year, or its part (*soir*)."""
    table = lexicon(language, "asides")["days"]
    words = [token.text.lower() for token in doc]
    names = [i for i, word in enumerate(words) if i > 1 and word in table["names"]]
    return [found for i in names if (found := _day(doc, words, i, table)) is not None]


def is_misplaced(day: Day, tree: Doc, place: Mapping[int, int]) -> bool:
    """Whether a tree, with the places of the whole's tokens in it, has the day elsewhere than on its verb, or has
    another word on the day.
    """
    if day.name not in place or day.verb not in place:
        return False
    token = tree[place[day.name]]
    own = {place[i] for i in range(day.left, day.right) if i in place}
    rest = (tree[i] for i in own if i != token.i and not tree[i].is_punct)
    others = any(child.i not in own and not child.is_punct for child in token.children)
    others = others or any(part.head.i not in own for part in rest)
    return others or token.head.i != place[day.verb] or token.dep_ != RELATION


def free_days(doc: Doc, heads: list[int], deps: list[str], language: str) -> None:
    """*Ont pris le pouvoir mercredi matin*: a day right behind an object is when; not *la manifestation lundi de X*."""
    table = lexicon(language, "asides")["days"]
    for token in doc:
        noun = heads[token.i]
        if token.text.lower() not in table["names"] or deps[token.i] not in ("nmod", "obl:mod") or not token.i:
            continue
        right = next((t for t in doc[token.i + 1 :] if t.text.lower() not in table["parts"]), None)
        goes_on = right is not None and right.text.lower() in table["of"]
        governed = deps[noun] in ("obj", "xcomp") or deps[noun].startswith("obl")
        if governed and noun == token.i - 1 and heads[noun] < noun and not goes_on:
            heads[token.i], deps[token.i] = heads[noun], RELATION


def _day(doc: Doc, words: list[str], index: int, table: dict[str, Any]) -> Day | None:
    right = index + 1
    if words[right : right + 1] and words[right] in table["parts"]:
        right += 1
    elif _is_dated(words[right : right + 2], table["months"]):
        right += 2
        if words[right : right + 1] and words[right].isdigit():
            right += 1
    left = index - (words[index - 1] in table["pointing"])
    if words[left - 1] == ",":
        if words[right : right + 1] != [","]:
            return None
        left, right = left - 1, right + 1
    behind = words[right : right + 2]
    if len(behind) > 1 and behind[0] in table["linking"] and behind[1] in table["names"]:
        return None  # *samedi et dimanche*
    if any(word in table["apposed"] for word in behind) and "," in (behind[0], words[left]):
        return None  # *lundi, jour de la fête nationale*
    verb = _participle(words, left - 1, table)
    if verb is None or any(doc[i].is_sent_start for i in range(verb, right)):
        return None
    return Day(left, right, index, verb, is_apart=words[left] == ",")


def _is_dated(words: list[str], months: list[str]) -> bool:
    return len(words) == 2 and (words[0].isdigit() or words[0] == "1er") and words[1] in months


def _participle(words: list[str], last: int, table: dict[str, Any]) -> int | None:
    """The participle at ``last`` or one bare word before it, where an auxiliary stands before that."""
    for verb in (last, last - 1):
        if verb < 1 or not words[verb].endswith(tuple(table["participles"])) or words[verb] in table["between"]:
            continue
        if verb < last and (words[last] in table["never_bare"] or not words[last].isalpha()):
            return None
        for i in range(verb - 1, max(-1, verb - _FARTHEST), -1):
            if words[i] in table["auxiliaries"]:
                return verb
            if words[i] not in table["between"] and not words[i].endswith(tuple(table["adverbs"])):
                break
    return None
