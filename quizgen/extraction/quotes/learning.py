"""Taking in a sentence: who spoke, what it tells of, whom it names and by which role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.extraction.names.matching import fullest_name
from quizgen.extraction.quotes.frames import Frame
from quizgen.extraction.quotes.lexicon import SpeechLexicon
from quizgen.extraction.quotes.memory import Memory, Referent
from quizgen.extraction.quotes.phrases import Phrase, describe, is_person, person_name
from quizgen.extraction.quotes.reference import antecedent, first_name_gender, pronoun_gender, refer

# *Il part à Porto*: what the tree takes for an impersonal subject may be somebody.
_SUBJECTS = ("nsubj", "expl:subj")


def learn(frame: Frame, memory: Memory, spoke: Sequence[Referent], quoted: bool, lex: SpeechLexicon) -> None:
    """Take in a sentence after its quotations are resolved: who spoke, its subject, the persons it names."""
    if frame.paragraph != memory.paragraph:
        memory.paragraph = frame.paragraph
    people = list(_people(frame, memory, lex))
    before, pronoun = _subject(frame, memory, lex)  # a pronoun stands for nobody whom its own sentence names later
    memory.recent = [*spoke, *people]
    memory.quoted = quoted
    memory.current = None
    memory.subject, memory.pronoun = before if pronoun else _subject(frame, memory, lex)[0], pronoun
    if spoke:
        memory.last, memory.age = spoke[-1], 1
    else:
        memory.age += 1


def _people(frame: Frame, memory: Memory, lex: SpeechLexicon) -> Iterable[Referent]:
    for entity in frame.entities:
        if not is_person(frame, entity, lex):
            continue
        phrase = Phrase(entity[0], entity[1], "person", "", person_name(frame, entity, lex))
        name = fullest_name(phrase.name or "", memory.names, memory.titles)
        gender = _learn_role(frame, entity, name, memory, lex)
        if gender:
            memory.genders.setdefault(name, gender)
        yield Referent(name, "person", memory.genders.get(name, "") or first_name_gender(name, lex))


def _learn_role(frame: Frame, entity: tuple[int, int, str], name: str, memory: Memory, lex: SpeechLexicon) -> str:
    """Remember the role beside a name (*le maire, X*; *X, maire de*); returns the gender that it shows."""
    gender = ""
    before = _role_before(frame, entity[0], lex)
    after = _role_after(frame, entity[1], lex)
    for index in (before, after):
        if index is None:
            continue
        memory.roles.setdefault(frame.lower(index), set()).add(name)
        gender = gender or _shown(frame, index, lex)
    title = frame.lower(entity[0]) if entity[1] - entity[0] > 1 else ""
    for word in (frame.lower(entity[0] - 1), title):
        if lex.has("subjects.masculine_titles", word):
            gender = "m"
        elif lex.has("subjects.feminine_titles", word):
            gender = "f"
    return gender


def _role_before(frame: Frame, start: int, lex: SpeechLexicon) -> int | None:
    comma = frame.lower(start - 1) == ","
    for index in range(start - 1 - comma, max(-1, start - 14), -1):
        if lex.has("hints.roles", frame.lower(index)):
            return index
        if frame.pos(index) in ("VERB", "AUX", "PUNCT", "SCONJ", "PRON") or frame.is_mark(index):
            return None
        if frame.pos(index) == "DET" and not lex.has("subjects.of", frame.lower(index - 1)):
            return None
    return None


def _role_after(frame: Frame, end: int, lex: SpeechLexicon) -> int | None:
    if frame.lower(end) != ",":
        return None
    for index in range(end + 1, end + 4):
        if lex.has("hints.roles", frame.lower(index)):
            return index
        if frame.pos(index) not in ("DET", "ADJ"):
            return None
    return None


def _shown(frame: Frame, index: int, lex: SpeechLexicon) -> str:
    for at in (index - 1, index - 2):
        if lex.has("subjects.masculine_determiners", frame.lower(at)):
            return "m"
        if lex.has("subjects.feminine_determiners", frame.lower(at)):
            return "f"
    return ""


def _subject(frame: Frame, memory: Memory, lex: SpeechLexicon) -> tuple[Referent | None, str]:
    """The first subject of the sentence as a referent; of a pronoun, which keeps the one before, its gender too."""
    for index, item in enumerate(frame.items):
        if item.token is None or not item.token.dep_.startswith(_SUBJECTS):
            continue
        entity = frame.entity_at(index)
        first, end = (entity[0], entity[1]) if entity else (index, index + 1)
        while first > 0 and frame.pos(first - 1) in ("DET", "ADJ"):
            first -= 1
        phrase = describe(frame, first, end, lex)
        if phrase is None:
            return None, ""
        if phrase.kind == "pronoun":
            return antecedent(phrase, frame, memory, lex), pronoun_gender(phrase.text.lower(), lex)
        return (refer(phrase, frame, memory, lex) if phrase.kind != "other" else None), ""
    return None, ""
