"""Facts → questions through templates: pure, one question per template that fits."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import UndefinedError

from quizgen.article import Article
from quizgen.asking.compose import Composer
from quizgen.asking.filters import filters
from quizgen.asking.lint import anchored, by_another_name, question_part, shares_name, words_of
from quizgen.asking.measured import measures
from quizgen.asking.telling import telling
from quizgen.asking.templates import COMMON, Template, environment
from quizgen.facts import Fact, Slot
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar, words
from quizgen.questions import ArticleRef, Evidence, Question

_BLANK = "\u2026"


class Asker:
    """The templates of one language, compiled once."""

    def __init__(self, templates: Sequence[Template], language: str) -> None:
        self.language = language
        self.templates = templates
        self._env = environment()
        self._env.filters.update(filters(language))
        self._compiled = {
            template.id: (
                self._env.compile_expression(template.when),
                self._env.from_string(template.stem),
                self._env.from_string(template.answer),
                [self._env.from_string(text) for text in template.accepted],
            )
            for template in templates
        }

    def ask(self, fact: Fact, article: Article) -> Iterator[tuple[Question, Template]]:
        """Every question that the templates of the fact's kind make of it, best template first."""
        values = _values(fact, article, self.language)
        for template in self.templates:
            if template.kind != fact.kind:
                continue
            when, stem, answer, accepted = self._compiled[template.id]
            if not when(**values):
                continue
            try:
                texts = [stem.render(values), answer.render(values), *(a.render(values) for a in accepted)]
            except UndefinedError:
                continue
            topic = topic_lead(fact, article, texts, self.language)
            if topic is not None:
                whole = topic + (_lower_first(texts[0], self.language) if topic else texts[0])
                yield _question(template, fact, article, self.language, [whole, *texts[1:]], values), template


def _lower_first(stem: str, language: str) -> str:
    """A stem behind its topic: a question word has no capital there."""
    first = stem.split(" ", 1)[0].lower().split("'")[0].rstrip(",")
    return stem[:1].lower() + stem[1:] if first in words(language, "lint", "question_words") else stem


def topic_lead(fact: Fact, article: Article, texts: Sequence[str], language: str) -> str | None:
    """The headline and month that a stem needs before it to be understood; empty where it needs none.

    None where it needs one and cannot have it: no headline, a long one, or one that gives the answer.
    """
    if article.is_headline(fact.sentence):
        return _chronicle(fact, article, language)
    if fact.kind == "acronym":
        return _field(fact, article, texts, language)
    if "needs_topic" not in type(fact).model_fields:
        return ""
    stem, answer = texts[0], texts[1]
    if fact.attribution is not None:
        stem = stem.replace(fact.attribution.text, "")
    matter = stem[stem.find("«") :] if fact.kind == "quote" else stem
    alone = not fact.needs_topic and anchored(matter, language)  # type: ignore[union-attr]
    # The month of a date asked for would answer it.
    month = None if fact.kind == "date" or _of_another_year(fact, article, stem) else article.date
    dated = month is None or _DATED.search(stem) is not None
    if alone and fact.kind != "date" and article.title and _gives_answer(answer, article.title, language):
        rubric = _rubric(fact, article, stem, answer, language)
        if rubric:
            return rubric
    if month is None and alone:
        return _state(fact, article, language) or _country(fact, article, stem, answer, language)
    if alone and (fact.kind == "quote" or (dated and len(words_of(stem)) >= _SHORT)):
        return _state(fact, article, language)
    if alone and fact.kind == "date":
        return ""
    if month is not None and anchored(matter, language) and _measures_a_place(fact, language):
        return str(grammar(language).chronicle(None, month) or "")
    if alone and len(words_of(stem)) >= _SHORT:
        when = _when(fact, article, texts[0], answer, language)
        if when:
            return when  # readers dislike a headline before a statement that tells what it is about
    if fact.kind == "quote" and not fact.needs_topic and _is_leader(fact, language):
        when = grammar(language).chronicle(article.title, article.date) or ""
        return "" if "," not in when or _gives_answer(answer, when, language) else when
    lead: str | None = grammar(language).topic(article.title, month) if article.date is not None else None
    if lead is not None and _repeats(stem, lead):
        if alone:
            return _when(fact, article, texts[0], answer, language)
        bare = grammar(language).chronicle(None, article.date)
        lead = grammar(language).chronicle(article.title, None if dated else article.date) or bare
        if dated and shares_name(lead or "", stem):
            lead = ""  # *Colombie : … élection présidentielle en Colombie*
    if lead is not None and not _gives_answer(answer, lead, language):
        if len(lead.split()) + len(texts[0].split()) <= _WITH_TOPIC[fact.kind == "quote"]:
            return lead
    if not alone:
        stands = fact.kind == "quote" and not fact.needs_topic
        if not stands:
            return None
        return _state(fact, article, language) or _rubric(fact, article, stem, answer, language)
    return _when(fact, article, texts[0], answer, language)


def _rubric(fact: Fact, article: Article, stem: str, answer: str, language: str) -> str:
    """What stands before the colon of a headline that no card may show, for it gives the answer (*Leixões : …*).

    Before a quotation with the month; before a short statement that shares no word with the headline.
    """
    quote = fact.kind == "quote"
    tied = len(words_of(stem)) >= _TELLS_ENOUGH or telling(article.title or "") & telling(question_part(stem))
    if not quote and tied:
        return ""
    lead: str | None = grammar(language).chronicle(article.title, None)
    if lead is None or shares_name(lead, stem) or _gives_answer(answer, lead, language):
        return ""
    dated = grammar(language).chronicle(article.title, article.date if quote else None)
    return dated if dated and not _gives_answer(answer, dated, language) else ""


def _measures_a_place(fact: Fact, language: str) -> bool:
    """*Combien d'habitants le Portugal compte-t-il ?*: the news says nothing of it."""
    frame = getattr(fact, "frame", None)
    subject = frame.subject if frame is not None else None
    if fact.kind != "quantity" or subject is None or subject.type not in ("country", "city", "region"):
        return False
    counted = set(re.findall(r"\w+", frame.pieces[fact.piece].text.lower()))  # type: ignore[union-attr]
    return frame.tense == "Pres" and bool(counted & words(language, "lint", "of_a_place"))  # type: ignore[union-attr]


def _of_another_year(fact: Fact, article: Article, stem: str) -> bool:
    """Whether a statement names a year and not the article's: the article's month before it would contradict it."""
    asked = getattr(fact, "asked", None)
    value = asked.value if asked is not None and asked.type == "date" else None
    years = {found[0] for found in _DATED.finditer(stem)} | ({value[:4]} if value else set())
    return fact.kind != "quote" and article.date is not None and bool(years) and str(article.date.year) not in years


def _gives_answer(answer: str, lead: str, language: str) -> bool:
    return shares_name(answer, lead) or by_another_name(answer, lead, language)


def _when(fact: Fact, article: Article, stem: str, answer: str, language: str) -> str:
    """The place and month before a statement that stands alone but says no year; nothing where that is not sure."""
    if not getattr(fact, "of_now", False) or fact.kind == "date" or _DATED.search(stem) or measures(fact, language):
        return ""
    said = f" {stem.lower()} "
    if any(f" {word} " in said for word in words(language, "wording", "defining")):
        return ""  # *X est une compétition organisée par …*: not of a month
    lead: str | None = grammar(language).chronicle(article.title, article.date)
    in_a_country = fact.kind == "location" and fact.asked.type == "country"
    if lead is not None and (shares_name(lead.partition(",")[0], stem) or in_a_country):
        # *Carlos Ghosn, novembre 2018 : … Carlos Ghosn*; *France, décembre 2016 : X est mort en [pays]*
        lead = grammar(language).chronicle(None, article.date)
    return "" if lead is None or _gives_answer(answer, lead, language) else lead


def _field(fact: Fact, article: Article, texts: Sequence[str], language: str) -> str:
    """The place and month before an acronym, which may stand for other things elsewhere."""
    lead: str | None = grammar(language).chronicle(article.title, article.date)
    if lead is None or "," not in lead or any(_gives_answer(text, lead, language) for text in texts[1:]):
        return ""
    return lead


def _country(fact: Fact, article: Article, stem: str, answer: str, language: str) -> str:
    """The headline's country before what is told of another year and names nothing (*quel général … en 1973*)."""
    lead: str | None = grammar(language).chronicle(article.title, None)
    if lead is None or fact.kind in ("quote", "date", "location"):
        return ""
    knowledge = load_knowledge(language)
    if knowledge.country_named(lead.partition(":")[0].strip()) is None or _gives_answer(answer, lead, language):
        return ""
    found = words_of(stem)
    named = any(knowledge.country_of_adjective(word) or word[:1].isupper() for word in found[1:])
    return "" if named else lead


def _is_leader(fact: Fact, language: str) -> bool:
    """Whether a quotation is of the head of a state or a member of a government: place and month are enough to it."""
    speaker = getattr(fact, "speaker", None)
    first = ((speaker.noun if isinstance(speaker, Slot) else None) or "").split(" ", 1)[0].lower()
    return first in words(language, "worth", "government") | words(language, "worth", "heads_of_states")


def _state(fact: Fact, article: Article, language: str) -> str:
    """The place and month before a quotation of an office whose state is not said (*quel ministre de la Santé*)."""
    speaker = getattr(fact, "speaker", None)
    noun = (speaker.noun or "") if fact.kind == "quote" and isinstance(speaker, Slot) else ""
    first = noun.split(" ", 1)[0].lower()
    if first not in words(language, "worth", "government") or " : " not in (article.title or ""):
        return ""
    lead: str | None = grammar(language).chronicle(article.title, article.date)
    return lead or ""


def _repeats(stem: str, lead: str) -> bool:
    """Whether a question and its topic say the same for the most part: the place and month before it are enough."""
    said, asked = ({w[:_ROOT] for w in words_of(text.lower()) if _tells(w)} for text in (lead, stem))
    if not asked or len(said & asked) > _REPEATED * len(asked):
        return bool(asked)
    statement = words_of(_BRACKETS.sub("", lead))
    if any(word[:1].isupper() and word.lower()[:_ROOT] not in asked for word in statement[1:]):
        return False  # a name that only the topic says
    topic = {word.lower()[:_ROOT] for word in statement if len(word) >= _ROOT or word in stem.split()}
    return len(topic & asked) >= _REPEATED * len(topic)


def _tells(word: str) -> bool:
    return len(word) >= _ROOT or word.isdigit()


# Letters that the forms of a word share, and the share of either's words that the other may hold.
_ROOT, _REPEATED = 4, 0.5
_BRACKETS = re.compile(r"\(.*?\)")


def _chronicle(fact: Fact, article: Article, language: str) -> str | None:
    """The place and month before what a headline states, as a chronicle has them; None where they answer."""
    lead: str | None = grammar(language).chronicle(article.title, article.date)
    asked = getattr(fact, "asked", None)
    if lead is None or asked is None:
        return None
    return None if shares_name(asked.text, lead) or by_another_name(asked.text, lead, language) else lead


_DATED = re.compile(r"\b(?:19|20)\d\d\b")
# So many words say enough of a statement without its article's topic, and without what it is about.
_SHORT, _TELLS_ENOUGH = 9, 12
# The longest stem with its topic, in words; of a quotation the second.
_WITH_TOPIC = (32, 38)


def _values(fact: Fact, article: Article, language: str) -> dict[str, Any]:
    module = grammar(language)
    values: dict[str, Any] = dict.fromkeys(COMMON)
    values |= {name: getattr(fact, name) for name in type(fact).model_fields}
    values["fact"] = fact
    values["lead"] = module.lead(fact.attribution) if fact.attribution else ""
    values["who"] = module.who(fact.speaker) if fact.kind == "quote" else ""
    if fact.kind == "quote" and module.heads_a_state(fact.speaker.noun or "") and anchored(fact.words.text, language):
        values["who"] = module.ANYBODY  # *quel président biélorusse* would leave nothing to know
    values["month"] = module.month_phrase(article.date) if article.date else ""
    if "frame" in type(fact).model_fields:
        composer = Composer(fact.frame, fact.piece, fact.asked, language, values["lead"])  # type: ignore[union-attr]
        values |= {name: getattr(composer, name) for name in COMMON if hasattr(composer, name)}
    return values


def _question(
    template: Template, fact: Fact, article: Article, language: str, texts: Sequence[str], values: Mapping[str, Any]
) -> Question:
    module = grammar(language)
    stem, answer, *accepted = texts
    asked = answer_slot(fact, answer)
    extra = [*accepted, *(asked.accepted if asked else ()), *module.variants(asked, answer)]
    return Question(
        id=question_id(template, fact, article),
        template=template.id,
        kind=fact.kind,
        style=template.style,
        stem=module.typography(module.capitalise(stem)),
        answer=module.typography(answer) if "«" in answer else answer,
        accepted=tuple(dict.fromkeys(a for a in extra if a and a != answer)),
        hint=values.get("hint") if template.style == "cloze" else None,
        attribution=fact.attribution.text
        if fact.attribution
        else getattr(getattr(fact, "speaker", None), "text", None),
        language=language,
        evidence=_evidence(fact, article, asked),
        article=ArticleRef(
            id=article.id, title=article.title, outlet=article.outlet, url=article.url, date=article.date
        ),
    )


def answer_slot(fact: Fact, answer: str) -> Slot | None:
    """The slot of the fact that the answer is."""
    asked = getattr(fact, "asked", None)
    if isinstance(asked, Slot):
        return asked
    slots = (getattr(fact, name) for name in type(fact).model_fields)
    found = [slot for slot in slots if isinstance(slot, Slot)]
    return next((slot for slot in found if slot.text == answer), None) or next(
        (slot for slot in found if slot.text in answer or answer in slot.text), None
    )


def _evidence(fact: Fact, article: Article, asked: Slot | None) -> Evidence:
    start, end = fact.sentence.start, fact.sentence.end
    inside = (
        asked is not None
        and asked.start is not None
        and asked.end is not None
        and start <= asked.start
        and asked.end <= end
    )
    return Evidence(
        text=article.text[start:end],
        start=start,
        end=end,
        answer_start=asked.start if inside and asked else None,
        answer_end=asked.end if inside and asked else None,
    )


def question_id(template: Template, fact: Fact, article: Article) -> str:
    """A hash of the template's id and the slots the question shows; never of its wording or its answer.

    A question that shows a month has its year among them where the answer changes with time: who held an office in
    another year is another card. Not the month: an office would be asked anew for every article that tells of it.
    """
    given: dict[str, Any] = {}
    for name in template.given:
        if name == "frame":
            given["frame"] = _frame_key(fact)
        elif name == "year":
            given["year"] = article.date.year if article.date is not None else None
        else:
            slot = getattr(fact, name)
            given[name] = slot.name or slot.text if isinstance(slot, Slot) else str(slot)
    canonical = json.dumps([template.id, given], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def _frame_key(fact: Fact) -> list[str]:
    frame, asked, piece = fact.frame, fact.asked, fact.piece  # type: ignore[union-attr]
    return [p.text.replace(asked.text, _BLANK) if i == piece else p.text for i, p in enumerate(frame.pieces)] + (
        [fact.attribution.text] if fact.attribution else []
    )
