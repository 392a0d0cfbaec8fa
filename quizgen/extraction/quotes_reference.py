"""Who a speaker's phrase stands for: the fullest name of a person, the antecedent of a pronoun or of a role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from quizgen.extraction.names import ambiguous, fullest_name, without_title
from quizgen.extraction.quotes_frames import Frame
from quizgen.extraction.quotes_lexicon import SpeechLexicon
from quizgen.extraction.quotes_phrases import Phrase, describe, is_person, person_name
from quizgen.parsing.parsed import Parsed

_TITLES = ("subjects.masculine_titles", "subjects.feminine_titles", "subjects.titles")


# *Il part à Porto*: what the tree takes for an impersonal subject may be somebody.
_SUBJECTS = ("nsubj", "expl:subj")


@dataclass(frozen=True)
class Referent:
    """Somebody an article speaks of. ``gender`` is ``m``, ``f`` or empty; ``sure``: enough to be asked for."""

    name: str
    kind: str
    gender: str = ""
    plural: bool = False
    sure: bool = True


@dataclass
class Memory:
    """What the sentences read so far have named. ``last`` spoke last; ``subject`` is the last sentence's subject,
    ``pronoun`` its gender where that is a pronoun.
    """

    names: tuple[str, ...]
    titles: frozenset[str]
    genders: dict[str, str] = field(default_factory=dict)
    roles: dict[str, set[str]] = field(default_factory=dict)
    last: Referent | None = None
    current: Referent | None = None
    subject: Referent | None = None
    pronoun: str = ""
    recent: list[Referent] = field(default_factory=list)
    paragraph: int = -1
    quoted: bool = False
    age: int = 0


def memory_of(parsed: Parsed, lex: SpeechLexicon) -> Memory:
    """An empty memory that knows the article's names of persons."""
    titles = frozenset().union(*(lex.sets[key] for key in _TITLES))
    names = [
        _capitals(without_title(entity.text, titles))
        for paragraph in parsed.paragraphs
        for entity in paragraph.doc.ents
        if entity.label_ == "PER"
    ]
    return Memory(tuple(dict.fromkeys(name for name in names if name and not _has_role(name, lex))), titles)


def _has_role(name: str, lex: SpeechLexicon) -> bool:
    return any(lex.has("hints.roles", word.lower()) or lex.has("hints.bodies", word.lower()) for word in name.split())


def _capitals(name: str) -> str:
    """``name`` from its first word with a capital on; empty where it holds a mark or a digit."""
    words = name.split()
    while words and not words[0][:1].isupper():
        words.pop(0)
    text = " ".join(words)
    return "" if any(char in text for char in '«»"():;,') else text


def refer(phrase: Phrase, frame: Frame, memory: Memory, lex: SpeechLexicon) -> Referent | None:
    """Whom ``phrase`` stands for; None for a pronoun with no antecedent."""
    if phrase.kind == "pronoun":
        return _antecedent(phrase, frame, memory, lex)
    gender, plural = _agreement(frame, phrase, lex)
    if phrase.kind == "person" and phrase.name:
        name = fullest_name(phrase.name, memory.names, memory.titles)
        sure = not ambiguous(phrase.name, memory.names, memory.titles) and not phrase.plural
        return Referent(
            name, "person", gender or memory.genders.get(name, "") or first_name_gender(name, lex), phrase.plural, sure
        )
    if phrase.name and phrase.kind != "person" and _beside_role(phrase, frame, lex):
        name = fullest_name(phrase.name, memory.names, memory.titles)
        return Referent(name, "person", gender or first_name_gender(name, lex))
    if (
        phrase.name
        and not phrase.plural
        and (name := fullest_name(phrase.name, memory.names, memory.titles)) != phrase.name
    ):
        return Referent(name, "person", gender or memory.genders.get(name, "") or first_name_gender(name, lex))
    if phrase.kind == "role" and not phrase.plural and phrase.name is None:
        holder = _holder(phrase, frame, memory, lex)
        if holder is not None:
            return holder
    return _body(phrase, frame, gender, plural, lex)


def _beside_role(phrase: Phrase, frame: Frame, lex: SpeechLexicon) -> bool:
    """*Le président du pays, X,*: a name in apposition to a role is a person's, whatever the pipeline says."""
    if frame.lower(phrase.first - 1) != "," or not frame.items[phrase.first].text[:1].isupper():
        return False
    for index in range(phrase.first - 2, max(-1, phrase.first - 12), -1):
        if lex.has("hints.roles", frame.lower(index)):
            return True
        if frame.pos(index) in ("VERB", "AUX", "PUNCT", "PRON") or frame.is_mark(index):
            return False
    return False


def _body(phrase: Phrase, frame: Frame, gender: str, plural: bool, lex: SpeechLexicon) -> Referent:
    text = phrase.name or phrase.text
    return Referent(text, phrase.kind, gender, plural or phrase.plural, _askable(phrase, frame, lex))


def _askable(phrase: Phrase, frame: Frame, lex: SpeechLexicon) -> bool:
    words = [frame.lower(i) for i in range(phrase.first, phrase.end)]
    if phrase.name is not None and phrase.kind in ("organisation", "country", "person"):
        return True
    if words[0] not in lex.sets["subjects.definite"] or any(word in lex.sets["hints.vague"] for word in words):
        return False
    if phrase.kind == "organisation":
        return True
    return phrase.kind == "role" and not phrase.plural and any(word in lex.sets["subjects.of"] for word in words)


def _agreement(frame: Frame, phrase: Phrase, lex: SpeechLexicon) -> tuple[str, bool]:
    """Gender and number as the determiner, the title or the role noun before the name shows them."""
    plural = False
    for index in range(max(0, phrase.first - 1), phrase.end):
        word = frame.lower(index)
        plural = plural or index == phrase.first and lex.has("subjects.plural_determiners", word)
        if index < phrase.first and not _title(word, lex):
            continue
        if lex.has("subjects.masculine_titles", word) or lex.has("subjects.masculine_determiners", word):
            return "m", plural
        if lex.has("subjects.feminine_titles", word) or lex.has("subjects.feminine_determiners", word):
            return "f", plural
    return _noun_gender(frame, phrase), plural or phrase.plural


def _title(word: str, lex: SpeechLexicon) -> bool:
    return lex.has("subjects.masculine_titles", word) or lex.has("subjects.feminine_titles", word)


def _noun_gender(frame: Frame, phrase: Phrase) -> str:
    token = frame.items[phrase.first].token
    found = token.morph.get("Gender", []) if token is not None and token.pos_ == "NOUN" else []
    return {"Masc": "m", "Fem": "f"}.get(found[0], "") if found else ""


def first_name_gender(name: str, lex: SpeechLexicon) -> str:
    """``m`` or ``f`` where the first word of ``name`` is a first name of one gender, else empty."""
    first, _, rest = name.partition(" ")
    word = first.lower()
    if not rest:
        return ""
    forms = (word, word.split("-")[0])
    if any(lex.has("first_names.masculine", form) for form in forms):
        return "m"
    return "f" if any(lex.has("first_names.feminine", form) for form in forms) else ""


def _antecedent(phrase: Phrase, frame: Frame, memory: Memory, lex: SpeechLexicon) -> Referent | None:
    word = phrase.text.lower().split()[-1]
    if lex.has("subjects.impersonal", word):
        return None
    gender = "m" if lex.has("subjects.masculine", word) else "f" if lex.has("subjects.feminine", word) else ""
    plural = lex.has("subjects.plural", word)
    fitting = [r for r in _candidates(memory) if agrees(r, gender, plural)]
    if not fitting:
        return None
    chosen = next((r for r in fitting if r.kind in ("person", "role")), fitting[0])
    if chosen.kind == "person" and not chosen.gender:
        chosen = replace(chosen, sure=False)
    if phrase.text.lower() not in lex.sets["subjects.plain"]:
        chosen = replace(chosen, sure=False)
    told_of = (memory.current, memory.subject, memory.last if memory.age <= 1 else None)
    if gender and gender == memory.pronoun and chosen.name not in {r.name for r in told_of if r is not None}:
        chosen = replace(chosen, sure=False)  # *Il a dû écarter X. « … », a-t-il soufflé*: not X
    rivals = {
        r.name for r in (*fitting, *memory.recent) if agrees(r, gender, plural) and r.kind in ("person", chosen.kind)
    }
    return replace(chosen, sure=chosen.sure and rivals <= {chosen.name})


def _candidates(memory: Memory) -> list[Referent]:
    """In order: who spoke in the sentence before, its subject, who else it names, who spoke before that."""
    near = memory.age <= 1
    ordered = [memory.current, memory.last if near else None, memory.subject, *memory.recent, memory.last]
    return [referent for referent in ordered if referent is not None and referent.kind != "pronoun"]


def agrees(referent: Referent, gender: str, plural: bool) -> bool:
    """Whether a pronoun of this gender and number can stand for ``referent`` (an unknown gender fits both)."""
    return referent.plural == plural and (not referent.gender or not gender or referent.gender == gender)


def _holder(phrase: Phrase, frame: Frame, memory: Memory, lex: SpeechLexicon) -> Referent | None:
    """The person a definite role stands for: named with it before, or alone in the sentence before."""
    if not lex.has("subjects.definite", frame.lower(phrase.first)):
        return None
    noun = _head_noun(frame, phrase.first, phrase.end, lex)
    known = memory.roles.get(noun, set())
    gender, _ = _agreement(frame, phrase, lex)
    if len(known) == 1:
        (name,) = known
        return Referent(name, "person", memory.genders.get(name, gender), False, _single_role(phrase, frame))
    people = {r.name: r for r in memory.recent if r.kind == "person" and agrees(r, gender, False)}
    if len(people) == 1 and not known:
        return replace(next(iter(people.values())), sure=False)
    return None


def _single_role(phrase: Phrase, frame: Frame) -> bool:
    return phrase.end - phrase.first <= 3


def _head_noun(frame: Frame, first: int, end: int, lex: SpeechLexicon) -> str:
    return next((frame.lower(i) for i in range(first, end) if lex.has("hints.roles", frame.lower(i))), "")


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
            word = phrase.text.lower()
            gender = "m" if lex.has("subjects.masculine", word) else "f" if lex.has("subjects.feminine", word) else ""
            return _antecedent(phrase, frame, memory, lex), gender
        return (refer(phrase, frame, memory, lex) if phrase.kind != "other" else None), ""
    return None, ""
