"""What a question gets once it is chosen: its context line, tags, score and rank."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from quizgen.asking.ask import answer_slot
from quizgen.asking.candidate import Candidate
from quizgen.asking.comparing import by_another_name, fold, shares_name, words_of
from quizgen.extraction.names.expansions import expanded
from quizgen.extraction.times.finding import readable
from quizgen.knowledge import Country, Knowledge, Organisation
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar
from quizgen.questions import Question

_JOIN = " · "
_YEAR, _MONTH, _DAY = 4, 7, 10


def finish(candidate: Candidate, score: float, rank: int, knowledge: Knowledge) -> Question:
    """The question as it is exported."""
    return candidate.question.model_copy(
        update={
            "context": context_line(candidate),
            "tags": tags(candidate, knowledge),
            "score": round(score, 4),
            "rank": rank,
        }
    )


def context_line(candidate: Candidate) -> str:
    """Title, outlet and date as a reader of the language writes them; what would tell the answer is left out."""
    article = candidate.question.article
    title = article.title
    if title and (tells(candidate.question, title) or _spells_out(candidate, title)):
        title = None
    outlet = None if article.outlet and tells(candidate.question, article.outlet) else article.outlet
    return _JOIN.join(part for part in (title, outlet, _date(candidate)) if part)


def _spells_out(candidate: Candidate, title: str) -> bool:
    """Whether a headline has in full what the answer has in letters (*la CPI*), or the other way round."""
    said = set(words_of(candidate.question.answer))
    for start, found in expanded(candidate.text):
        short, full = found["short"], fold(candidate.text[start : found.start()]).strip(" ,")
        if short in said and full in fold(title):
            return True
        if full in fold(candidate.question.answer) and short in words_of(title):
            return True
    return False


def tells(question: Question, text: str) -> bool:
    """Whether a text names the answer or a word that identifies it."""
    folded = fold(text)
    forms = [form for form in (question.answer, *question.accepted) if len(form) > 1]
    if by_another_name(question.answer, text, question.language) or _of_its_people(question, text):
        return True
    if question.template.endswith("who-was-late") and (
        _calls_somebody(text, question.language) or _roots(question.answer) & _roots(text)
    ):
        return True  # *Le cinéaste X est mort* before *réalisateur français*, *Cyclisme : …* before *ancien cycliste*
    if question.kind == "role" and _root(question.answer) in {_root(word) for word in words_of(text)}:
        return True  # *Cyclisme : …* before *cycliste belge*
    return shares_name(question.answer, text) or any(f" {fold(form)} " in f" {folded} " for form in forms)


def _of_its_people(question: Question, text: str) -> bool:
    """*L'ancien président tchadien* above *le Tchad*."""
    known = load_knowledge(question.language)
    country = known.country_named(grammar(question.language).bare(question.answer))
    return country is not None and any(known.country_of_adjective(word) is country for word in words_of(text))


def _calls_somebody(text: str, language: str) -> bool:
    """Whether a headline says what somebody is."""
    gram = grammar(language)
    return any(word.islower() and gram.is_human(word) for word in words_of(text.replace("’", "' ").replace("'", "' ")))


def _root(text: str) -> str:
    """The first letters of a phrase, which other forms of its first word share."""
    return fold(text)[:_ROOT] if len(text) >= _ROOT else ""


def _roots(text: str) -> set[str]:
    return {_root(word) for word in words_of(text)} - {""}


_ROOT = 5


def written_date(date: datetime.date, precision: int, language: str) -> str:
    """*25 juin 2022*, *juin 2022* or *2022*. ``precision``: the length of the ISO form (10, 7, 4)."""
    value = date.isoformat()[:precision]
    bare: str = grammar(language).bare(readable(value, language) or value)
    return bare


def _date(candidate: Candidate) -> str | None:
    """The article's date, only as precise as does not answer a question for a date."""
    date = candidate.question.article.date
    if date is None:
        return None
    slot = answer_slot(candidate.fact, candidate.question.answer)
    asked = slot.value if slot is not None and slot.type == "date" and slot.value else None
    precision = next((p for p in (_DAY, _MONTH, _YEAR) if asked is None or not _answers(date, p, asked)), None)
    return None if precision is None else written_date(date, precision, candidate.question.language)


def _answers(date: datetime.date, precision: int, asked: str) -> bool:
    """Whether a date written so precisely gives away the date asked for (ISO, as precise as it is known)."""
    shared = min(_MONTH, precision, len(asked))
    if precision == _YEAR and len(asked) > _YEAR:
        return False
    return date.isoformat()[:shared] == asked[:shared]


def tags(candidate: Candidate, knowledge: Knowledge) -> tuple[str, ...]:
    """Kind, month of the article, and the countries and known organisations that answer or claim."""
    question = candidate.question
    found = {f"quizgen::kind::{question.kind}"}
    if question.article.date:
        found.add(f"quizgen::date::{question.article.date:%Y-%m}")
    found |= {f"quizgen::country::{_word(country.name.text)}" for country in countries(candidate, knowledge)}
    found |= {f"quizgen::topic::{_word(one.name.text)}" for one in organisations(candidate, knowledge)}
    return tuple(sorted(found))


def countries(candidate: Candidate, knowledge: Knowledge) -> Iterator[Country]:
    """The countries that are the answer, or that claim what is asked."""
    for name in _telling_names(candidate):
        country = knowledge.country_named(name)
        if country is not None:
            yield country


def organisations(candidate: Candidate, knowledge: Knowledge) -> Iterator[Organisation]:
    """The organisations of the knowledge base that are the answer, or that claim what is asked."""
    bare = grammar(candidate.question.language).bare
    for name in _telling_names(candidate):
        organisation = knowledge.organisation(name) or knowledge.organisation(bare(name))
        if organisation is not None:
            yield organisation


def _telling_names(candidate: Candidate) -> Iterator[str]:
    slot = answer_slot(candidate.fact, candidate.question.answer)
    names = (candidate.question.answer, slot.name if slot else None, candidate.question.attribution)
    yield from (name for name in names if name)


def _word(text: str) -> str:
    return "_".join(text.split())
