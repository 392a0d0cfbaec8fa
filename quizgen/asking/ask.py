"""Facts → questions through templates: pure, one question per template that fits."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import UndefinedError

from quizgen.article import Article
from quizgen.asking.compose import Composer
from quizgen.asking.filters import filters
from quizgen.asking.leads import lead_of
from quizgen.asking.templates import COMMON, Template, environment
from quizgen.facts import Fact, Slot
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
            topic = lead_of(fact, article, texts, self.language)
            if topic is not None:
                asked = _lower_first(texts[0], self.language) if topic else texts[0]
                yield _question(template, fact, article, self.language, topic, [asked, *texts[1:]], values), template


def _lower_first(stem: str, language: str) -> str:
    """A stem behind its topic: a question word has no capital there."""
    first = stem.split(" ", 1)[0].lower().split("'")[0].rstrip(",")
    return stem[:1].lower() + stem[1:] if first in words(language, "lint", "question_words") else stem


def _values(fact: Fact, article: Article, language: str) -> dict[str, Any]:
    module = grammar(language)
    values: dict[str, Any] = dict.fromkeys(COMMON)
    values |= {name: getattr(fact, name) for name in type(fact).model_fields}
    values["fact"] = fact
    values["lead"] = module.lead(fact.attribution) if fact.attribution else ""
    values["who"] = module.who(fact.speaker) if fact.kind == "quote" else ""
    if fact.kind == "quote" and module.heads_a_state(fact.speaker.noun or ""):
        values["who"] = module.ANYBODY  # *quel président biélorusse* would leave nothing to know
    values["month"] = module.month_phrase(article.date) if article.date else ""
    if "frame" in type(fact).model_fields:
        composer = Composer(fact.frame, fact.piece, fact.asked, language, values["lead"])  # type: ignore[union-attr]
        values |= {name: getattr(composer, name) for name in COMMON if hasattr(composer, name)}
    return values


def _question(
    template: Template,
    fact: Fact,
    article: Article,
    language: str,
    topic: str,
    texts: Sequence[str],
    values: Mapping[str, Any],
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
        stem=module.typography(module.capitalise(topic + stem)),
        topic=module.typography(module.capitalise(topic + _BLANK)).removesuffix(_BLANK) if topic else "",
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
