"""Whether a question tells too little of a thing to know it."""

from __future__ import annotations

import re

from quizgen.asking.anchors import says_day
from quizgen.asking.candidate import Candidate, has_apposition, is_headed, without_kind
from quizgen.asking.comparing import fold, words_of
from quizgen.facts import FramePiece
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar, lexicon

# The least that a headline tells of what it is asked for, names counted twice: *décès de l'acteur [personne]* fits
# many.
LEAST_OF_HEADLINE = {"person": 4, "people": 4, "organisation": 4}
_LEAST_OF_OTHERS = 2
# The fewest words of a question that stands alone, of one beside its topic, and of one beside a whole headline.
_LEAST = (6, 4, 3)
# Letters of words that tell nothing, and the fewest words that tell something.
_LITTLE, _TELLING_WORDS = 4, 3
# So many words of what belongs to whom is asked for say little (*qui a mené sa campagne ?*).
_OWNED = 3


def thin(c: Candidate) -> bool:
    """A topic before the question says some of what is asked about."""
    if c.frame is None or c.fact.kind == "succession":
        return False
    if c.headline:
        return _is_thin_headline(c)
    if c.piece is not None and c.piece.role != "sentence" and not _says_something(c):
        return True
    return _is_thin_cloze(c) if c.is_cloze else _words_asked(c) < _least(c)


def _least(c: Candidate) -> int:
    return _LEAST[(c.asked != c.stem) + is_headed(c)]


def _is_thin_cloze(c: Candidate) -> bool:
    alone = c.asked == c.stem
    return _tells_only_when(c) or len(words_of(c.asked)) < _least(c) + 2 + 2 * alone


def _words_asked(c: Candidate) -> int:
    """How many words a question has from its question word on."""
    found = words_of(c.asked.lower().replace("’", "'"))
    first = next((i for i, word in enumerate(found) if word in c.rules["question_words"]), 0)
    return len(found) - first


def _tells_only_when(c: Candidate) -> bool:
    """*Les habitants des [pays] se sont réveillés le 31 décembre 2011*: a subject, a verb and a day."""
    months = lexicon(c.question.language, "asides")["days"]["months"]
    said = [word.lower() for word in words_of(re.sub(r"\[.*?\]", " ", c.asked))]
    telling = [word for word in said if len(word) > _LITTLE and word not in months and not word.isdigit()]
    return says_day(c.asked, c.question.language) and len(telling) < _TELLING_WORDS


# Headlines.


def _is_thin_headline(c: Candidate) -> bool:
    kind = c.slot.type if c.slot is not None else ""
    telling = _content(c)
    told = len(telling) + sum(word[:1].isupper() for word in telling) + has_apposition(c)
    told += "," in c.stem.partition(c.asked)[0] if kind == "organisation" else _is_placed(c)
    return told < LEAST_OF_HEADLINE.get(kind, _LEAST_OF_OTHERS)


def _is_placed(c: Candidate) -> bool:
    """*Zambie, août 2021 : …*, *Tour de France 2016, juillet 2016 : …*: a country or an event before the question."""
    rubric, comma, _ = c.question.topic.partition(", ")
    if not comma:
        return False
    found = words_of(rubric)
    event = len(found) > 1 and sum(word[:1].isupper() or word.isdigit() for word in found) > 1
    return event or load_knowledge(c.question.language).country_named(rubric) is not None


def _content(c: Candidate) -> set[str]:
    """Names and long words of a question, without the question word and the kind of thing asked for."""
    asked = words_of(without_kind(c).removeprefix(c.stem[: len(c.stem) - len(c.asked)]))
    telling = {word for word in asked if len(word) > _LITTLE or word[:1].isupper()}
    return {word for word in telling if word.lower() not in c.rules["question_words"]}


# What a statement says beside who and when.


def _says_something(c: Candidate) -> bool:
    """More than who and when: what a verb was done to, with or where. Beside what is asked, a subject says enough."""
    if (c.fact.kind == "date" or _tells_which_head(c)) and _is_milestone(c):
        return True
    rest = _beside_verb(c)
    owned = lexicon(c.question.language, "clauses")["possessives"]
    others = [p for p in rest if len(p.text.split()) > _OWNED or p.text.lower().split(" ")[0] not in owned]
    if len(others) < len(rest) and all(p.role == "infinitive" for p in others):
        return False
    return any(_tells_more_than_when(p.text, c) for p in others)


def _beside_verb(c: Candidate) -> list[FramePiece]:
    """The constituents of a statement that may tell what it is about."""
    if c.frame is None or c.piece is None:
        return []
    subject_tells = c.fact.kind == "date" or c.piece.role == "subject"
    empty = {"verb", "adverb", *(("subject",) if subject_tells else ())}
    return [p for p in c.frame.pieces if p is not c.piece and p.role not in empty]


def _tells_more_than_when(text: str, c: Candidate) -> bool:
    said = words_of(text.replace("'", "' "))
    return any(not word.isdigit() and fold(word).rstrip("'") not in c.rules["date_words"] for word in said)


def _tells_which_head(c: Candidate) -> bool:
    """*Quel président hongrois … le 2 avril 2012 ?*: function and day say who is meant."""
    pieces = c.frame.pieces if c.frame is not None else ()
    dated = any(p.role == "oblique" and re.search(r"\d", p.text) for p in pieces)
    return c.slot is not None and c.slot.noun is not None and dated


def _is_milestone(c: Candidate) -> bool:
    """*Le protocole de Kyoto a été adopté*: what befalls a thing with a name once; its date is known without more."""
    frame = c.frame
    if frame is None or frame.participle is None:
        return False
    subject = next((p.text for p in frame.pieces if p.role == "subject"), "")
    if not any(word[:1].isupper() for word in words_of(subject)[1:]):
        return False
    done = grammar(c.question.language).masculine_singular(frame.verb[frame.participle])
    if frame.subject is not None and frame.subject.type == "person":
        return done in c.rules["milestones_of_persons"]
    if not frame.passive and done not in c.rules["milestones_by_itself"]:
        return False  # *l'ONU a voté*: what?
    return done in c.rules["milestones"] and not _opens_with_human(subject, c.question.language)


def _opens_with_human(subject: str, language: str) -> bool:
    gram = grammar(language)
    return any(gram.is_human(word.lower()) for word in words_of(gram.bare(subject))[:2])
