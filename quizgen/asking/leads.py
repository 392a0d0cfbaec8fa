"""What stands before a stem so that it is understood: a headline with its month, a place and month, or nothing.

``lead_of`` tries the shortest first that makes a stem clear, and answers None where none does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.article import Article
from quizgen.asking.anchors import anchored, says_day
from quizgen.asking.comparing import by_another_name, shares_name, words_of
from quizgen.asking.measured import measures
from quizgen.asking.telling import telling
from quizgen.extraction.state_bodies import OF_A_STATE
from quizgen.facts import Fact, Slot
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar, words

if TYPE_CHECKING:
    import datetime

_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_BRACKETS = re.compile(r"\(.*?\)")
# A name, with or without a hyphen: *Sri Lanka*, *New-York*.
_NAMES = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w-]+(?: [A-ZÀ-ÖØ-Þ][\w-]+)*")
# So many words say enough of a statement without its article's topic, and without what it is about.
_SHORT, _TELLS_ENOUGH = 9, 12
# The longest stem with its topic, in words; of a quotation the second.
_WITH_TOPIC = (27, 40)
# Words within which a stem says who acts.
_OPENING = 8
# The longest statement with a place and month before it, in words.
_LONGEST = 27
# The longest headline before an acronym, with its month.
_WITH_ACRONYM = 12
# Letters that the forms of a word share, and the share of either's words that the other may hold.
_ROOT, _REPEATED = 4, 0.5


def lead_of(fact: Fact, article: Article, texts: Sequence[str], language: str) -> str | None:
    """What a stem needs before it to be understood; empty where it needs nothing.

    In: ``texts``, the stem and its answer. None where a stem needs a topic and cannot have it: no headline, a long
    one, or one that gives the answer.
    """
    asking = _Asking(fact, article, texts[0], texts[1], language)
    if article.is_headline(fact.sentence):
        return asking.chronicled()
    if fact.kind == "acronym":
        return asking.field(texts)
    if "needs_topic" not in type(fact).model_fields:
        return ""
    found = asking.without_headline()
    return asking.with_headline() if found is None else found


@dataclass(frozen=True)
class _Asking:
    """One stem with its fact, and what decides what goes before it."""

    fact: Fact
    article: Article
    stem: str
    answer: str
    language: str

    @cached_property
    def said(self) -> str:
        """The stem without its speaker."""
        who = self.fact.attribution
        return self.stem if who is None else self.stem.replace(who.text, "")

    @cached_property
    def matter(self) -> str:
        """What must name something for a stem to stand alone: of a quotation its words."""
        return self.said[self.said.find("«") :] if self.fact.kind == "quote" else self.said

    @cached_property
    def alone(self) -> bool:
        return not self.fact.needs_topic and anchored(self.matter, self.language)  # type: ignore[union-attr]

    @cached_property
    def month(self) -> datetime.date | None:
        """The date whose month goes into the lead: none of another year's doings, nor of what asks for a date."""
        return None if self.fact.kind == "date" or self._is_of_another_year() else self.article.date

    @cached_property
    def dated(self) -> bool:
        return self.month is None or _DATED.search(self.said) is not None

    @cached_property
    def is_long(self) -> bool:
        return len(words_of(self.said)) >= _SHORT

    @cached_property
    def speaker(self) -> str:
        """The first word of what the speaker of a quotation is."""
        speaker = getattr(self.fact, "speaker", None)
        noun = (speaker.noun or "") if self.fact.kind == "quote" and isinstance(speaker, Slot) else ""
        return noun.split(" ", 1)[0].lower()

    def gives_answer(self, lead: str) -> bool:
        return shares_name(self.answer, lead) or by_another_name(self.answer, lead, self.language)

    def chronicle(self, title: str | None, date: datetime.date | None) -> str | None:
        found: str | None = grammar(self.language).chronicle(title, date)
        return found

    # What a fact beside the statements of an article needs.

    def chronicled(self) -> str | None:
        """The place and month before what a headline states, as a chronicle has them; None where they answer.

        The month alone before what asks for the country of its rubric.
        """
        if self.fact.rule == OF_A_STATE:
            return self.chronicle(None, self.article.date)
        lead = self.chronicle(self.article.title, self.article.date)
        asked = getattr(self.fact, "asked", None)
        if lead is None or asked is None:
            return None
        return None if shares_name(asked.text, lead) or by_another_name(asked.text, lead, self.language) else lead

    def field(self, texts: Sequence[str]) -> str:
        """The place and month before an acronym, which may stand for other things elsewhere; else the headline."""
        lead = self.chronicle(self.article.title, self.article.date)
        if lead is not None and ("," not in lead or self._tells_a_life()):
            title = self.article.short_title or self.article.title
            lead = grammar(self.language).topic(title, self.article.date)
        if lead is None or any(shares_name(t, lead) or by_another_name(t, lead, self.language) for t in texts[1:]):
            return ""
        return lead if len(lead.split()) <= _WITH_ACRONYM else ""

    def _tells_a_life(self) -> bool:
        """An article on somebody's death: what it tells is of other places and times than the death."""
        said = {word.lower() for word in words_of(self.article.title or "")}
        return bool(said & words(self.language, "offices", "dying"))

    # What a stem can have instead of a headline.

    def without_headline(self) -> str | None:
        """The lead of a stem that wants no headline, empty where it wants nothing; None where only one can tell."""
        kind, title = self.fact.kind, self.article.title
        if self.alone and (kind in ("quote", "date") or self.dated):
            return self._beside_what_it_says()
        if self.alone and title and self.gives_answer(title):
            rubric = self.rubric()
            if rubric:
                return rubric
        if self.month is not None and anchored(self.matter, self.language) and self._measures_a_place():
            return str(self.chronicle(None, self.month) or "")
        if self.alone and self.is_long:
            when = self.when()
            if when:
                return when  # readers dislike a headline before a statement that tells what it is about
        if kind == "quote" and not self.fact.needs_topic and self._is_leader():  # type: ignore[union-attr]
            when = self.chronicle(title, self.article.date) or ""
            return "" if "," not in when or self.gives_answer(when) else when
        return None

    def _beside_what_it_says(self) -> str:
        """The lead of a stem that stands alone and says when, or quotes: the rubric that it does not repeat.

        Before a quotation with the month. Of readers who judged such stems with a place or a month before them 83 of
        100 kept them, 72 without (docs/quality.md). Where there is no rubric and a stem shares no word with the
        headline, the headline.
        """
        title = self.article.title
        month = self.article.date if self.fact.kind == "quote" else None
        rubric = self.chronicle(title, None)
        event = self.month is None and grammar(self.language).matter(title, None) is not None
        if rubric is not None and not self.gives_answer(rubric) and not self._says(rubric):
            if event and self.fact.kind != "date":
                return ""  # *Cyclone Idai*, before what another year did
            elsewhere = self._is_elsewhere(rubric.partition(" : ")[0].strip())
            headline = None if elsewhere or self.fact.kind == "quote" or self._is_tied() else self._topic()
            if headline is not None:
                return headline
            return self._short(self.chronicle(None if elsewhere else title, month))
        headline = self._topic() if rubric is None and not self._is_tied() else None
        return headline or self._short(self.chronicle(None, month))

    def _is_tied(self) -> bool:
        """Whether a stem shares a word with the headline: it tells of the same."""
        return bool(telling(self.article.title or "") & telling(self.stem))

    def _topic(self) -> str | None:
        """The headline, where it has room before a stem of another matter; with the month where that is the stem's."""
        month = self.article.date if self.fact.kind == "quote" else self.month
        lead: str | None = grammar(self.language).topic(self.article.short_title or self.article.title, month)
        return self._short(lead) or None if lead is not None and self._has_room(lead) else None

    def _short(self, lead: str | None) -> str:
        """A lead that leaves a statement short enough; a quotation has its own limit."""
        fits = self.fact.kind == "quote" or len(words_of(f"{lead} {self.stem}")) <= _LONGEST
        return lead if lead is not None and fits else ""

    def _says(self, rubric: str) -> bool:
        """Whether a stem, or its answer, says what the rubric names by another name (*ONU*, *les Nations unies*)."""
        name = rubric.partition(" : ")[0].strip()
        named = by_another_name(name, f"{self.stem} {self.answer}", self.language)
        return named or shares_name(name, self.stem) or bool(telling(rubric) & telling(self.stem))

    def _is_elsewhere(self, rubric: str) -> bool:
        """*Portugal* before what is told of Spain, of the Channel or of an Angolan."""
        knowledge = load_knowledge(self.language)
        country = knowledge.country_named(rubric)
        if country is None:
            return False
        named = _NAMES.findall(_BRACKETS.sub("", self.stem))
        states = (knowledge.country_named(name) or knowledge.capital_of(name) for name in named)
        places = (knowledge.place(name) for name in named)
        peoples = (knowledge.country_of_adjective(word) for word in words_of(self.stem)[:_OPENING])
        return any(state is not None and state is not country for state in (*states, *peoples)) or any(
            place is not None and place.country != country.code for place in places
        )

    def rubric(self) -> str:
        """What stands before the colon of a headline that no card may show, for it gives the answer (*Leixões : …*).

        Before a quotation with the month; before a short statement that shares no word with the headline.
        """
        quote, title = self.fact.kind == "quote", self.article.title
        tied = len(words_of(self.said)) >= _TELLS_ENOUGH or telling(title or "") & telling(self.said)
        if not quote and tied:
            return ""
        lead = self.chronicle(title, None)
        if lead is None or shares_name(lead, self.said) or self.gives_answer(lead):
            return ""
        dated = self.chronicle(title, self.article.date if quote else None)
        return dated if dated and not self.gives_answer(dated) else ""

    def state(self) -> str:
        """The place and month before a quotation of an office whose state is not said (*quel ministre de la Santé*)."""
        government = words(self.language, "worth", "government")
        if self.speaker not in government or " : " not in (self.article.title or ""):
            return ""
        return self.chronicle(self.article.title, self.article.date) or ""

    def when(self) -> str:
        """The place and month before a statement that stands alone but says no year; nothing where that is not sure."""
        fact, stem = self.fact, self.stem
        of_now = getattr(fact, "of_now", False)
        if not of_now or fact.kind == "date" or _DATED.search(stem) or measures(fact, self.language):
            return ""
        said = f" {stem.lower()} "
        if any(f" {word} " in said for word in words(self.language, "wording", "defining")):
            return ""  # *X est une compétition organisée par …*: not of a month
        lead = self.chronicle(self.article.title, self.article.date)
        in_a_country = fact.kind == "location" and fact.asked.type == "country"
        if lead is not None and (shares_name(lead.partition(",")[0], stem) or in_a_country):
            # *Carlos Ghosn, novembre 2018 : … Carlos Ghosn*; *France, décembre 2016 : X est mort en [pays]*
            lead = self.chronicle(None, self.article.date)
        return "" if lead is None or self.gives_answer(lead) else lead

    # With a headline.

    def with_headline(self) -> str | None:
        """The headline with its month, or what it is about; None where that gives the answer or is too long."""
        lead: str | None = None
        if self.article.date is not None:
            lead = grammar(self.language).topic(self.article.short_title or self.article.title, self.month)
        if lead is not None and self._repeats(lead):
            if self.alone:
                return self.when()
            bare = self.chronicle(None, self.article.date)
            lead = self.chronicle(self.article.title, None if self.dated else self.article.date) or bare
            if self.dated and shares_name(lead or "", self.said):
                lead = ""  # *Colombie : … élection présidentielle en Colombie*
        if lead is not None and self._has_room(lead):
            return lead
        if self.alone:
            return self.when() or self._beside_what_it_says()
        if self.fact.kind == "quote" and not self.fact.needs_topic:
            return self.state() or self.rubric()
        event = next((lead for lead in self._events() if self._has_room(lead)), None)
        if event is None and self._is_news_of_its_day():
            return ""
        return self._as_news() if event is None else event

    def _as_news(self) -> str | None:
        """The place and month before a long statement that the article opens with: it tells the news itself.

        The month alone where the place is the answer, before what tells still more.
        """
        told = len(words_of(self.said))
        if not self.article.opens_with(self.fact.sentence) or told < _SHORT or self.chronicle(self.article.title, None) is None:
            return None
        month = None if self.dated else self.article.date
        lead = self.chronicle(self.article.title, month)
        if lead is not None and self.gives_answer(lead):
            lead = self.chronicle(None, month) if told >= _TELLS_ENOUGH else None
        return None if lead is None or not self._short(lead) else lead

    def _is_news_of_its_day(self) -> bool:
        """*Qui a remporté le 20 avril 2008 l'élection présidentielle au Paraguay ?*: a piece of news and its day."""
        told = self.article.opens_with(self.fact.sentence) and self.fact.kind not in ("date", "quote")
        return told and says_day(self.stem, self.language)

    def _events(self) -> list[str]:
        """What the headline names, as a lead: the event in it, and that in its rubric (*Naufrage du Leixões : …*)."""
        if self.article.date is None:
            return []
        module = grammar(self.language)
        found = (
            module.topic(self.article.event, self.month),
            module.matter(self.article.title, self.month if self._is_of_now() else None),
        )
        return [lead for lead in found if lead is not None]

    def _is_of_now(self) -> bool:
        """A statement of the article's days that says no year: what the court found was done years before."""
        of_now = self.fact.kind == "quote" or bool(getattr(self.fact, "of_now", False))
        return of_now and not self.dated

    def _has_room(self, lead: str) -> bool:
        longest = _WITH_TOPIC[self.fact.kind == "quote"]
        return not self.gives_answer(lead) and len(lead.split()) + len(self.stem.split()) <= longest

    def _repeats(self, lead: str) -> bool:
        """Whether a question and its topic say the same for the most part: the place and month before it are enough."""
        said, asked = ({w[:_ROOT] for w in words_of(text.lower()) if _tells(w)} for text in (lead, self.said))
        if not asked or len(said & asked) > _REPEATED * len(asked):
            return bool(asked)
        statement = words_of(_BRACKETS.sub("", lead))
        asked |= {w.lower() for w in words_of(self.said)}
        if any(word[:1].isupper() and word.lower()[:_ROOT] not in asked for word in statement[1:]):
            return False  # a name that only the topic says
        topic = {word.lower()[:_ROOT] for word in statement if len(word) >= _ROOT or word in self.said.split()}
        return len(topic & asked) >= _REPEATED * len(topic)

    # What is asked.

    def _measures_a_place(self) -> bool:
        """*Combien d'habitants le Portugal compte-t-il ?*: the news says nothing of it."""
        frame = getattr(self.fact, "frame", None)
        subject = frame.subject if frame is not None else None
        if self.fact.kind != "quantity" or subject is None or subject.type not in ("country", "city", "region"):
            return False
        counted = set(re.findall(r"\w+", frame.pieces[self.fact.piece].text.lower()))  # type: ignore[union-attr]
        return frame.tense == "Pres" and bool(counted & words(self.language, "lint", "of_a_place"))  # type: ignore[union-attr]

    def _is_of_another_year(self) -> bool:
        """A statement with a year that is not the article's: the article's month before it would contradict it."""
        asked = getattr(self.fact, "asked", None)
        value = asked.value if asked is not None and asked.type == "date" else None
        years = {found[0] for found in _DATED.finditer(self.said)} | ({value[:4]} if value else set())
        published = self.article.date
        return self.fact.kind != "quote" and published is not None and bool(years) and str(published.year) not in years

    def _is_leader(self) -> bool:
        """A quotation of the head of a state or a member of a government: place and month are enough to it."""
        return self.speaker in words(self.language, "worth", "government") | words(
            self.language, "worth", "heads_of_states"
        )


def _tells(word: str) -> bool:
    return len(word) >= _ROOT or word.isdigit()
