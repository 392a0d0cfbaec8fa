"""What stands before a stem so that it is understood: a headline with its month, a place and month, or nothing.

``lead_of`` tries the shortest first that makes a stem clear, and answers None where none does.
"""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.article import Article
from quizgen.asking.anchors import anchored, says_year
from quizgen.asking.comparing import by_another_name, shares_name, words_of
from quizgen.asking.measured import measures
from quizgen.asking.stems import Asking
from quizgen.asking.telling import telling
from quizgen.extraction.state_bodies import OF_A_STATE
from quizgen.facts import Fact
from quizgen.languages.lexicon import grammar, words

# So many words say enough of a statement without what it is about.
_TELLS_ENOUGH = 12
# So many tell the news without its place.
_TELLS_THE_NEWS = 15
# The longest headline before an acronym, with its month.
_WITH_ACRONYM = 12


def lead_of(fact: Fact, article: Article, texts: Sequence[str], language: str) -> str | None:
    """What a stem needs before it to be understood; empty where it needs nothing.

    In: ``texts``, the stem and its answer. None where a stem needs a topic and cannot have it: no headline, a long
    one, or one that gives the answer.
    """
    asking = Asking(fact, article, texts[0], texts[1], language)
    if article.is_headline(fact.sentence):
        return _chronicled(asking)
    if fact.kind == "acronym":
        return _field(asking, texts)
    if "needs_topic" not in type(fact).model_fields:
        return ""
    found = _without_headline(asking)
    return _with_headline(asking) if found is None else found


def _chronicled(asking: Asking) -> str | None:
    """The place and month before what a headline states, as a chronicle has them; None where they answer.

    The month alone before what asks for the country of its rubric.
    """
    if asking.fact.rule == OF_A_STATE:
        return asking.chronicle(None, asking.day)
    lead = asking.chronicle(asking.article.title, asking.day)
    asked = getattr(asking.fact, "asked", None)
    if lead is None or asked is None:
        return None
    return None if shares_name(asked.text, lead) or by_another_name(asked.text, lead, asking.language) else lead


def _field(asking: Asking, texts: Sequence[str]) -> str:
    """The place and month before an acronym, which may stand for other things elsewhere; else the headline."""
    lead = asking.chronicle(asking.article.title, asking.day)
    if lead is not None and ("," not in lead or asking.tells_a_life()):
        title = asking.article.short_title or asking.article.title
        lead = grammar(asking.language).topic(title, asking.day)
    if lead is None or any(shares_name(t, lead) or by_another_name(t, lead, asking.language) for t in texts[1:]):
        return ""
    return lead if len(lead.split()) <= _WITH_ACRONYM else ""


def _without_headline(asking: Asking) -> str | None:
    """The lead of a stem that wants no headline, empty where it wants nothing; None where only one can tell."""
    kind, title = asking.fact.kind, asking.article.title
    if asking.alone and (kind in ("quote", "date") or asking.dated):
        return _beside_what_it_says(asking)
    if asking.alone and title and asking.gives_answer(title):
        rubric = _rubric(asking)
        if rubric:
            return rubric
    if asking.month is not None and anchored(asking.matter, asking.language) and asking.measures_a_place():
        return str(asking.chronicle(None, asking.month) or "")
    if asking.alone and asking.is_long:
        when = _when(asking)
        if when:
            return when  # readers dislike a headline before a statement that tells what it is about
    if kind == "quote" and not asking.fact.needs_topic and asking.is_leader():  # type: ignore[union-attr]
        when = asking.chronicle(title, asking.day) or ""
        return "" if "," not in when or asking.gives_answer(when) else when
    return None


def _beside_what_it_says(asking: Asking) -> str:
    """The lead of a stem that stands alone and says when, or quotes: the rubric that it does not repeat.

    Before a quotation with the month. Of readers who judged such stems with a place or a month before them 83 of
    100 kept them, 72 without (docs/quality.md). Where there is no rubric and a stem shares no word with the
    headline, the headline.
    """
    title = asking.article.title
    month = asking.article.date if asking.fact.kind == "quote" else None
    rubric = asking.chronicle(title, None)
    event = asking.month is None and grammar(asking.language).matter(title, None) is not None
    if rubric is not None and not asking.gives_answer(rubric) and not asking.says(rubric):
        if event and asking.fact.kind != "date":
            return ""  # *Cyclone Idai*, before what another year did
        elsewhere = asking.is_elsewhere(rubric.partition(" : ")[0].strip())
        headline = None if elsewhere or asking.fact.kind == "quote" or asking.is_tied() else _topic(asking)
        if headline is not None:
            return headline
        return asking.short(asking.chronicle(None if elsewhere else title, month))
    headline = _topic(asking) if rubric is None and not asking.is_tied() else None
    return headline or asking.short(asking.chronicle(None, month))


def _rubric(asking: Asking) -> str:
    """What stands before the colon of a headline that no card may show, for it gives the answer (*Leixões : …*).

    Before a quotation with the month; before a short statement that shares no word with the headline.
    """
    quote, title = asking.fact.kind == "quote", asking.article.title
    tied = len(words_of(asking.said)) >= _TELLS_ENOUGH or telling(title or "") & telling(asking.said)
    if not quote and tied:
        return ""
    lead = asking.chronicle(title, None)
    if lead is None or shares_name(lead, asking.said) or asking.gives_answer(lead):
        return ""
    dated = asking.chronicle(title, asking.article.date if quote else None)
    return dated if dated and not asking.gives_answer(dated) else ""


def _state(asking: Asking) -> str:
    """The place and month before a quotation of an office whose state is not said (*quel ministre de la Santé*)."""
    government = words(asking.language, "worth", "government")
    if asking.speaker not in government or " : " not in (asking.article.title or ""):
        return ""
    return asking.chronicle(asking.article.title, asking.day) or ""


def _when(asking: Asking) -> str:
    """The place and month before a statement that stands alone but says no year; nothing where that is not sure."""
    fact, stem = asking.fact, asking.stem
    of_now = getattr(fact, "of_now", False)
    if not of_now or fact.kind == "date" or says_year(stem) or measures(fact, asking.language):
        return ""
    said = f" {stem.lower()} "
    if any(f" {word} " in said for word in words(asking.language, "wording", "defining")):
        return ""  # *X est une compétition organisée par …*: not of a month
    lead = asking.chronicle(asking.article.title, asking.day)
    in_a_country = fact.kind == "location" and fact.asked.type == "country"
    if lead is not None and (shares_name(lead.partition(",")[0], stem) or in_a_country):
        # *Carlos Ghosn, novembre 2018 : … Carlos Ghosn*; *France, décembre 2016 : X est mort en [pays]*
        lead = asking.chronicle(None, asking.day)
    return "" if lead is None or asking.gives_answer(lead) else lead


def _with_headline(asking: Asking) -> str | None:
    """The headline with its month, or what it is about; None where that gives the answer or is too long."""
    lead: str | None = None
    if asking.article.date is not None:
        lead = grammar(asking.language).topic(asking.article.short_title or asking.article.title, asking.month)
    if lead is not None and asking.repeats(lead):
        if asking.alone:
            return _when(asking)
        bare = asking.chronicle(None, asking.day)
        lead = asking.chronicle(asking.article.title, None if asking.dated else asking.day) or bare
        if asking.dated and shares_name(lead or "", asking.said):
            lead = ""  # *Colombie : … élection présidentielle en Colombie*
    if lead is not None and asking.has_room(lead):
        return lead
    if asking.alone:
        return _when(asking) or _beside_what_it_says(asking)
    if asking.fact.kind == "quote" and not asking.fact.needs_topic:
        return _state(asking) or _rubric(asking)
    event = next((lead for lead in _events(asking) if asking.has_room(lead)), None)
    if event is None and asking.is_news_of_its_day():
        return ""
    return _as_news(asking) if event is None else event


def _as_news(asking: Asking) -> str | None:
    """The place and month before a long statement that the article opens with: it tells the news itself.

    The month alone where the place is the answer, before what tells still more.
    """
    title = asking.article.title
    opens = asking.article.opens_with(asking.fact.sentence) and asking.chronicle(title, None) is not None
    if not opens or not asking.is_long or "«" in asking.said:
        return None
    month = None if asking.dated else asking.day
    lead = asking.chronicle(title, month)
    if lead is not None and asking.gives_answer(lead):
        lead = asking.chronicle(None, month) if len(words_of(asking.said)) >= _TELLS_THE_NEWS else None
    return asking.short(lead) or None


def _topic(asking: Asking) -> str | None:
    """The headline, where it has room before a stem of another matter; with the month where that is the stem's."""
    month = asking.article.date if asking.fact.kind == "quote" else asking.month
    lead: str | None = grammar(asking.language).topic(asking.article.short_title or asking.article.title, month)
    return asking.short(lead) or None if lead is not None and asking.has_room(lead) else None


def _events(asking: Asking) -> list[str]:
    """What the headline names, as a lead: the event in it, and that in its rubric (*Naufrage du Leixões : …*)."""
    if asking.article.date is None:
        return []
    module = grammar(asking.language)
    found = (
        module.topic(asking.article.event, asking.month),
        module.matter(asking.article.title, asking.month if asking.is_of_now() else None),
    )
    return [lead for lead in found if lead is not None]
