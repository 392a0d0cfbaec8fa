"""The subject of a verb of saying: inverted after it, or before it."""

from __future__ import annotations

from quizgen.extraction.quotes.frames import Frame
from quizgen.extraction.quotes.lexicon import SpeechLexicon
from quizgen.extraction.quotes.phrases import (
    Phrase,
    apposed,
    describe,
    entities_in,
    is_person,
    past_complement,
    phrase_end,
    read_phrase,
    text_of,
)

_REACH = 60
_PAUSES = (",", "–", "—", "-", "(", "")


def inverted_subject(frame: Frame, first: int, end: int, lex: SpeechLexicon) -> tuple[Phrase | None, int] | None:
    """The subject after the verb group ``[first, end)`` and where it ends; None where none stands there.

    An impersonal one (*dit-on*, *peut-on lire*) gives no phrase.
    """
    for index in range(first, min(end + 3, len(frame.items))):
        word = frame.lower(index)
        if (
            word.startswith("-")
            and lex.has("subjects.inverted", word)
            or (index > first and frame.lower(index - 1) in ("-t-", "-t") and lex.has("subjects.inverted", word))
        ):
            return _clitic(frame, first, index, end, lex)
    if not _may_invert(frame, first, lex):
        return None
    at = _past_adjuncts(frame, end, lex)
    phrase = read_phrase(frame, at, lex)
    if phrase is None or phrase.kind == "pronoun" or frame.is_mark(at):
        return None
    if _is_object(frame, phrase, first, lex):
        return None
    return phrase, phrase.end


def _clitic(frame: Frame, first: int, index: int, end: int, lex: SpeechLexicon) -> tuple[Phrase | None, int]:
    stop = max(end, index + 1)
    if lex.has("subjects.impersonal", frame.lower(index)):
        return None, stop
    before = _name_before(frame, first, lex)
    text = frame.items[index].text.lstrip("-t").lstrip("-") or frame.items[index].text
    return before or Phrase(index, index + 1, "pronoun", text), stop


def _name_before(frame: Frame, first: int, lex: SpeechLexicon) -> Phrase | None:
    entity = frame.entity_at(first - 1)
    if entity is None or entity[1] != first:
        return None
    return describe(frame, entity[0], entity[1], lex)


def _may_invert(frame: Frame, first: int, lex: SpeechLexicon) -> bool:
    """Only after a quotation, a comma, *comme*, *que*: elsewhere what follows a verb is its object."""
    before = first - 1
    while frame.pos(before) == "ADV" and frame.lower(before):
        before -= 1
    return (
        frame.is_mark(before) or frame.lower(before) in lex.sets["cues.inverting"] or _after_pause(frame, before, lex)
    )


def _after_pause(frame: Frame, before: int, lex: SpeechLexicon) -> bool:
    """A comma or a dash with a quotation before it, or with a whole clause before it that is no relative one."""
    if frame.lower(before) not in _PAUSES:
        return False
    if before < 0 or frame.is_mark(before - 1):
        return True
    for index in range(before - 1, max(-1, before - _REACH), -1):
        token = frame.items[index].token
        if token is not None and "Fin" in token.morph.get("VerbForm", []) and not _relative(frame, index, lex):
            return True
    return any(frame.is_mark(i) for i in range(max(0, before - _REACH), before)) and not frame.entity_at(before - 1)


def _relative(frame: Frame, index: int, lex: SpeechLexicon) -> bool:
    """Whether a relative pronoun stands between the verb at ``index`` and the comma before it."""
    for at in range(index - 1, max(-1, index - 12), -1):
        if lex.has("cues.relatives", frame.lower(at)):
            return True
        if frame.pos(at) == "PUNCT" or frame.is_mark(at):
            return False
    return False


def gerund_subject(frame: Frame, first: int, index: int, lex: SpeechLexicon) -> Phrase | None:
    """Whose a gerund is: a noun right before it, the subject of its sentence, or that of the clause after it."""
    if first == index and frame.pos(index - 1) == "NOUN" and frame.lower(index - 1):
        return _ending_at(frame, index - 1, lex)
    if first > 0:
        return subject_before(frame, first, lex, shared=True)
    comma = next((i for i in range(index + 1, min(len(frame.items), index + _REACH)) if frame.lower(i) == ","), None)
    return None if comma is None else read_phrase(frame, comma + 1, lex)


def _past_adjuncts(frame: Frame, at: int, lex: SpeechLexicon) -> int:
    """Past *à l'AFP*, *mardi soir*, *dans un communiqué*, *, sur Twitter,* between the verb and its subject."""
    for _ in range(4):
        word = frame.lower(at)
        if (
            lex.has("hints.time", word)
            or frame.pos(at) == "ADV"
            or (
                word == ","
                and frame.pos(at + 1) in ("ADP", "ADV")
                or word == ","
                and lex.has("hints.time", frame.lower(at + 1))
            )
        ):
            at += 1
        elif frame.pos(at) == "ADP" and not lex.has("subjects.of", word):
            at = _after_adjunct(frame, at, lex)
            at += frame.lower(at) == ","
        else:
            return at
    return at


def _after_adjunct(frame: Frame, at: int, lex: SpeechLexicon) -> int:
    """Past a preposition and what it governs: a name where one follows, else a noun phrase up to the next name."""
    start = at + 1 + (frame.pos(at + 1) == "DET")
    entity = frame.entity_at(start)
    if entity is not None:
        return entity[1]
    end = max(at + 2, phrase_end(frame, at + 1, lex))
    return next((i for i in range(start + 1, end) if _is_name(frame, i, lex)), end)


def _is_name(frame: Frame, index: int, lex: SpeechLexicon) -> bool:
    entity = frame.entity_at(index)
    return (
        entity is not None and entity[0] == index and is_person(frame, entity, lex) and not _governed(frame, index, lex)
    )


def _is_object(frame: Frame, phrase: Phrase, first: int, lex: SpeechLexicon) -> bool:
    """At the beginning of a sentence or past a subject, a noun phrase after the verb is what is said."""
    return not frame.is_mark(first - 1) and first == 0 and phrase.kind == "other"


def subject_before(frame: Frame, first: int, lex: SpeechLexicon, shared: bool) -> Phrase | None:
    """The subject of the verb group that begins at ``first``, read leftwards.

    ``shared``: the verb has none of its own, so that of the sentence is looked for.
    """
    at = first - 1
    while (
        at >= 0
        and frame.pos(at) == "ADV"
        and frame.entity_at(at) is None
        and not lex.has("subjects.pronouns", frame.lower(at))
    ):
        at -= 1
    if not shared:
        direct = _adjacent(frame, at, lex)
        if direct is not None:
            return direct
    return _in_zone(frame, at, lex, shared)


def _adjacent(frame: Frame, at: int, lex: SpeechLexicon) -> Phrase | None:
    word = frame.lower(at)
    if lex.has("subjects.relative", word):
        return _named_before(frame, _ending_at(frame, at - 1 - (frame.lower(at - 1) == ","), lex), lex)
    if lex.has("subjects.last", word):
        return describe(frame, at - 1, at + 1, lex)
    if lex.has("subjects.pronouns", word):
        return describe(frame, at, at + 1, lex)
    entity = frame.entity_at(at)
    if entity is not None and entity[1] == at + 1 and is_person(frame, entity, lex):
        phrase = _coordinated(frame, _ending_at(frame, at, lex), lex)
        if phrase is not None and not _governed(frame, phrase.first, lex) and phrase.kind == "person":
            return phrase
    return None


def _coordinated(frame: Frame, phrase: Phrase | None, lex: SpeechLexicon) -> Phrase | None:
    """*X et Y*: both, where a name stands before the *et*."""
    if phrase is None or not lex.has("subjects.and", frame.lower(phrase.first - 1)):
        return phrase
    entity = frame.entity_at(phrase.first - 2)
    first = entity[0] if entity is not None else phrase.first - 2
    if frame.pos(first) not in ("PROPN", "NOUN", "X"):
        return phrase
    return Phrase(first, phrase.end, "person", text_of(frame, first, phrase.end), None, plural=True)


def _governed(frame: Frame, first: int, lex: SpeechLexicon) -> bool:
    """Whether a preposition stands before a phrase: what it governs is no subject."""
    return frame.pos(first - 1) == "ADP" or lex.has("subjects.of", frame.lower(first - 1))


def _named_before(frame: Frame, phrase: Phrase | None, lex: SpeechLexicon) -> Phrase | None:
    """*X, l'un de ses avocats, qui précise*: the name before an apposition is the antecedent."""
    if phrase is None or phrase.kind == "person" or frame.lower(phrase.first - 1) != ",":
        return phrase
    entity = frame.entity_at(phrase.first - 2)
    if entity is None or not is_person(frame, entity, lex):
        return phrase
    return describe(frame, entity[0], entity[1], lex)


def _ending_at(frame: Frame, last: int, lex: SpeechLexicon) -> Phrase | None:
    """The noun phrase whose last item is ``last``: an entity with its determiner, else back to the determiner."""
    entity = frame.entity_at(last)
    if entity is not None and (is_person(frame, entity, lex) or not lex.has("subjects.of", frame.lower(entity[0] - 1))):
        first = _start_of(frame, entity[0], lex)
        return describe(frame, first, last + 1, lex)
    first = last
    while first > max(0, last - 14) and not _begins(frame, first, lex):
        first -= 1
    return describe(frame, first, last + 1, lex)


def _start_of(frame: Frame, first: int, lex: SpeechLexicon) -> int:
    """Back over the role and its complements before a name: *le ministre de la Justice X*, to its determiner."""
    best = first
    for index in range(first - 1, max(-1, first - 14), -1):
        if frame.pos(index) not in ("DET", "NOUN", "ADJ", "NUM", "PROPN", "X") and not (
            lex.has("subjects.of", frame.lower(index)) or lex.has("subjects.and", frame.lower(index))
        ):
            break
        if not frame.lower(index):
            break
        if frame.pos(index) in ("DET", "NUM") and not lex.has("subjects.of", frame.lower(index - 1)):
            return index
        if lex.has("hints.roles", frame.lower(index)) or index == first - 1 and frame.pos(index) in ("DET", "ADJ"):
            best = index
    return best


def _begins(frame: Frame, index: int, lex: SpeechLexicon) -> bool:
    return frame.pos(index) == "DET" and not lex.has("subjects.of", frame.lower(index - 1))


def _in_zone(frame: Frame, last: int, lex: SpeechLexicon, shared: bool) -> Phrase | None:
    start = max(0, last - _REACH)
    governor = _tree_subject(frame, start, last, lex)
    if governor is not None and not shared:
        return governor
    beside = None if shared else _beside(frame, last, lex)
    if beside is not None:
        return beside
    persons = [
        e for e in entities_in(frame, start, last + 1) if is_person(frame, e, lex) and frame.pos(e[0] - 1) != "ADP"
    ]
    if persons:
        return describe(frame, persons[-1][0], persons[-1][1], lex)
    return governor or _first_phrase(frame, start, last, lex)


def _beside(frame: Frame, last: int, lex: SpeechLexicon) -> Phrase | None:
    """The noun phrase that ends right before the verb, unless a preposition governs it."""
    if frame.pos(last) not in ("NOUN", "PROPN", "ADJ", "X") or not frame.lower(last):
        return None
    phrase = _ending_at(frame, last, lex)
    return None if phrase is None or _governed(frame, phrase.first, lex) else phrase


def _tree_subject(frame: Frame, start: int, last: int, lex: SpeechLexicon) -> Phrase | None:
    """The nearest subject in the tree before the verb, with the name in apposition to it."""
    for index in range(last, start - 1, -1):
        token = frame.items[index].token
        if token is None or not token.dep_.startswith("nsubj"):
            continue
        return _around(frame, index, last, lex)
    return None


def _around(frame: Frame, index: int, last: int, lex: SpeechLexicon) -> Phrase | None:
    entity = frame.entity_at(index)
    first = entity[0] if entity else index
    first = _start_of(frame, first, lex)
    end = phrase_end(frame, first, lex)
    phrase = describe(frame, first, min(max(end, index + 1), last + 1), lex)
    if phrase is None or phrase.kind in ("person", "pronoun"):
        return phrase
    return apposed(frame, past_complement(frame, phrase.end), lex) or phrase


def _first_phrase(frame: Frame, start: int, last: int, lex: SpeechLexicon) -> Phrase | None:
    for index in range(start, last + 1):
        if frame.pos(index - 1) == "ADP" and index > start:
            continue
        if frame.pos(index) in ("DET", "PROPN") and (index == 0 or frame.pos(index - 1) != "ADP"):
            phrase = read_phrase(frame, index, lex)
            if phrase is not None and phrase.end <= last + 1 and text_of(frame, phrase.first, phrase.end):
                return phrase
    return None
