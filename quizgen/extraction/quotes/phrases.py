"""Noun phrases that can be speakers, read from words, entities and word classes rather than from trees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quizgen.extraction.quotes.frames import Frame
from quizgen.extraction.quotes.lexicon import SpeechLexicon

PhraseKind = Literal["person", "organisation", "country", "role", "other", "pronoun"]
_LONGEST = 24
_STOPS = frozenset(",;:.!?()[]–—/…") | {"...", "-"}
_NOUNISH = frozenset(("NOUN", "PROPN", "X", "ADJ", "NUM", "DET"))


@dataclass(frozen=True)
class Phrase:
    """Items ``[first, end)`` of a frame. ``name``: the proper name it holds, without determiner or role."""

    first: int
    end: int
    kind: PhraseKind
    text: str
    name: str | None = None
    plural: bool = False


def text_of(frame: Frame, first: int, end: int) -> str:
    """Items ``[first, end)`` as the parsed text writes them (its spaces kept)."""
    return "".join(item.token.text_with_ws for item in frame.items[first:end] if item.token is not None).strip()


def read_phrase(frame: Frame, start: int, lex: SpeechLexicon) -> Phrase | None:
    """The noun phrase that begins at ``start``, with the name in apposition where one follows a comma."""
    end = phrase_end(frame, start, lex)
    if end <= start:
        return None
    phrase = describe(frame, start, end, lex)
    if phrase is None or phrase.kind in ("pronoun", "person"):
        return phrase
    return apposed(frame, past_complement(frame, end), lex) or phrase


def past_complement(frame: Frame, end: int) -> int:
    """Past what goes with a noun before the comma: *le négociateur **pour l'industrie du taxi**, X,*."""
    for index in range(end, min(end + 9, len(frame.items))):
        if frame.lower(index) == ",":
            return index
        if frame.pos(index) in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ") or frame.is_mark(index):
            return end
    return end


def apposed(frame: Frame, end: int, lex: SpeechLexicon) -> Phrase | None:
    """The person named right after a comma at ``end``: *le maire de la ville, **Patrick Balkany**,*."""
    if frame.lower(end) != ",":
        return None
    start = end + 1
    while lex.has("subjects.definite", frame.lower(start)) or lex.has("subjects.masculine_titles", frame.lower(start)):
        start += 1
    entity = frame.entity_at(start)
    if entity is None or entity[2] != "PER":
        return None
    after = frame.lower(entity[1])
    if after and after not in _STOPS and frame.pos(entity[1]) not in ("VERB", "AUX", "PRON"):
        return None
    return describe(frame, end + 1, entity[1], lex)


def phrase_end(frame: Frame, start: int, lex: SpeechLexicon) -> int:
    """Where the noun phrase that begins at ``start`` ends: at a verb, a comma, another preposition, a date."""
    if lex.has("subjects.pronouns", frame.lower(start)) and frame.lower(start) != "l'":
        return start + 1
    index = start
    while index < min(len(frame.items), start + _LONGEST):
        entity = frame.entity_at(index)
        if entity is not None and entity[0] == index:
            index = entity[1]
        elif _continues(frame, index, start, lex):
            index += 1
        elif index > start and (behind := _past_bracket(frame, index)):
            index = behind
        else:
            break
    while index > start and (
        frame.pos(index - 1) in ("ADP", "DET", "CCONJ", "PUNCT") and frame.entity_at(index - 1) is None
    ):
        index -= 1
    return index


def _past_bracket(frame: Frame, index: int) -> int | None:
    """Past a bracket that a name follows: *le député **(LFI)** François Ruffin*."""
    if frame.lower(index) != "(":
        return None
    for end in range(index + 1, min(index + _LONGEST_BRACKET, len(frame.items) - 1)):
        if frame.lower(end) == ")":
            return end + 1 if frame.entity_at(end + 1) is not None or frame.pos(end + 1) in ("PROPN", "ADP") else None
    return None


_LONGEST_BRACKET = 8


def _continues(frame: Frame, index: int, start: int, lex: SpeechLexicon) -> bool:
    word, pos = frame.lower(index), frame.pos(index)
    if not word or word in _STOPS or word in ("«", "»", '"'):
        return False
    if index > start and lex.has("hints.time", word):
        return False
    if lex.has("subjects.of", word):
        return index > start or frame.pos(index) == "DET"
    if lex.has("subjects.and", word):
        return index > start and (
            lex.has("subjects.of", frame.lower(index + 1)) or frame.pos(index + 1) in ("PROPN", "DET", "NOUN")
        )
    if index > start and pos == "DET" and not (_joins(frame, index - 1, lex)):
        return False
    if index == start and (lex.has("hints.roles", word) or lex.has("hints.bodies", word)):
        return True
    return pos in _NOUNISH or frame.items[index].text[:1].isupper() or word.startswith("-") and len(word) > 1


def _joins(frame: Frame, index: int, lex: SpeechLexicon) -> bool:
    return (
        lex.has("subjects.of", frame.lower(index))
        or lex.has("subjects.and", frame.lower(index))
        or frame.pos(index) == "DET"
        or lex.has("subjects.every", frame.lower(index))
    )


def describe(frame: Frame, first: int, end: int, lex: SpeechLexicon) -> Phrase | None:
    """What the items ``[first, end)`` name; None where they cannot be a speaker."""
    if first >= end:
        return None
    text = text_of(frame, first, end)
    if end - first == 1 and lex.has("subjects.pronouns", frame.lower(first)) or _is_last(frame, first, end, lex):
        return Phrase(first, end, "pronoun", text)
    if not any(frame.pos(i) in ("NOUN", "PROPN", "X") or _capital(frame, i) for i in range(first, end)):
        return None
    persons = [e for e in entities_in(frame, first, end) if is_person(frame, e, lex)]
    persons = [e for e in persons if e[0] == first or not lex.has("subjects.of", frame.lower(e[0] - 1))]
    plural = _plural(frame, first, end, lex)
    if persons and not plural:
        return Phrase(first, end, "person", text, person_name(frame, persons[-1], lex))
    tail = None if plural else _name_after_role(frame, first, end, lex)
    if tail is not None:
        return Phrase(first, end, "person", text, text_of(frame, tail, end))
    named = _bare_name(frame, first, end, lex)
    return Phrase(first, end, _kind(frame, first, end, lex), text, named, plural)


def entities_in(frame: Frame, first: int, end: int) -> list[tuple[int, int, str]]:
    """The entities that lie within items ``[first, end)``, in order."""
    found = dict.fromkeys(e for i in range(first, end) if (e := frame.entity_at(i)) is not None)
    return [e for e in found if first <= e[0] and e[1] <= end]


def is_person(frame: Frame, entity: tuple[int, int, str], lex: SpeechLexicon) -> bool:
    """Whether an entity is a person: by the pipeline, by a title before it, by a first name and a surname alone."""
    before = frame.lower(entity[0] - 1)
    titled = any(lex.has(f"subjects.{key}", before) for key in ("masculine_titles", "feminine_titles", "titles"))
    return entity[2] == "PER" or titled


def person_name(frame: Frame, entity: tuple[int, int, str], lex: SpeechLexicon) -> str:
    """An entity's text without a title, a determiner or a role in lower case before the name."""
    first, end, _ = entity
    while first < end - 1 and (not _capital(frame, first) or _is_title(frame.lower(first), lex)):
        first += 1
    return text_of(frame, first, end)


def _is_title(word: str, lex: SpeechLexicon) -> bool:
    return any(lex.has(f"subjects.{key}", word) for key in ("masculine_titles", "feminine_titles", "titles"))


def _capital(frame: Frame, index: int) -> bool:
    return frame.items[index].text[:1].isupper()


def _is_last(frame: Frame, first: int, end: int, lex: SpeechLexicon) -> bool:
    """*ce dernier*, *cette dernière*: a pronoun in two words."""
    return end - first == 2 and lex.has("subjects.last", frame.lower(end - 1))


def _bare_name(frame: Frame, first: int, end: int, lex: SpeechLexicon) -> str | None:
    start = first
    while start < end and lex.has("subjects.definite", frame.lower(start)):
        start += 1
    if start < end and _capital(frame, start) and frame.pos(start) != "DET" and not _role_noun(frame, start, lex):
        return text_of(frame, start, end)
    return None


def _role_noun(frame: Frame, index: int, lex: SpeechLexicon) -> bool:
    return lex.has("hints.roles", frame.lower(index)) or lex.has("hints.bodies", frame.lower(index))


def _name_after_role(frame: Frame, first: int, end: int, lex: SpeechLexicon) -> int | None:
    """Where two words with a capital end a phrase that has a role in it: *la ministre de la Justice **Anne Roux***."""
    role = next((i for i in range(first, end) if lex.has("hints.roles", frame.lower(i))), None)
    if role is None:
        return None
    surname = _word_start(frame, end - 1)
    given = _word_start(frame, surname - 1)
    if given <= role or not all(_proper(frame, i) for i in (given, surname)):
        return None
    before = frame.lower(given - 1)
    return None if lex.has("subjects.of", before) or frame.pos(given - 1) in ("DET", "ADP") else given


def _word_start(frame: Frame, index: int) -> int:
    """Back over the parts of a hyphenated name."""
    while index > 1 and (frame.lower(index - 1) == "-" or frame.lower(index).startswith("-")):
        index -= 2 if frame.lower(index - 1) == "-" else 1
    return index


def _proper(frame: Frame, index: int) -> bool:
    return index >= 0 and _capital(frame, index) and frame.pos(index) in ("PROPN", "X", "NOUN")


def _plural(frame: Frame, first: int, end: int, lex: SpeechLexicon) -> bool:
    joined = any(
        lex.has("subjects.and", frame.lower(i))
        and frame.pos(i + 1) in ("DET", "PROPN", "X")
        and frame.entity_at(i) is None
        for i in range(first, end - 1)
    )
    return joined or lex.has("subjects.plural_determiners", frame.lower(first))


def _kind(frame: Frame, first: int, end: int, lex: SpeechLexicon) -> PhraseKind:
    for index in range(first, end):
        word = frame.lower(index)
        if lex.has("hints.roles", word):
            return "role"
        if lex.has("hints.bodies", word):
            return "organisation"
        entity = frame.entity_at(index)
        if entity is not None:
            return {"ORG": "organisation", "LOC": "country", "PER": "person"}.get(entity[2], "other")  # type: ignore[return-value]
        if frame.pos(index) == "NOUN":
            if word.endswith(tuple(lex.sets["hints.human_endings"])):
                return "role"
            break
    return "organisation" if frame.items[first].text.isupper() and len(frame.items[first].text) > 2 else "other"
