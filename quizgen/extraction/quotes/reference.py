"""Who a speaker's phrase stands for: the fullest name of a person, the antecedent of a pronoun or of a role."""

from __future__ import annotations

from dataclasses import replace

from quizgen.extraction.names.matching import ambiguous, fullest_name
from quizgen.extraction.quotes.frames import Frame
from quizgen.extraction.quotes.lexicon import SpeechLexicon
from quizgen.extraction.quotes.memory import Memory, Referent
from quizgen.extraction.quotes.phrases import Phrase


def refer(phrase: Phrase, frame: Frame, memory: Memory, lex: SpeechLexicon) -> Referent | None:
    """Whom ``phrase`` stands for; None for a pronoun with no antecedent."""
    if phrase.kind == "pronoun":
        return antecedent(phrase, frame, memory, lex)
    if phrase.name:
        person = _person(phrase, phrase.name, frame, memory, lex)
        if person is not None:
            return person
    if phrase.kind == "role" and not phrase.plural and phrase.name is None:
        holder = _holder(phrase, frame, memory, lex)
        if holder is not None:
            return holder
    return _body(phrase, frame, lex)


def _person(phrase: Phrase, named: str, frame: Frame, memory: Memory, lex: SpeechLexicon) -> Referent | None:
    """The person whom a name is for, by its fullest form; None where it may be a body's."""
    name = fullest_name(named, memory.names, memory.titles)
    shown, _ = _agreement(frame, phrase, lex)
    known = shown or memory.genders.get(name, "") or first_name_gender(name, lex)
    if phrase.kind == "person":
        sure = not ambiguous(named, memory.names, memory.titles) and not phrase.plural
        return Referent(name, "person", known, phrase.plural, sure)
    if _beside_role(phrase, frame, lex):
        return Referent(name, "person", shown or first_name_gender(name, lex))
    return Referent(name, "person", known) if not phrase.plural and name != named else None


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


def _body(phrase: Phrase, frame: Frame, lex: SpeechLexicon) -> Referent:
    gender, plural = _agreement(frame, phrase, lex)
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


def pronoun_gender(word: str, lex: SpeechLexicon) -> str:
    """``m`` or ``f`` as a pronoun shows it, else empty."""
    return "m" if lex.has("subjects.masculine", word) else "f" if lex.has("subjects.feminine", word) else ""


def antecedent(phrase: Phrase, frame: Frame, memory: Memory, lex: SpeechLexicon) -> Referent | None:
    """Whom a pronoun stands for; ``sure`` where nobody else whom it fits was told of."""
    word = phrase.text.lower().split()[-1]
    if lex.has("subjects.impersonal", word):
        return None
    gender, plural = pronoun_gender(word, lex), lex.has("subjects.plural", word)
    fitting = [r for r in _candidates(memory) if agrees(r, gender, plural)]
    if not fitting:
        return None
    chosen = next((r for r in fitting if r.kind in ("person", "role")), fitting[0])
    told = (*fitting, *(r for r in memory.recent if agrees(r, gender, plural)))
    rivals = {r.name for r in told if r.kind in ("person", chosen.kind)} - {chosen.name}
    unsure = (
        rivals
        or (chosen.kind == "person" and not chosen.gender)
        or phrase.text.lower() not in lex.sets["subjects.plain"]
        or _is_of_another(chosen, gender, memory)
        or _is_far(chosen, memory)
    )
    return replace(chosen, sure=chosen.sure and not unsure)


def _is_far(chosen: Referent, memory: Memory) -> bool:
    """Somebody who spoke, and whom two sentences since then have not told of: they may tell of whom it is."""
    near = (memory.current, memory.subject, *memory.recent)
    return memory.age > _NEAR and all(r is None or r.name != chosen.name for r in near)


# Sentences since somebody spoke within which *il* is still that person, as they tell of nobody else.
_NEAR = 2


def _is_of_another(chosen: Referent, gender: str, memory: Memory) -> bool:
    """*Il a dû écarter X. « … », a-t-il soufflé*: not X."""
    told_of = (memory.current, memory.subject, memory.last if memory.age <= 1 else None)
    named = {r.name for r in told_of if r is not None}
    return bool(gender) and gender == memory.pronoun and chosen.name not in named


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
