"""Who said what: quotations whose speaker is certain."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extraction.context import Context
from quizgen.extraction.kinds.acronym import sentence_at
from quizgen.facts import QuoteFact, Slot
from quizgen.languages.lexicon import grammar, lexicon
from quizgen.parsing.repair import repair


def find(context: Context) -> Iterator[QuoteFact]:
    """Quotations with a named speaker, long enough to mean something and short enough to read."""
    article = context.parsed.article
    for quote in context.quotes:
        speaker = quote.speaker
        if speaker is None or not quote.certain or quote.incise is not None or not 5 <= len(quote.text.split()) <= 26:
            continue
        paragraph = next((p for p in reversed(context.parsed.paragraphs) if p.start <= quote.start), None)
        if paragraph is None:
            continue
        sentence = sentence_at(paragraph, quote.start - paragraph.start)
        words = repair(quote.text).strip(" ,.")
        if sentence is None or not grammar(context.language).quotable(words):
            continue
        if words[:1].islower() and not _introduced(article.text[: quote.start], context.language):
            continue
        known = [m for m in context.mentions.items if m.name == speaker.resolved]
        if known and known[0].type == "person":
            kind = "person"
        elif speaker.kind == "organisation" and known:
            kind = "organisation"
        else:
            continue
        yield QuoteFact(
            rule=f"quote-{quote.kind}",
            sentence=sentence,
            speaker=Slot(text=speaker.resolved, type=kind, start=speaker.start, end=speaker.end, name=speaker.resolved),
            words=Slot(text=words, type="words", start=quote.words_start, end=quote.words_end),
            cue=quote.cue or "",
            fragment=quote.kind == "fragment",
        )


def _introduced(before: str, language: str) -> bool:
    """Whether quoted words without a capital are a whole clause: a conjunction or a colon stands before them."""
    tail = before.rstrip().lower().replace("’", "'")
    return (
        tail.endswith((":", ","))
        or tail.split()[-1:] != []
        and tail.split()[-1] in lexicon(language, "quotable")["introducing"]
    )
