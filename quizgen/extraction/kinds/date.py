"""When something happened: years and months far enough from the article's own to be worth knowing, and days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.extraction.context import Context
from quizgen.extraction.framed import askable, statements
from quizgen.extraction.statements import Statement
from quizgen.facts import DateFact, FramePiece, Slot
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.clauses import Clause

_VALUE = re.compile(r"\d{4}(-\d{2}){0,2}")
# *Mercredi matin*: a card writes the day alone.
_PART_OF_DAY = re.compile(r"T(?:MO|MI|AF|EV)$")


def find(context: Context) -> Iterator[DateFact]:
    """One fact per date that is a whole adverbial of a statement."""
    published = context.parsed.article.date
    for clause, made, who in statements(context):
        for index, piece in enumerate(made.frame.pieces):
            told = context.times_in(made.sentence.start, made.sentence.end)
            if not clause.supplied and sum(time.type != "DURATION" for time in told) > 1:
                continue
            slot = _date(piece, context)
            if slot is None:
                continue
            if _is_of_every_year(slot, made, context):
                continue
            near = published is not None and _near(slot.value or "", published.isoformat())
            if _is_of_a_beginning(index, made, context) or _tells_a_state(made) or _is_of_the_subject(index, made):
                continue
            if _is_to_come(clause, context) or (near and not _gives_day(slot, made, context)):
                continue
            yield DateFact(
                rule="date-adverbial", sentence=made.sentence, attribution=who, frame=made.frame, asked=slot,
                piece=index, needs_topic=made.needs_topic, of_now=made.of_now,
            )  # fmt: skip
    for asked in askable(context):
        if asked.piece.role == "sentence" and asked.slot.type == "date":
            yield DateFact(rule="date-sentence", **asked.fields)  # type: ignore[arg-type]


def _tells_a_state(made: Statement) -> bool:
    """*La France comptait 400 000 exploitations en 1984*: as in the years before and after."""
    return made.frame.tense == "Imp"


def _is_of_every_year(slot: Slot, made: Statement, context: Context) -> bool:
    """*La rentrée a lieu en janvier*: a month without its year, in the present, may be that of each."""
    told = context.parsed.article.text[slot.start or 0 : slot.end or 0]
    return made.frame.tense == "Pres" and not any(c.isdigit() for c in told)


def _is_of_the_subject(index: int, made: Statement) -> bool:
    """*L'ouverture du port,* | *en 1920,* | *a conduit …*: the year may be that of what the subject tells."""
    pieces = made.frame.pieces
    return bool(index) and pieces[index - 1].role == "subject" and any(p.role == "verb" for p in pieces[index + 1 :])


def _is_of_a_beginning(index: int, made: Statement, context: Context) -> bool:
    """*Privée de paix depuis la chute du régime* | *en 1991*: the year is of what the phrase before it tells."""
    before = made.frame.pieces[index - 1] if index else None
    return before is not None and before.case in words(context.language, "participles", "lasting")


def _date(piece: FramePiece, context: Context) -> Slot | None:
    if piece.role not in ("oblique", "adverb") or piece.start is None or piece.end is None:
        return None
    inside = context.times_in(piece.start, piece.end)
    value = _PART_OF_DAY.sub("", inside[0].value) if len(inside) == 1 else ""
    if not _VALUE.fullmatch(value) or inside[0].type not in ("DATE", "TIME") or not inside[0].resolved:
        return None
    text = grammar(context.language).whole_date(piece.text, value)
    return text and Slot(text=text, type="date", start=inside[0].start, end=inside[0].end, value=value)


def _gives_day(slot: Slot, made: Statement, context: Context) -> bool:
    """A day: with its number (*le 7 juillet*), or the first sentence's (*jeudi*), when what it is about happened."""
    told = context.parsed.article.text[slot.start or 0 : slot.end or 0]
    opens = context.parsed.article.opens_with(made.sentence)
    return len(slot.value or "") == _DAY and (opens or any(c.isdigit() for c in told))


def _is_to_come(clause: Clause, context: Context) -> bool:
    """*Allait avoir 38 ans le 4 mai*, *est prévue le 16 juillet*: whether it came to that is not said."""
    lemma = clause.head.lemma_.lower()
    going = lemma in words(context.language, "verbs", "going")
    planned = clause.passive and lemma in words(context.language, "verbs", "planning")
    return planned or (going and any(piece.role == "infinitive" for piece in clause.pieces))


# Letters of a value that gives a day.
_DAY = 10


def _near(value: str, published: str) -> bool:
    """Dates within the article's own weeks are on the card already."""
    if len(value) == 4:
        return abs(int(value) - int(published[:4])) <= 1  # the figures of last year, told in this one
    months = (int(published[:4]) - int(value[:4])) * 12 + int(published[5:7]) - int(value[5:7])
    return abs(months) <= 1
