"""What takes from a question's worth: passing states, minute and local facts, the course of a match."""

from __future__ import annotations

import re

from quizgen.asking.functions import CENTRAL, has_two_holders, is_leaving, leads, obscure
from quizgen.asking.lint import Candidate, fold, question_part, shares_name, words_of
from quizgen.asking.trifles import trifle
from quizgen.extraction.context import Context
from quizgen.extraction.kinds.role import find as roles
from quizgen.extraction.mention_spans import Mention
from quizgen.facts import QuoteFact, RoleFact, Slot
from quizgen.languages.lexicon import grammar, lexicon, words

_CLOCK = re.compile(r"\b\d{1,2} ?h ?(\d{2})?\b|\b\d{1,2}:\d{2}\b")
_QUOTED = re.compile(r"«[^»]*»")
_HOLE = re.compile(r"\[[^\]]+\]")
# So many times of the clock make an article a log, told hour by hour.
_LOG = 5
MOST_OF_A_LOG = 4

# Measured against readers' verdicts: see docs/quality.md.
_CLOCK_COST = 0.3
_SMALL_COST = 0.2
_AGE_COST = 0.25
_COURSE_COST = 0.3
_FEW_COST = 0.1
_COUNT_COST = 0.06
_QUOTE_COST = 0.06
_FLEETING_COST = 0.35
_LOCAL_COST = 0.15
_EMPTY_COST = 0.12
_SERIES_COST = 0.12
_AMONG_COST = 0.4
_OBVIOUS_COST = 0.2
_CAPITAL_COST = 0.35
# Of 14 questions about what somebody did behind a whole headline readers kept 4: the two seldom belong together.
_GLUED_COST = 0.5
_TOPIC = re.compile(r"[^«]{3,140}\([^)]*\d{4}\)\s: ")
_LEAVING_COST, _TWO_HOLDERS_COST = 0.3, 1.0
_UNKNOWN_COST, _UNKNOWN_SPEAKER_COST = 0.12, 0.3
_ASIDE_COST = 0.12
_ASIDE_QUOTE_COST = 0.2
_LATER_PLACE_COST = 0.1
_REPORT_COST = 0.15
_SUPERSEDED_COST, _HOLLOW_COST = 0.3, 0.5
_STANDING_COST = 0.4
# One half of a score (*[nombre] buts à 26*); a day within a quotation, which its card does not date.
_SCORE_COST, _SCORE = 1.2, re.compile(r"\](?: \w+)? (\w+) \d")
_WEEKDAY_COST = 0.6
# *Avait déjà supprimé*: beside what; a poll without who held it; an acronym that is a word or a name of its own.
_ALREADY_COST, _POLL_COST, _WORD_COST = 0.6, 1.0, 1.5
# Words of an expansion that can be recited, and what each card of a longer one costs.
_RECITED, _LONG_COST = 6, 0.9
# What a country is, as somebody calls it (*Israël, une puissance occupante*), nobody learns from the news.
_COUNTRY_COST = 1.0
# In a headline, how many or in which country, of what neither a name nor another number tells from others of its kind
# (*un attentat fait [nombre] morts*): readers refuse more than they keep.
_ANY_COST, _OF_ANY = 0.6, ("country", "department", "region", "nation", "number:count")
# Words of a question that a reader still holds to be one idea: of longer ones readers kept a third.
_LONG_STEM, _LONG_STEM_COST = 26, 0.4
# In a headline: *un homme attaque plusieurs personnes à [lieu]*.
_VAGUE_PLACE_COST, _VAGUE_PLACES = 0.6, ("place", "state")
_SCENE_COST = 0.3
_OPENING = 0.25


def is_log(text: str) -> bool:
    """Whether an article tells a day hour by hour."""
    return len(_CLOCK.findall(text)) >= _LOG


def cost(candidate: Candidate, context: Context) -> float:
    """What to take from a question's score, 0 where nothing speaks against it."""
    language = candidate.question.language
    asked = question_part(candidate.stem)
    found = {word.lower() for word in words_of(asked)}
    article = context.parsed.article
    headline = article.is_headline(candidate.fact.sentence)
    late = not headline and candidate.fact.sentence.start > _OPENING * len(article.text)

    def has(kind: str) -> bool:
        return bool(found & words(language, "worth", kind))

    return (
        _CLOCK_COST * (bool(_CLOCK.search(asked)) or _tells_hour(asked, language))
        + _SUPERSEDED_COST * any(phrase in asked.lower() for phrase in lexicon(language, "worth")["superseded"])
        + _HOLLOW_COST * any(phrase in asked.lower() for phrase in lexicon(language, "worth")["hollow_phrases"])
        + _SMALL_COST * _is_small(candidate, found)
        + _AGE_COST * _is_age(candidate)
        + _COURSE_COST * (late and _is_competition(context) and candidate.question.kind not in _KEPT)
        + _FEW_COST * (late and _is_few(candidate))
        + _COUNT_COST * (_asks_count(candidate) and not headline)
        + _COUNT_COST * (_asks_count(candidate) and _is_competition(context))
        + _COURSE_COST * (candidate.question.kind == "date" and _is_competition(context))
        + _QUOTE_COST * (candidate.question.kind == "quote")
        + _FLEETING_COST * has("fleeting")
        + _LOCAL_COST * has("local")
        + _SERIES_COST * _is_of_a_series(candidate)
        + _EMPTY_COST * has("empty")
        + _AMONG_COST * _one_of_several(candidate)
        + _OBVIOUS_COST * _is_rubric(candidate, context)
        + _CAPITAL_COST * _is_capital_of_its_body(candidate, context)
        + obscure(candidate, context)
        + _unknown(candidate, context)
        + _ASIDE_QUOTE_COST * _is_quote_aside(candidate, context)
        + _REPORT_COST * _only_reports(candidate, context)
        + _LATER_PLACE_COST * (not headline and _is_place_in_a_country(candidate) and not _is_lead(candidate))
        + _ASIDE_COST * (late and _is_beside_headline(candidate, context))
        + _LEAVING_COST * is_leaving(candidate, context)
        + _TWO_HOLDERS_COST * has_two_holders(candidate, context)
        + _VAGUE_PLACE_COST
        * (headline and getattr(getattr(candidate.fact, "asked", None), "type", "") in _VAGUE_PLACES)
        + _ANY_COST * (headline and _fits_any(candidate, asked, context))
        + _GLUED_COST * (candidate.question.kind == "event" and bool(_TOPIC.match(candidate.stem)))
        + _LONG_STEM_COST * (len(_QUOTED.sub("", candidate.stem).split()) > _LONG_STEM)
        + _SCORE_COST * _is_half_a_score(candidate)
        + _WEEKDAY_COST * (candidate.question.kind == "quote" and bool(found & words(language, "lint", "weekdays")))
        + _ALREADY_COST * (candidate.question.kind in ("date", "event", "quantity") and has("already"))
        + _POLL_COST * (_is_share(candidate) and candidate.fact.attribution is None and has("opinions"))
        + _WORD_COST * (candidate.question.kind == "acronym" and (_is_plain(candidate) or _reports(candidate, context)))
        + _LONG_COST * (candidate.question.kind == "acronym" and _is_recited(candidate))
        + _COUNTRY_COST * _defines_country(candidate, context)
        + _STANDING_COST * (getattr(getattr(candidate.fact, "role", None), "value", None) == "standing")
        + trifle(candidate, context)
        + _SCENE_COST * (candidate.question.kind in ("location", "event") and has("scenes"))
    )


def _is_share(candidate: Candidate) -> bool:
    return getattr(getattr(candidate.fact, "asked", None), "type", None) == "number:percent"


def _is_half_a_score(candidate: Candidate) -> bool:
    found = _SCORE.search(candidate.stem)
    return found is not None and found[1] in words(candidate.question.language, "worth", "between_scores")


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


def _fits_any(candidate: Candidate, asked: str, context: Context) -> bool:
    """Whether no name and no number beside the answer says which of many events it is."""
    slot = getattr(candidate.fact, "asked", None)
    if slot is None or slot.type not in _OF_ANY:
        return False
    number_of = grammar(candidate.question.language).number_value
    said = words_of(_HOLE.sub(" ", asked))
    nation = context.knowledge.country_of_adjective
    bare = [word.replace("’", "'").rsplit("'", 1)[-1] for word in (said if asked != candidate.stem else said[1:])]
    names = (word[:1].isupper() or word[:1].isdigit() or nation(word) is not None for word in bare)
    return not any(names) and not any((number_of(word.lower()) or 0) > 1 for word in said)


def _asks_count(candidate: Candidate) -> bool:
    return getattr(getattr(candidate.fact, "asked", None), "type", None) == "number:count"


def _tells_hour(asked: str, language: str) -> bool:
    """*Vers 19 heures*: an hour written out, without the day."""
    found = [word.lower() for word in words_of(asked)]
    table = lexicon(language, "worth")
    return any(
        one in table["at"] and two.isdigit() and three in table["hours"]
        for one, two, three in zip(found, found[1:], found[2:], strict=False)
    )


def _is_place_in_a_country(candidate: Candidate) -> bool:
    """A town or a region: of those told later in an article, readers keep few; which country it was, they keep."""
    slot = getattr(candidate.fact, "asked", None)
    return candidate.question.kind == "location" and (slot is None or slot.type != "country")


def _is_lead(candidate: Candidate) -> bool:
    return candidate.fact.sentence.start < _LEAD


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


def _unknown(candidate: Candidate, context: Context) -> float:
    """A name that nobody knows; most of all that of somebody who is asked for by his words alone."""
    if not _is_unknown(candidate, context):
        return 0.0
    fact = candidate.fact
    if isinstance(fact, QuoteFact) and not _speaks_for_a_state(fact, context):
        return _UNKNOWN_SPEAKER_COST
    return _UNKNOWN_COST


def _is_unknown(candidate: Candidate, context: Context) -> bool:
    """A person asked for by name who is neither in the headline nor of a great function."""
    slot = getattr(candidate.fact, "asked", None) or getattr(candidate.fact, "speaker", None)
    if slot is None or slot.type != "person" or isinstance(candidate.fact, RoleFact):
        return False
    if shares_name((slot.name or slot.text).rsplit(" ", 1)[-1], context.parsed.article.title or ""):
        return False
    name = slot.name or slot.text
    if slot.noun and slot.noun in (context.parsed.article.title or ""):
        return False  # *le porte-parole de la Maison Blanche*, as the headline calls him
    told = sum(m.name == name for m in context.mentions.items)
    # Who is only quoted is named as often as quoted.
    return name not in _known_names(context) and (told < CENTRAL or isinstance(candidate.fact, QuoteFact))


def _known_names(context: Context) -> frozenset[str]:
    """Those whom the article calls the head of a state, a government's member, the head of something known."""

    def named() -> frozenset[str]:
        return frozenset(fact.holder.text for fact in roles(context) if not fact.former and leads(fact, context))

    return context.once("known names", named)


def _is_beside_headline(candidate: Candidate, context: Context) -> bool:
    """A statement that shares no word with the headline: a detail, or another matter."""
    title = context.parsed.article.title
    if not title or "needs_topic" not in type(candidate.fact).model_fields:
        return False
    if "frame" not in type(candidate.fact).model_fields:
        return False
    telling = {fold(word)[:_ROOT] for word in words_of(title) if _tells(word)}
    said = words_of(question_part(candidate.stem)) + words_of(candidate.question.answer)
    return not telling & {fold(word)[:_ROOT] for word in said if _tells(word)}


def _is_quote_aside(candidate: Candidate, context: Context) -> bool:
    """Words that say nothing of the headline's matter, from somebody it does not name."""
    fact = candidate.fact
    if not isinstance(fact, QuoteFact):
        return False
    title = context.parsed.article.title or ""
    name = fact.speaker.name or fact.speaker.text
    if shares_name(name.rsplit(" ", 1)[-1], title) or (fact.speaker.noun and fact.speaker.noun in title):
        return False
    if (fact.speaker.noun or "").split(" ", 1)[0] in words(context.language, "worth", "heads_of_states"):
        return False
    telling = {fold(word)[:_ROOT] for word in words_of(title) if _tells(word)}
    return not telling & {fold(word)[:_ROOT] for word in words_of(fact.words.text) if _tells(word)}


def _speaks_for_a_state(fact: QuoteFact, context: Context) -> bool:
    """A minister, a president: the stem says so, and who follows the news knows the name; no firm's president."""
    function, *of_what = (fact.speaker.noun or "").split(" ")
    if function.lower() in words(context.language, "worth", "government"):
        return True
    if function.lower() not in words(context.language, "worth", "heads_of_states"):
        return False
    known = context.knowledge
    said = [word.rsplit("'", 1)[-1] for word in " ".join(of_what).replace("’", "'").split(" ")]
    named = any(known.country_named(m.name) or known.organisation(m.name) for m in _named_in(fact.speaker, context))
    return not of_what or named or any(known.country_of_adjective(word) or known.country_named(word) for word in said)


def _named_in(speaker: Slot, context: Context) -> list[Mention]:
    return [m for m in context.mentions.items if speaker.noun and m.name in speaker.noun]


def _tells(word: str) -> bool:
    return len(word) > _ROOT - 1 or word[:1].isdigit() or word.isupper() and len(word) > 1


# Letters that the forms of a word share.
_ROOT = 4


def _one_of_several(candidate: Candidate) -> bool:
    """*Notamment*, *aussi*: the source says that there are other answers."""
    found = [word.lower() for word in words_of(candidate.question.evidence.text)]
    language = candidate.question.language
    return any(
        word in words(language, "worth", "among")
        and not set(found[max(0, i - 3) : i]) & words(language, "worth", "but")
        for i, word in enumerate(found)
    )


def _is_rubric(candidate: Candidate, context: Context) -> bool:
    """The country that the headline opens with (*France : …*), or its capital: nobody learns that it happened there."""
    if candidate.question.kind != "location":
        return False
    rubric, colon, _ = (context.parsed.article.title or "").partition(" : ")
    country = context.knowledge.country_named(rubric.strip()) if colon else None
    slot = getattr(candidate.fact, "asked", None)
    capital = context.knowledge.capital_of(slot.name or slot.text) if slot is not None else None
    return bool(colon) and (
        shares_name(candidate.question.answer, rubric) or (country is not None and capital is country)
    )


def _is_capital_of_its_body(candidate: Candidate, context: Context) -> bool:
    """*Le Conseil constitutionnel sénégalais a confirmé à [ville] …*: in the capital, where such bodies sit."""
    frame = getattr(candidate.fact, "frame", None)
    slot = getattr(candidate.fact, "asked", None)
    if candidate.question.kind != "location" or frame is None or slot is None:
        return False
    country = context.knowledge.capital_of(slot.name or slot.text)
    subject = next((piece.text for piece in frame.pieces if piece.role == "subject"), candidate.stem)
    found = words_of(subject)
    bodies = {fold(word) for word in found} & words(context.language, "offices", "powers")
    nation = context.knowledge.country_of_adjective
    return country is not None and bool(bodies) and any(nation(word) is country for word in found)


# What is worth asking of a competition whenever it is told.
_KEPT = ("role", "quote", "acronym", "definition", "alias", "naming")
# So many words of sport make an article the story of one.
_COMPETITION = 6


def _is_competition(context: Context) -> bool:
    def told() -> bool:
        sport = words(context.language, "worth", "sport")
        return sum(word.lower() in sport for word in words_of(context.parsed.article.text)) >= _COMPETITION

    return context.once("competition", told)


def _is_few(candidate: Candidate) -> bool:
    """A count below a hundred of something that nobody counts twice."""
    slot = getattr(candidate.fact, "asked", None)
    if slot is None or slot.type != "number:count":
        return False
    digits = "".join(c for c in candidate.question.answer if c.isdigit())
    several = len(digits) > 2 or len(candidate.question.answer.split()) > 2
    return not several and (slot.noun or "") not in words(candidate.question.language, "worth", "counted")


def _is_small(candidate: Candidate, found: set[str]) -> bool:
    slot = getattr(candidate.fact, "asked", None)
    language = candidate.question.language
    return (
        slot is not None
        and slot.type == "number:count"
        and candidate.question.answer.lower() in words(language, "worth", "small")
        and not found & words(language, "worth", "counted")
        and (slot.noun or "") not in words(language, "worth", "counted")
    )


def _is_of_a_series(candidate: Candidate) -> bool:
    """One count of three or more in a row (*249 feux, 112 véhicules, 130 mobiliers urbains*)."""
    slot = getattr(candidate.fact, "asked", None)
    if slot is None or slot.type != "number:count":
        return False
    counts = {s.start for p in candidate.fact.frame.pieces for s in p.slots if s.type == "number:count"}  # type: ignore[union-attr]
    return len(counts) > 2


def _is_age(candidate: Candidate) -> bool:
    slot = getattr(candidate.fact, "asked", None)
    frame = getattr(candidate.fact, "frame", None)
    objects = [s for p in frame.pieces if p.role in ("object", "nested") for s in p.slots] if frame else []
    return slot is not None and (slot.type == "number:age" or any(s.type == "number:age" for s in objects))
