"""Times as a French card writes them in place: *samedi soir* → *le 21 janvier 2017*."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from quizgen.languages.lexicon import lexicon

if TYPE_CHECKING:
    from quizgen.extraction.times.finding import Time

_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_PART = re.compile(r"\d{4}-\d{2}-\d{2}T[A-Z]{2}")
_WEEK = re.compile(r"\d{4}-W\d{2}")
_LAST_NIGHT = "la nuit dernière"
# *La nuit de jeudi à vendredi*, *la soirée de lundi*.
_PART_OF = re.compile(r"(?P<part>(?:la |l')?(?:nuit|soirée|matinée|journée|après-midi)) d[eu] .*", re.IGNORECASE)


def date_phrase(time: Time, before: str) -> str | None:
    """A time expression as a card writes it in place: *samedi soir* → *le 21 janvier 2017*; None to abstain.

    ``before``: the word that stands before it, lower case, which must fit what is written.
    """
    from quizgen.extraction.times.finding import readable, with_preposition

    if _WEEK.fullmatch(time.value):
        return _week(time)
    if time.text.lower() == _LAST_NIGHT and _PART.fullmatch(time.value):
        return (
            f"dans {_between_days(time, 'la nuit')}"
            if before not in lexicon("fr", "wording")["dates"]["contracting"]
            else None
        )
    part_of = _PART_OF.fullmatch(time.text.replace("’", "'"))
    if part_of is not None:
        return _part_of_day(time, part_of["part"])
    value = time.value[:10] if _PART.fullmatch(time.value) else time.value
    words, adverbial = readable(value, "fr"), with_preposition(value, "fr")
    if words is None or adverbial is None or not _DATE.fullmatch(value):
        return None
    day = len(value) == 10
    part = next(
        (w for w in re.findall(r"\w+", time.text.lower()) if w in lexicon("fr", "wording")["dates"]["parts"]), ""
    )
    if part and not _opens_with_weekday(time.text):
        return f"{part} {words}" if len(value) == 7 and time.text.lower().startswith(part) else None
    core = words.removeprefix("le ")
    table = lexicon("fr", "wording")["dates"]
    if before in table["articles"]:
        return core if day else None
    if before in table["contracting"]:
        return None if day else core
    if before in table["bare"]:
        return words if day else core
    if before in table["needing"]:
        return None if day else core
    return adverbial


def _opens_with_weekday(text: str) -> bool:
    """*Lundi en fin de journée*."""
    return text.split(" ", 1)[0].lower() in lexicon("fr", "wording")["dates"]["articles"][4:]


def _week(time: Time) -> str | None:
    """*La semaine dernière* → *la semaine du 29 décembre 2025*."""
    from quizgen.extraction.times.finding import readable

    first = datetime.date.fromisoformat(f"{time.value}-1")
    day = readable(first.isoformat(), "fr")
    return f"la semaine du {day.removeprefix('le ')}" if day and time.text.lower().startswith("la semaine") else None


def _part_of_day(time: Time, part: str) -> str | None:
    """*La nuit de jeudi à vendredi* → *la nuit du 8 au 9 janvier 2026*; *la soirée de lundi* → *la soirée du 5 …*."""
    from quizgen.extraction.times.finding import readable

    if not _PART.fullmatch(time.value):
        return None
    if " à " in time.text or " au " in time.text:
        return _between_days(time, part.lower())
    day = readable(time.value[:10], "fr")
    return f"{part.lower()} du {day.removeprefix('le ')}" if day else None


_TWO_DAYS = re.compile(r"\ble (\d{1,2}|1er) (\w+ \d{4}) et le (\d{1,2}) \2\b")


def joined_dates(text: str) -> str:
    """*Le 21 janvier 2017 et le 22 janvier 2017* → *les 21 et 22 janvier 2017*."""
    return _TWO_DAYS.sub(r"les \1 et \3 \2", text)


def _between_days(time: Time, part: str) -> str | None:
    from quizgen.extraction.times.finding import readable

    first = datetime.date.fromisoformat(time.value[:10])
    days = [readable(day.isoformat(), "fr") for day in (first, first + datetime.timedelta(days=1))]
    one, two = (day.removeprefix("le ") if day else "" for day in days)
    if not one or not two:
        return None
    shared = first.day < (first + datetime.timedelta(days=1)).day
    return f"{part} du {one.split(' ')[0] if shared else one} au {two}"
