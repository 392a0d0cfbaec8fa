"""What a headline gives the questions of its article: the topic before a stem, the statement it makes."""

from __future__ import annotations

import datetime
import re

from babel.dates import format_date

from quizgen.languages.fr import grammar
from quizgen.languages.lexicon import lexicon

_LONGEST_TOPIC = 14


def topic(title: str | None, date: datetime.date | None) -> str | None:
    """A headline as the lead of a question: *Prise d'otages à Trèbes (France, mars 2018) : *; None without one.

    Without a date its month is not said: a statement of another year follows.

    A rubric before a colon (*France : …*) goes into the brackets with the month.
    """
    rubric, statement = _rubric_and_statement(title or "", _LONGEST_RUBRIC)
    if not statement or len(statement.split()) > _LONGEST_TOPIC:
        return None
    series, colon, told_of = statement.partition(" : ")
    if colon:  # a second colon would follow: *Championnat de France : les résultats*
        statement = told_of if rubric else series
    month = format_date(date, "MMMM yyyy", locale="fr") if date is not None else ""
    if rubric and month and re.search(r"\b\d{4}$", statement) and len(statement.split()) < 5:
        return f"{grammar.capitalise(rubric)} ({month}) : "
    if "?" in statement or "!" in statement or _asks(statement) or len(statement.split()) < 3:
        return None
    if rubric and _is_the_rubrics(statement):
        return None
    told = ", ".join(part for part in (rubric, month) if part)
    return f"{grammar.capitalise(statement)} ({told}) : " if told else f"{grammar.capitalise(statement)} : "


def _is_the_rubrics(statement: str) -> bool:
    """*France Télécom : le harcèlement reconnu, ses ex-dirigeants condamnés*: a possessive before which only the
    rubric names an owner; not *Sénégal : Abdoulaye Wade reconnaît sa défaite*.
    """
    found = _POSSESSIVE.search(statement)
    if found is None:
        return False
    before = statement[: found.start()].replace("’", "'").split()
    articles = lexicon("fr", "wording")["articles"]
    named = (word.rsplit("'", 1)[-1] for at, word in enumerate(before) if at or word.lower() not in articles)
    return not any(word[:1].isupper() for word in named)


_POSSESSIVE = re.compile(r"\b(?:ses|leurs?|son|sa)\b", re.IGNORECASE)


# *Sénégal: X*, *RDC: x*, *Loire-Atlantique. X*: a rubric of some words; behind a full stop its statement begins with a
# capital.
_RUBRIC = re.compile(r"^(?P<rubric>[^\W\d_][^.:!?«»\"]{1,40})(?:\s?:\s(?=\S)|\.\s(?=[A-ZÀ-Þ«\"]))")
_WORDS_OF_RUBRIC = 4


def spaced_title(title: str | None) -> str | None:
    """A headline with its rubric set off as French typography has it: *Sénégal : X*."""
    found = _RUBRIC.match(title or "")
    if title is None or found is None or len(found["rubric"].split()) > _WORDS_OF_RUBRIC:
        return title
    return f"{found['rubric'].strip()} : {title[found.end() :]}"


def headline(title: str | None) -> str | None:
    """What a headline states, without the rubric before a colon; None without one, or where it says two things."""
    if not title:
        return None
    statement = _rubric_and_statement(title, _LONGEST_OF_CHRONICLE)[1]
    return None if ":" in statement or _asks(statement) else statement


def _asks(statement: str) -> bool:
    """*Pourquoi le Groenland aiguise tant d'appétits*: a question, with or without its mark."""
    first = statement.replace("’", "'").split("'")[0].split(" ")[0].lower() if statement else ""
    return first in lexicon("fr", "wording")["asking_headlines"]


def chronicle(title: str | None, date: datetime.date | None, *, day: bool = False) -> str | None:
    """*Syrie, décembre 2016 : * — what stands before a headline in a chronicle; the month or the place alone where
    the other is not given. ``day``: up to the day of the month (*au 15 août 2018*).
    """
    rubric = _rubric_and_statement(title or "", _LONGEST_OF_CHRONICLE)[0]
    month = format_date(date, "'au' d MMMM yyyy" if day else "MMMM yyyy", locale="fr") if date is not None else ""
    said = ", ".join(part for part in (rubric, month) if part)
    return grammar.capitalise(f"{said} : ") if said else None


def matter(title: str | None, date: datetime.date | None) -> str | None:
    """The event that the rubric of a headline names, as a lead: *Naufrage du Leixões : en mars 2018, *; else None.

    The month is not the event's: *Naufrage du Leixões (mars 2018)* would say that it is.

    *Lait contaminé*, *Portugal* and *Voile* name none.
    """
    rubric = _rubric_and_statement(title or "", _LONGEST_OF_CHRONICLE)[0]
    first = next((word for word in rubric.lower().split() if word not in _ORDINALS), "")
    if len(rubric.split()) < 2 or grammar.noun_class(first) != "event":
        return None
    month = f"en {format_date(date, 'MMMM yyyy', locale='fr')}, " if date is not None else ""
    return f"{grammar.capitalise(rubric)} : {month}"


_ORDINALS = frozenset(lexicon("fr", "numbers")["ordinals"])


# *… des « puffs », ces cigarettes jetables*: an apposition that points, at the end of a headline.
_EXPLAINED = re.compile(r", (?:ces|cette|cet|ce) [^,:]+$")


def _rubric_and_statement(title: str, longest: int) -> tuple[str, str]:
    """*France* and what follows its colon; an empty rubric where none of ``longest`` words or fewer stands there."""
    rubric, colon, statement = _EXPLAINED.sub("", title).partition(" : ")
    if not colon or len(rubric.split()) > longest or "«" in rubric or '"' in rubric:
        return "", _EXPLAINED.sub("", title).strip(" .")
    return rubric.strip(), statement.strip(" .")


# The longest rubric, in words: in brackets behind a topic, and at the head of a line.
_LONGEST_RUBRIC, _LONGEST_OF_CHRONICLE = 3, 6
