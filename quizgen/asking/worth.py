"""What takes from a question's worth: passing states, minute and local facts, the course of a match."""

from __future__ import annotations

import re

from quizgen.asking.candidate import Candidate
from quizgen.asking.comparing import shares_name, words_of
from quizgen.asking.counts import count_signs
from quizgen.asking.functions import function_signs, has_two_holders, is_leaving
from quizgen.asking.measured import measures
from quizgen.asking.places import place_signs
from quizgen.asking.speakers import speaker_signs
from quizgen.asking.telling import telling
from quizgen.asking.trifles import trifles
from quizgen.extraction.context import Context
from quizgen.languages.lexicon import lexicon, words

_CLOCK = re.compile(r"\b\d{1,2} ?h ?(\d{2})?\b|\b\d{1,2}:\d{2}\b")
_QUOTED = re.compile(r"«[^»]*»")
# So many times of the clock make an article a log, told hour by hour.
_LOG = 5
MOST_OF_A_LOG = 4

_TOPIC = re.compile(r"[^«]{3,140}\([^)]*\d{4}\)\s: ")
# Words of an expansion that can be recited.
_RECITED = 6
# Words of a question that a reader still holds to be one idea: of longer ones readers kept a third.
_LONG_STEM = 26
# Of longer ones they say so always, be there a quotation in them or not.
_VERY_LONG = 25
# A day, without which what a share gained or lost says nothing.
_DAY = re.compile(r"\b(?:1er|\d{1,2}) \w+ (?:19|20)\d\d\b")
_OPENING = 0.25


def is_log(text: str) -> bool:
    """Whether an article tells a day hour by hour."""
    return len(_CLOCK.findall(text)) >= _LOG


def _length(stem: str) -> int:
    """How many words a stem has; quotation marks and colons that stand between spaces are none."""
    return sum(any(character.isalnum() for character in word) for word in stem.split())


def signs(candidate: Candidate, context: Context) -> dict[str, float]:
    """What speaks against a question, each by its name in ``lexicon/ranking.toml``, which says how much it counts."""
    language, kind = candidate.question.language, candidate.question.kind
    asked = candidate.asked
    found = {word.lower() for word in words_of(asked)}
    article = context.parsed.article
    headline = article.is_headline(candidate.fact.sentence)
    late = not headline and candidate.fact.sentence.start > _OPENING * len(article.text)
    table, match = lexicon(language, "worth"), _is_competition(context)
    framed = "frame" in type(candidate.fact).model_fields

    def has(name: str) -> bool:
        return bool(found & words(language, "worth", name))

    def says(name: str) -> bool:
        return any(phrase in asked.lower() for phrase in table[name])

    told: dict[str, float] = {
        "clock": bool(_CLOCK.search(asked)) or _tells_hour(asked, language),
        "superseded": says("superseded"),
        "hollow": says("hollow_phrases"),
        "course": late and match and kind not in _KEPT,
        "day_of_a_match": kind == "date" and match,
        "fleeting": has("fleeting"),
        "local": has("local"),
        "empty": has("empty"),
        "among": _one_of_several(candidate),
        "report": _only_reports(candidate, context),
        "aside": late and _is_beside_headline(candidate, context),
        "leaving": is_leaving(candidate, context),
        "two_holders": has_two_holders(candidate, context),
        "glued": kind == "event" and bool(_TOPIC.match(candidate.stem)),
        "long_stem": len(_QUOTED.sub("", candidate.stem).split()) > _LONG_STEM,
        "very_long": kind != "quote" and _length(candidate.stem) > _VERY_LONG,
        "market_move": kind in ("quantity", "event") and has("markets") and not _DAY.search(candidate.stem),
        "already": kind in ("date", "event", "quantity") and has("already"),
        "plain_acronym": kind == "acronym" and (_is_plain(candidate) or _reports(candidate, context)),
        "recited": kind == "acronym" and _is_recited(candidate),
        "defines_country": _defines_country(candidate, context),
        "standing": getattr(getattr(candidate.fact, "role", None), "value", None) == "standing",
        "scene": kind in ("location", "event") and has("scenes"),
        "indefinite": framed and _is_of_any(candidate, asked, tuple(table["indefinite"])),
        "measured": measures(candidate.fact, language),
        "attributed": framed and candidate.fact.attribution is not None,
        "any_body": framed and _is_any_body(candidate),
        "of_a_life": framed and _is_of_a_life(candidate, context),
        "shared": framed * _shared(article.title, asked),
        **count_signs(candidate, found, context, late=late, match=match, headline=headline),
        **place_signs(candidate, context),
        **speaker_signs(candidate, context),
        **function_signs(candidate, context),
        **trifles(candidate, context),
    }
    return {name: float(value) for name, value in told.items() if value}


def _is_of_a_life(candidate: Candidate, context: Context) -> bool:
    """*Quel animateur fait son retour à la radio en 1982 ?*, in an article on his death: many did."""
    dying = words(context.language, "offices", "dying")
    title = context.parsed.article.title or ""
    slot = getattr(candidate.fact, "asked", None)
    if slot is None or slot.type != "person" or candidate.question.style == "cloze":
        return False
    told = {word.lower() for word in words_of(title)} & dying
    of_whom = shares_name(slot.text.rsplit(" ", 1)[-1], title)
    return bool(told) and of_whom and not {word.lower() for word in words_of(candidate.asked)} & dying


def _is_any_body(candidate: Candidate) -> bool:
    """*Quelle organisation*, *[organisation]*: of what kind, neither the article nor the knowledge base tells."""
    slot = getattr(candidate.fact, "asked", None)
    return slot is not None and slot.type == "organisation" and slot.noun is None


def _is_of_any(candidate: Candidate, asked: str, indefinite: tuple[str, ...]) -> bool:
    """*Un incendie a [ville] …*; *à quelle date une foule a-t-elle …*: one of many."""
    frame = getattr(candidate.fact, "frame", None)
    subject = next((p.text.lower() for p in frame.pieces if p.role == "subject"), "") if frame is not None else ""
    opened = candidate.question.kind == "date" or frame is not None and any(p.fronted for p in frame.pieces)
    return (opened and subject.startswith(indefinite)) or asked.lower().startswith(indefinite)


def _shared(title: str | None, asked: str) -> float:
    """Words that a question shares with the headline, up to so many: the more, the nearer it is to the news.

    Where there is no headline, as many as questions share on the average.
    """
    return min(_SHARED, len(telling(title) & telling(asked))) if title else _SHARED_AS_A_RULE


_SHARED, _SHARED_AS_A_RULE = 4, 1.5


def _is_plain(candidate: Candidate) -> bool:
    """An acronym that everybody uses, or that stands for one word (*HP* for *Hewlett-Packard*)."""
    short = getattr(candidate.fact, "acronym", None)
    common = short is not None and short.text.lower() in words(candidate.question.language, "worth", "plain_acronyms")
    return common or " " not in candidate.question.answer


def _reports(candidate: Candidate, context: Context) -> bool:
    """The acronym of an agency or a paper, which the article only cites."""
    short = getattr(candidate.fact, "acronym", None)
    known = context.knowledge.organisation(short.text) if short is not None else None
    cited = known is not None and known.kind == "media"
    return cited and short is not None and not shares_name(short.text, context.parsed.article.title or "")


def _is_recited(candidate: Candidate) -> bool:
    """A long expansion in another language."""
    said = candidate.question.answer.split()
    return len(said) > _RECITED and bool(set(said) & words(candidate.question.language, "names", "in_titles"))


def _defines_country(candidate: Candidate, context: Context) -> bool:
    term = getattr(candidate.fact, "term", None)
    return term is not None and context.knowledge.country_named(term.name or term.text) is not None


def _tells_hour(asked: str, language: str) -> bool:
    """*Vers 19 heures*: an hour written out, without the day."""
    found = [word.lower() for word in words_of(asked)]
    table = lexicon(language, "worth")
    return any(
        one in table["at"] and two.isdigit() and three in table["hours"]
        for one, two, three in zip(found, found[1:], found[2:], strict=False)
    )


# Characters within which the first sentence of an article begins.
_LEAD = 3


def _only_reports(candidate: Candidate, context: Context) -> bool:
    """Which body, itself unknown, says or indicates that something is so, or which medium: a source, not the news."""
    fact = candidate.fact
    if fact.kind != "event" or fact.asked.type not in ("organisation", "group"):
        return False
    if (fact.asked.noun or "").split(" ")[0] in words(context.language, "worth", "media"):
        said = fact.frame.verb[-1].lower() if fact.frame.verb else ""
        return said.startswith(tuple(words(context.language, "worth", "reporting")))
    told = any(piece.role == "complement" for piece in fact.frame.pieces)
    return told and context.knowledge.organisation(fact.asked.name or fact.asked.text) is None


def _is_beside_headline(candidate: Candidate, context: Context) -> bool:
    """A statement that shares no word with the headline: a detail, or another matter."""
    title = context.parsed.article.title
    if not title or "needs_topic" not in type(candidate.fact).model_fields:
        return False
    if "frame" not in type(candidate.fact).model_fields:
        return False
    said = words_of(candidate.asked) + words_of(candidate.question.answer)
    return not telling(title) & telling(" ".join(said))


def _one_of_several(candidate: Candidate) -> bool:
    """*Notamment*, *aussi*: the source says that there are other answers."""
    found = [word.lower() for word in words_of(candidate.question.evidence.text)]
    language = candidate.question.language
    return any(
        word in words(language, "worth", "among")
        and not set(found[max(0, i - 3) : i]) & words(language, "worth", "but")
        for i, word in enumerate(found)
    )


# What is worth asking of a competition whenever it is told.
_KEPT = ("role", "quote", "acronym", "definition", "alias", "naming")
# So many words of sport make an article the story of one.
_COMPETITION = 6


def _is_competition(context: Context) -> bool:
    def told() -> bool:
        sport = words(context.language, "worth", "sport")
        return sum(word.lower() in sport for word in words_of(context.parsed.article.text)) >= _COMPETITION

    return context.once("competition", told)
