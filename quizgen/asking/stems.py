"""A stem with its fact and its article: what it says by itself, and what a lead would repeat or give away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.article import Article
from quizgen.asking.anchors import anchored, says_day, says_year
from quizgen.asking.comparing import by_another_name, shares_name, words_of
from quizgen.asking.telling import telling
from quizgen.facts import Fact, Slot
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar, words

if TYPE_CHECKING:
    import datetime

_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_BRACKETS = re.compile(r"\(.*?\)")
# A name, with or without a hyphen: *Sri Lanka*, *New-York*.
_NAMES = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w-]+(?: [A-ZÀ-ÖØ-Þ][\w-]+)*")
# So many words say enough of a statement without its article's topic.
_SHORT = 9
# The longest stem with its topic, in words; of a quotation the second.
_WITH_TOPIC = (27, 40)
# Words within which a stem says who acts.
_OPENING = 8
# The longest statement with a place and month before it, in words.
_LONGEST = 27
# Letters that the forms of a word share, and the share of either's words that the other may hold.
_ROOT, _REPEATED = 4, 0.5


@dataclass(frozen=True)
class Asking:
    """One stem with its fact and its answer."""

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
        named = not self.fact.needs_topic and anchored(self.matter, self.language)  # type: ignore[union-attr]
        return named and not self._reacts()

    def _reacts(self) -> bool:
        """*A parlé d'un « choc terrible » pour la France*: to what, only the headline says."""
        if self.fact.kind == "quote" or says_year(self.stem):
            return False
        said = self.said.lower().replace("’", "'")
        return any(f"{phrase} «" in said for phrase in words(self.language, "worth", "calling_it"))

    @cached_property
    def month(self) -> datetime.date | None:
        """The date whose month goes into the lead: none of another year's doings, nor of what asks for a date."""
        of_then = self.is_of_another_year() or self._is_of_a_life()
        return None if self.fact.kind == "date" or of_then else self.day

    def _is_of_a_life(self) -> bool:
        """*Il part apprendre le cinéma à Moscou*, under the news of his death: not in its month."""
        opens = self.article.opens_with(self.fact.sentence) or self.article.is_headline(self.fact.sentence)
        return self.fact.kind != "quote" and not opens and self.tells_a_life()

    @property
    def day(self) -> datetime.date | None:
        """The day whose month a lead says: of the news, and of words that of the article that reports them."""
        return self.article.date if self.fact.kind == "quote" else self.article.happened_on or self.article.date

    @cached_property
    def dated(self) -> bool:
        return self.month is None or says_year(self.said)

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
        found: str | None = grammar(self.language).chronicle(title, date, day=self.counts_victims)
        return found

    @property
    def counts_victims(self) -> bool:
        """*Au moins 39 morts*: true up to one day, and more on the next."""
        asked = getattr(self.fact, "asked", None)
        hedges = words(self.language, "quantities", "hedges")
        if isinstance(asked, Slot) and not asked.text.lower().startswith(tuple(f"{hedge} " for hedge in hedges)):
            return False
        noun = asked.noun if self.fact.kind == "quantity" and isinstance(asked, Slot) else None
        return noun is not None and noun.lower() in words(self.language, "worth", "victims")

    def has_room(self, lead: str) -> bool:
        longest = _WITH_TOPIC[self.fact.kind == "quote"]
        return not self.gives_answer(lead) and len(lead.split()) + len(self.stem.split()) <= longest

    def short(self, lead: str | None) -> str:
        """A lead that leaves a statement short enough; a quotation has its own limit."""
        fits = self.fact.kind == "quote" or len(words_of(f"{lead} {self.stem}")) <= _LONGEST
        return lead if lead is not None and fits else ""

    def is_of_now(self) -> bool:
        """A statement of the article's days that says no year: what the court found was done years before."""
        of_now = self.fact.kind == "quote" or bool(getattr(self.fact, "of_now", False))
        return of_now and not self.dated

    def is_news_of_its_day(self) -> bool:
        """*Qui a remporté le 20 avril 2008 l'élection présidentielle au Paraguay ?*: a piece of news and its day."""
        told = self.article.opens_with(self.fact.sentence) and self.fact.kind not in ("date", "quote")
        return told and says_day(self.stem, self.language)

    def is_of_another_year(self) -> bool:
        """A statement with a year that is not the article's: the article's month before it would contradict it."""
        asked = getattr(self.fact, "asked", None)
        value = asked.value if asked is not None and asked.type == "date" else None
        years = {found[0] for found in _DATED.finditer(self.said)} | ({value[:4]} if value else set())
        published = self.article.date
        return self.fact.kind != "quote" and published is not None and bool(years) and str(published.year) not in years

    def is_leader(self) -> bool:
        """A quotation of the head of a state or a member of a government: place and month are enough to it."""
        return self.speaker in words(self.language, "worth", "government") | words(
            self.language, "worth", "heads_of_states"
        )

    def measures_a_place(self) -> bool:
        """*Combien d'habitants le Portugal compte-t-il ?*: the news says nothing of it."""
        frame = getattr(self.fact, "frame", None)
        subject = frame.subject if frame is not None else None
        if self.fact.kind != "quantity" or subject is None or subject.type not in ("country", "city", "region"):
            return False
        counted = set(re.findall(r"\w+", frame.pieces[self.fact.piece].text.lower()))  # type: ignore[union-attr]
        return frame.tense == "Pres" and bool(counted & words(self.language, "lint", "of_a_place"))  # type: ignore[union-attr]

    def tells_a_life(self) -> bool:
        """An article on somebody's death: what it tells is of other places and times than the death."""
        said = {word.lower() for word in words_of(self.article.title or "")}
        return bool(said & words(self.language, "offices", "dying"))

    def is_tied(self) -> bool:
        """Whether a stem shares a word with the headline: it tells of the same."""
        return bool(telling(self.article.title or "") & telling(self.stem))

    def says(self, rubric: str) -> bool:
        """Whether a stem, or its answer, says what the rubric names by another name (*ONU*, *les Nations unies*)."""
        name = rubric.partition(" : ")[0].strip()
        named = by_another_name(name, f"{self.stem} {self.answer}", self.language)
        return named or shares_name(name, self.stem) or bool(telling(rubric) & telling(self.stem))

    def repeats(self, lead: str) -> bool:
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

    def is_elsewhere(self, rubric: str) -> bool:
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


def _tells(word: str) -> bool:
    return len(word) >= _ROOT or word.isdigit()
