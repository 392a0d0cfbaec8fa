"""How a question is written: its length, its question word, marks that come in pairs."""

from __future__ import annotations

import re

from quizgen.asking.candidate import Candidate
from quizgen.asking.comparing import words_of
from quizgen.facts import RoleFact

# Words of a stem; readers of r57 to r66 kept half of the quotations with 32 words or more, two of three of 28 to 31.
_LONGEST_STEM, _LONGEST_CLOZE, _LONGEST_QUOTE = 30, 28, 32
# Words of an answer, by the kind of question, and of a charge. Of functions that are still held, readers kept none of
# five longer ones, and nearly all shorter ones.
_LONGEST_ANSWER, _LONGEST_CHARGE = 7, 11
_LONGEST_OF_KIND = {"cause": 14, "definition": 9, "role": 11, "acronym": 11}
# So many commas make an answer a list.
_LIST = 3


def stem_too_long(c: Candidate) -> bool:
    limit = _LONGEST_QUOTE if c.question.kind == "quote" else _LONGEST_CLOZE if c.is_cloze else _LONGEST_STEM
    return len(words_of(c.stem)) > limit


def answer_too_long(c: Candidate) -> bool:
    return len(c.question.answer.split()) > _longest_answer(c)


def _longest_answer(c: Candidate) -> int:
    if isinstance(c.fact, RoleFact) and c.fact.role.value != "late":
        return _LONGEST_ANSWER
    charge = c.slot is not None and c.slot.type == "charge"
    return _LONGEST_OF_KIND.get(c.question.kind, _LONGEST_CHARGE if charge else _LONGEST_ANSWER)


def yes_no(c: Candidate) -> bool:
    stem = c.stem.lower()
    return not c.is_cloze and not any(
        re.search(rf"(?<!\w){re.escape(word)}", stem) for word in c.rules["question_words"]
    )


def bare_negative(c: Candidate) -> bool:
    return c.frame is not None and c.frame.negated and c.fact.kind in ("event", "location")


def enumeration(c: Candidate) -> bool:
    return not c.is_cloze and c.question.answer.count(",") >= _LIST


def unbalanced(c: Candidate) -> bool:
    text = c.stem + c.question.answer
    return text.count("«") != text.count("»") or text.count("(") != text.count(")") or '"' in text


def dangling_colon(c: Candidate) -> bool:
    """*Un malade a été rapatrié à [ville] : X*: what the colon explains, the card has cut."""
    asked = c.asked
    last = re.split(r"\s: ", asked)[-1] if " :" in asked.replace("\u00a0", " ").replace("\u202f", " ") else ""
    named = bool(last) and all(word[:1].isupper() for word in words_of(last)) and "," not in last
    return c.is_cloze and named and "«" not in last and "[" not in last
