"""A time of the source as a card writes it: absolute, or left out, or as it stands; or why it cannot be written."""

from __future__ import annotations

import datetime
import re
from itertools import takewhile
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.times.finding import Time
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

# What is written for a time and for how many tokens: for none, it stands as it is.
Replacement = tuple[str, int]
AS_IT_STANDS: Replacement = ("", 0)
UNWRITABLE: Replacement = ("", -1)

_CLOCK = re.compile(r"T\d\d:\d\d$")
_WEEK = re.compile(r"\d{4}-W\d{2}")


def written_time(time: Time, token: Token, inside: set[int], paragraph: Paragraph, context: Context) -> Replacement:
    """What stands for the time that begins with ``token``, in a phrase of the tokens ``inside``."""
    if not time.relative:
        return _absolute(time, token, paragraph, context)
    if time.type not in ("DATE", "TIME") or _is_called_after_day(token):
        return AS_IT_STANDS
    if _is_told_from_elsewhere(time, token, paragraph, context):
        return UNWRITABLE
    length = _length(token, time, paragraph)
    if time.value.endswith("_REF"):
        alone = length == 1 and token.pos_ == "ADV" and not any(True for _ in token.children)
        return ("", length) if alone else UNWRITABLE
    if not time.resolved or _to_come(token, time.text) or _beside_another_year(token, time, paragraph, context):
        return UNWRITABLE
    return _resolved(time, length, token, inside, context)


def _absolute(time: Time, token: Token, paragraph: Paragraph, context: Context) -> Replacement:
    if token.pos_ == "DET" and "Dem" in token.morph.get("PronType", []):
        return "", 1  # *ce lundi 5 octobre 2015*
    if not _is_weekday_of_date(token, time) or context.quoted(Span(start=time.start, end=time.end)):
        return AS_IT_STANDS
    written = grammar(context.language).date_phrase(time, _word_before(token))
    return AS_IT_STANDS if written is None else (written, _length(token, time, paragraph))


def _is_weekday_of_date(token: Token, time: Time) -> bool:
    """*A infligé | lundi 5 octobre 2015 | une amende*: a whole date that begins with its weekday."""
    return time.type == "DATE" and token.text.lower() in lexicon(token.doc.lang_, "asides")["days"]["names"]


def _is_told_from_elsewhere(time: Time, token: Token, paragraph: Paragraph, context: Context) -> bool:
    """Told from what was told before, from another day, or from the day of a speech: not from the article's."""
    anaphoric = words(context.language, "clauses", "anaphoric_times")
    if any(time.text.lower().endswith(f" {e}") for e in anaphoric):
        return True  # *un mois plus tôt*: than what is told
    if _is_beside_a_day(time, context) and not _tells_day_before(token, time, paragraph, context):
        return True
    return context.quoted(Span(start=time.start, end=time.end))


def _resolved(time: Time, length: int, token: Token, inside: set[int], context: Context) -> Replacement:
    """A time that the article's date tells."""
    published = context.parsed.article.date
    numbered = any(c.isdigit() for c in time.text)
    if published is not None and length == 1 and token.pos_ == "ADV" and time.value == published.isoformat():
        return UNWRITABLE if _leans(token) else ("", length)
    if _CLOCK.search(time.value) and (length == 1 or numbered):
        return AS_IT_STANDS  # an hour of the day, or noon, is true as it stands
    if published is not None and not numbered and _first_day(time.value) > f"{published}~":
        return UNWRITABLE  # a bare weekday to come: the tree's tense alone is not sure enough
    if not all(i in inside for i in range(token.i, token.i + length)):
        return UNWRITABLE
    written = grammar(context.language).date_phrase(time, _word_before(token))
    return UNWRITABLE if written is None else (written, length)


def _leans(token: Token) -> bool:
    """*D'aujourd'hui*: a preposition before it needs it; without one it is the article's day, or only the present."""
    return bool(token.i) and (token.nbor(-1).pos_ == "ADP" or token.nbor(-1).text.endswith("'"))


def _length(token: Token, time: Time, paragraph: Paragraph) -> int:
    """Tokens of a time that begins with ``token``."""
    return sum(1 for _ in takewhile(lambda t: paragraph.start + t.idx < time.end, token.doc[token.i :]))


def _is_called_after_day(token: Token) -> bool:
    """*Le Mouvement du 23 mars*: a day that is part of a name, and of no year."""
    first = token if token.pos_ != "DET" else token.nbor(1)
    of = token.nbor(-1) if token.i else None
    noun = of.nbor(-1) if of is not None and of.i else None
    if noun is None or of is None or of.pos_ != "ADP" or not first.text[:1].isdigit():
        return False
    return noun.text.istitle() and not noun.is_sent_start and not any(c.isdigit() for c in noun.text)


def _first_day(value: str) -> str:
    """A week by its Monday; other values as they are."""
    return datetime.date.fromisoformat(f"{value}-1").isoformat() if _WEEK.fullmatch(value) else value


def _beside_another_year(token: Token, time: Time, paragraph: Paragraph, context: Context) -> bool:
    """A month or day without its year, in a sentence that names a year of its own: the year is not the article's."""
    if len(time.value) < 7 or not context.parsed.article.date:
        return False
    start = paragraph.start + token.sent.start_char
    others = context.times_in(start, paragraph.start + token.sent.end_char)
    return any(t.value.isdigit() and len(t.value) == 4 and t.value != time.value[:4] and not t.relative for t in others)


def _to_come(token: Token, text: str) -> bool:
    """A bare weekday under an infinitive (*appelle à manifester samedi*): past or to come, the tree cannot tell.

    Not behind what has been done where it is told (*a cessé de produire de l'électricité vendredi*).
    """
    if any(c.isdigit() for c in text):
        return False
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or "Inf" not in verb.morph.get("VerbForm", []):
        return False
    done = verb.head.lemma_.lower() in words(token.doc.lang_, "verbs", "done_as_told")
    return not (done and any(c.dep_ == "aux:tense" for c in verb.head.children))


def _is_beside_a_day(time: Time, context: Context) -> bool:
    """*La veille*, *le lendemain*."""
    return bool(set(time.text.lower().split()) & words(context.language, "clauses", "days_beside"))


def _tells_day_before(token: Token, time: Time, paragraph: Paragraph, context: Context) -> bool:
    """Whether this sentence or the one before says which day another one lies beside."""
    before = token.sent.start_char - 1
    last = token.doc[token.sent.start - 1].sent.start_char if before > 0 and token.sent.start else token.sent.start_char
    return any(other.end <= time.start for other in context.times_in(paragraph.start + last, time.start))


def _word_before(token: Token) -> str:
    return token.nbor(-1).text.lower() if token.i else ""
