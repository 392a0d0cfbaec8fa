"""Whether a question says what its source says: its answer, its speaker, its hedges, its mood."""

from __future__ import annotations

import re

from quizgen.asking.candidate import Candidate
from quizgen.asking.comparing import fold, has_phrase
from quizgen.facts import Slot
from quizgen.languages.lexicon import lexicon

# Characters before and behind a number within which a hedge of it stands; the last for a number told again.
_BEFORE, _BEHIND, _BEFORE_AGAIN = 16, 40, 24


def answer_not_in_source(c: Candidate) -> bool:
    if c.question.evidence.answer_start is not None:
        return False
    text = fold(c.text)
    return not any(form in text for form in map(fold, (c.question.answer, *c.question.accepted)) if form)


def claim_without_speaker(c: Candidate) -> bool:
    speaker = c.fact.attribution
    return speaker is not None and fold(speaker.text) not in fold(c.stem)


def two_speakers(c: Candidate) -> bool:
    """A claim whose words hand it on to somebody else again."""
    if c.fact.attribution is None or c.frame is None:
        return False
    said = fold(" ".join(piece.text for piece in c.frame.pieces))
    return any(has_phrase(word, said) for word in c.rules["according_to"])


def lost_modality(c: Candidate) -> bool:
    """The source's verb is conditional and the question's is not."""
    frame = c.frame
    return frame is not None and frame.conditional and frame.verb[frame.finite].lower() not in c.stem.lower()


def lost_negation(c: Candidate) -> bool:
    halves = lexicon(c.question.language, "clauses")["negation"]["second"]
    return c.frame is not None and c.frame.negated and not set(c.stem.lower().split()) & set(halves)


def lost_hedge(c: Candidate) -> bool:
    """A hedge right before the number in the source, or behind what it counts, that neither stem nor answer has."""
    number = c.slot
    if number is None or not number.type.startswith("number") or number.start is None:
        return False
    if c.headline and _is_hedged_below(number.text, c):
        return True
    card = fold(c.stem + c.question.answer)
    return any(hedge not in card for hedge in _hedges_of(number, number.start, c))


def _hedges_of(number: Slot, start: int, c: Candidate) -> list[str]:
    table = lexicon(c.question.language, "quantities")
    before = fold(c.text[max(0, start - _BEFORE) : start])
    behind = fold(c.text[number.end : number.end + _BEHIND]) if number.end is not None else ""
    sentence = fold(c.fact.sentence.of(c.text)) if c.fact.sentence.end <= len(c.text) else ""
    return [
        *(hedge for hedge in table["hedges"] if re.search(rf"(?<!\w){re.escape(hedge)}$", before)),
        *(hedge for hedge in table["trailing_hedges"] if re.match(rf"\W*\w+ {re.escape(hedge)}(?!\w)", behind)),
        *(word for word in table["provisional"] if word in sentence),
    ]


def _is_hedged_below(number: str, c: Candidate) -> bool:
    """*Pour 3 milliards* in the headline, *qui pourrait atteindre 3 milliards* where the article tells it."""
    at_most = lexicon(c.question.language, "quantities")["at_most"]
    start = c.text.find(number)
    before = fold(c.text[max(0, start - _BEFORE_AGAIN) : start]).rstrip() if start >= 0 else ""
    card = fold(c.stem + c.question.answer)
    return any(before.endswith(hedge) for hedge in at_most) and not any(hedge in card for hedge in at_most)
