"""What the body of an article says of what its headline states: the sentence that a card shows as its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.state_bodies import OF_A_STATE
from quizgen.extraction.times.dating import DAY, tells_of_another_month
from quizgen.facts import Fact, Slot
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.parsed import Paragraph
from quizgen.questions import Evidence

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

# Letters that the forms of a word share (*lance*, *lancé*).
_ROOT = 4


def supporting(fact: Fact, context: Context) -> Evidence | None:
    """The sentence of the body that holds the answer to a headline's question and most of its other words.

    None where no sentence holds the answer and one word more: the headline alone is no source.
    """
    asked = getattr(fact, "asked", None)
    article = context.parsed.article
    if not isinstance(asked, Slot):
        return None
    headline = fact.sentence.of(article.text)
    telling = roots(headline) - roots(asked.text)
    best: tuple[int, Evidence] | None = None
    for paragraph in context.parsed.paragraphs:
        if article.headline is not None and paragraph.start >= article.headline.start:
            continue
        for sentence in paragraph.doc.sents:
            shared = len(telling & roots(sentence.text))
            if _hedges_more(sentence, paragraph, asked, context):
                continue
            if shared and (best is None or shared > best[0]):
                placed = fact.kind == "location" and fact.rule != OF_A_STATE
                found = _evidence(sentence, paragraph.start, asked, context, placed=placed)
                best = (shared, found) if found is not None else best
    if best is None or best[0] < min(len(telling), _LEAST * len(telling), _OPENING_WORDS) or _of_another_month(context):
        return None
    if best[0] < _LEAST * len(telling) and best[1].start >= _opening(context):
        return None
    if _tells_of_then(best[1], context) or _is_open_toll(asked, context):
        return None
    return best[1]


# The share of a headline's other telling words that a sentence must say; one of the opening paragraph, so many words.
_LEAST, _OPENING_WORDS = 0.4, 1


def _hedges_more(sentence: DocSpan, paragraph: Paragraph, asked: Slot, context: Context) -> bool:
    """The body says it with a doubt (*serait*, *au moins sept*) that the headline leaves out."""
    headline = context.parsed.article.headline
    said = context.parsed.article.text[headline.start :].lower() if headline is not None else ""
    root = sentence.root
    doubted = any("Cnd" in t.morph.get("Mood", []) for t in (root, *root.children))
    if doubted and not any(
        "Cnd" in t.morph.get("Mood", [])
        for p in context.parsed.paragraphs
        if headline is not None and p.start >= headline.start
        for t in p.doc
    ):
        return True
    if any(_hedges(number, sentence.text, said, context) for number in _NUMBER.findall(said)):
        return True
    if not asked.type.startswith("number"):
        return False
    told = _spaced(sentence.text)
    if any(word in told and word not in said for word in lexicon(context.language, "quantities")["provisional"]):
        return True
    bare = grammar(context.language).bare(asked.text).lower()
    behind = words(context.language, "quantities", "trailing_hedges")
    return _is_doubted(bare, told, said, context) or any(
        hedge not in said and re.search(rf"(?<!\w){re.escape(bare)} \w+ {hedge}(?!\w)", told) for hedge in behind
    )


def _is_open_toll(asked: Slot, context: Context) -> bool:
    """*Cinq morts dans le naufrage*, while others are missing: the toll of that day is not that of the event."""
    tolls = words(context.language, "quantities", "tolls")
    text = context.parsed.article.text.lower()
    rising = lexicon(context.language, "quantities")["rising_tolls"]
    return (asked.noun or "").lower() in tolls and any(phrase in text for phrase in rising)


_NUMBER = re.compile(r"\d+(?:[\s.,]\d+)*")


def _hedges(number: str, sentence: str, headline: str, context: Context) -> bool:
    """*100 000 manifestants*, of which the body says *environ 100 000*."""
    return _is_doubted(re.sub(r"\s+", " ", number), _spaced(sentence), headline, context)


def _is_doubted(number: str, told: str, headline: str, context: Context) -> bool:
    quantities = lexicon(context.language, "quantities")
    hedges = (*quantities["hedges"], *quantities["doubts"])
    return any(f"{hedge} {number}" in told and hedge not in headline for hedge in hedges)


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower().replace("’", "'"))


def _tells_of_then(evidence: Evidence, context: Context) -> bool:
    """The body's sentence dates the matter in another year (*en 2009*), or on a day of another month."""
    date = context.parsed.article.date
    if date is None:
        return False
    times = context.times_in(evidence.start, evidence.end)
    years = {t.value[:4] for t in times if t.value[:4].isdigit()}
    months = {t.value[:_MONTH] for t in times if DAY.match(t.value)}
    return bool(years) and str(date.year) not in years or bool(months) and date.isoformat()[:_MONTH] not in months


def _of_another_month(context: Context) -> bool:
    """The body dates the matter, its first paragraph before all, and not in the article's month, which a card says."""
    article = context.parsed.article
    if article.date is None:
        return False
    told = [t.value[:_MONTH] for t in context.times_in(0, _opening(context)) if DAY.match(t.value)]
    return tells_of_another_month(context) if not told else article.date.isoformat()[:_MONTH] not in told


_MONTH = 7


def _opening(context: Context) -> int:
    first = context.parsed.paragraphs[0]
    return first.start + len(first.doc.text)


def roots(text: str) -> set[str]:
    """The first letters of the words that tell something: of four letters or more, numbers, acronyms."""
    found = re.findall(r"\w+", text)
    return {w.lower()[:_ROOT] for w in found if len(w) >= _ROOT or w[0].isdigit() or (w.isupper() and len(w) > 1)}


def _evidence(sentence: DocSpan, offset: int, asked: Slot, context: Context, *, placed: bool) -> Evidence | None:
    """``placed``: only where the sentence says that something is there (*à Paris*, not *l'accord de Paris*)."""
    article = context.parsed.article
    start = offset + sentence.start_char
    end = start + len(sentence.text.rstrip())
    text = article.text[start:end]
    for form in _forms(asked, context.language):
        for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            if asked.type == "person" and " " not in form and not _may_be(asked, text[: found.start()]):
                continue
            if placed and (
                _is_of_a_noun(text[: found.start()], context) or _is_one_place(text[found.end() :], context)
            ):
                continue
            if asked.type == "number:money" and _is_of_a_nation(text[found.end() :], context):
                continue
            if asked.type == "person" and asked.number == "s" and _is_one_of_two(sentence, found.start(), found.end()):
                continue
            return Evidence(
                text=text, start=start, end=end, answer_start=start + found.start(), answer_end=start + found.end()
            )
    return None


def _is_of_a_nation(behind: str, context: Context) -> bool:
    """*3 milliards de dollars* | *canadiens*: the headline says less."""
    found = re.match(r"\s+(\w+)", behind)
    return found is not None and context.knowledge.country_of_adjective(found[1]) is not None


def _is_one_place(behind: str, context: Context) -> bool:
    """*À Porto* | *et dans d'autres villes*: the headline names one of several places."""
    found = re.match(r"\s+(\w+)\s+(\w+)", behind)
    joined = found is not None and found[1] in words(context.language, "clauses", "and")
    return joined and found is not None and found[2] in words(context.language, "clauses", "place")


def _is_of_a_noun(before: str, context: Context) -> bool:
    """*L'accord de* | *Paris*: the name of a text, which tells only where it was once signed."""
    said = before.replace("’", "'").replace("'", "' ").split()
    while said and said[-1].lower().rstrip("'") in words(context.language, "wording", "articles"):
        said.pop()
    if len(said) < _WITH_NOUN or said[-1].lower() not in words(context.language, "clauses", "of"):
        return False
    return bool(grammar(context.language).noun_class(said[-2].lower()) == "work")


# A noun and the preposition behind it.
_WITH_NOUN = 2


def _is_one_of_two(sentence: DocSpan, left: int, right: int) -> bool:
    """*A été inauguré par X et Y*: the body names two where the headline has one."""
    start = sentence.start_char
    named = [t for t in sentence if left <= t.idx - start < right]
    inside = {t.i for t in named}
    for token in named:
        joined = (c for c in token.children if c.dep_ == "conj" and c.i not in inside)
        if any(c.pos_ in ("PROPN", "NOUN") and any(g.dep_ == "cc" for g in c.children) for c in joined):
            return True
        if token.dep_ == "conj" and token.head.i not in inside and token.head.pos_ in ("PROPN", "NOUN"):
            return True
    return False


def _may_be(asked: Slot, before: str) -> bool:
    """Whether a family name can be the person's: no other first name stands before it (*Brigitte Troadec*)."""
    first = re.search(r"([A-ZÀ-Þ][\w-]+) $", before)
    return first is None or first[1] in (asked.name or asked.text).split()


def _forms(asked: Slot, language: str) -> list[str]:
    """How the body may write the answer: whole, without its article, a person by the family name."""
    bare = [grammar(language).bare(form) for form in (asked.text, asked.name or "") if form]
    family = [bare[0].rsplit(" ", 1)[-1]] if asked.type == "person" else []
    people = _peoples(asked, language) if asked.type == "country" and asked.start is None else []
    return list(dict.fromkeys((asked.text, *bare, *family, *people, *_turned(asked.text))))


def _peoples(asked: Slot, language: str) -> list[str]:
    """*Islandais*, *islandaise*: what tells of a country that no word of the headline's statement names."""
    country = load_knowledge(language).country_named(asked.name or asked.text)
    forms = [form for four in country.adjectives for form in four] if country is not None else []
    return [*forms, *(form.capitalize() for form in forms)]


def _turned(text: str) -> list[str]:
    """*L'Espagne et le Portugal* → *le Portugal et l'Espagne*, where it is two things."""
    halves = _PAIR.fullmatch(text)
    return [f"{halves['b']} {halves['and']} {halves['a']}"] if halves else []


_PAIR = re.compile(r"(?P<a>[^,]+?) (?P<and>et|and) (?P<b>[^,]+)")
