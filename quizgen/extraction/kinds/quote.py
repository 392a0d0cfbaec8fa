"""Who said what: quotations whose speaker is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.kinds.acronym import sentence_at
from quizgen.extraction.quotes.finding import Quote, Speaker
from quizgen.extraction.roles.called import functions
from quizgen.facts import QuoteFact, Slot
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.repair import repair

_SHORTEST, _LONGEST = 5, 26
# How far before a quotation its speaker's name may stand, in characters, and still be shown with it.
_NEAR = 500


def find(context: Context) -> Iterator[QuoteFact]:
    """Quotations with a named speaker; of long ones the first sentences that stand by themselves."""
    called = functions(context)
    for quote in context.quotes:
        fact = _fact(quote, called, context)
        if fact is not None:
            yield fact


def _fact(quote: Quote, called: dict[str, str], context: Context) -> QuoteFact | None:
    speaker = _speaker(quote, called, context)
    if speaker is None:
        return None
    quoted = repair(context.parsed.article.text[quote.words_start : quote.words_end])
    if not _is_whole(quote, quoted, context) or not _is_said_now(quote, context):
        return None
    found = grammar(context.language).passage(quoted, _SHORTEST, _LONGEST)
    if found is None:
        return None
    first, last, standing = found
    start, end = quote.words_start + first, quote.words_start + last
    said = quoted[first:last].strip(" ,").removesuffix(".")
    evidence = _evidence(quote, start, end, context)
    if evidence is None or _greets(said, context) or _takes_up(start, end, context):
        return None
    return QuoteFact(
        rule=f"quote-{quote.kind}",
        sentence=evidence,
        speaker=speaker,
        words=Slot(text=said, type="words", start=start, end=end),
        cue=quote.cue or "",
        fragment=quote.kind == "fragment",
        needs_topic=standing != "alone",
    )


def _speaker(quote: Quote, called: dict[str, str], context: Context) -> Slot | None:
    """Who said the words, as an answer; None where that is not certain."""
    speaker = quote.speaker
    if speaker is None or not quote.certain or quote.incise is not None:
        return None
    kind = _kind(speaker, context)
    if kind is None:
        return None
    name, is_person = speaker.resolved, kind == "person"
    return Slot(
        text=_text(name, context),
        type=kind,
        start=speaker.start,
        end=speaker.end,
        name=name,
        gender=grammar(context.language).person_gender(name) if is_person else None,
        noun=called.get(name) if is_person else None,
    )


def _is_whole(quote: Quote, quoted: str, context: Context) -> bool:
    """Whether the quoted words lack nothing that stands before the mark, and say something."""
    before = context.parsed.article.text[: quote.start]
    if quoted.strip()[:1].islower() and not _introduced(before, context.language):
        return False
    return not _behind_determiner(before, context.language) and _has_verb(quote, context)


def _is_said_now(quote: Quote, context: Context) -> bool:
    """Whether the article tells that the words were said, and in its own days."""
    return not _denied(context.parsed.article.text, quote.start, context) and not _said_before(quote, context)


def _takes_up(start: int, end: int, context: Context) -> bool:
    """*« Nous allons le récupérer »*: an object pronoun, and no noun before it that it could stand for."""
    pronouns = words(context.language, "quotable", "taken_up")
    for paragraph in context.parsed.paragraphs:
        said = [t for t in paragraph.doc if start <= paragraph.start + t.idx < end]
        for at, token in enumerate(said):
            taken = token.pos_ == "PRON" and token.dep_ in ("obj", "iobj") and token.text.lower() in pronouns
            if taken and not any(t.pos_ in ("NOUN", "PROPN") for t in said[:at]):
                return True
    return False


def _kind(speaker: Speaker, context: Context) -> str | None:
    """What kind of thing the speaker is; None where the name is not sure."""
    if context.knowledge.country_of_adjective(speaker.resolved.split()[-1]) is not None and " " not in speaker.resolved:
        return None  # *le Serbe*: somebody
    known = [m for m in context.mentions.items if m.name == speaker.resolved]
    if known and known[0].type == "person":
        return "person" if " " in speaker.resolved else None
    named = any(word[:1].isupper() for word in speaker.resolved.split()[1:])
    return "organisation" if speaker.kind == "organisation" and (known or named) else None


def _text(name: str, context: Context) -> str:
    """The speaker as an answer: without the capital that an article has from beginning a sentence."""
    first = name.split(" ", 1)[0].split("'", 1)[0].lower()
    return name[:1].lower() + name[1:] if first in words(context.language, "wording", "articles") else name


def _evidence(quote: Quote, start: int, end: int, context: Context) -> Span | None:
    """The sentences that hold the words and the name of who said them; None where the name is far away."""
    assert quote.speaker is not None
    spans = [_sentence(at, context) for at in (start, max(start, end - 1))]
    if quote.speaker.text:
        spans.append(_sentence(quote.speaker.start, context))
    last = quote.speaker.resolved.rsplit(" ", 1)[-1].lower()
    if last not in quote.speaker.text.lower():
        named = [m for m in context.mentions.items if m.name == quote.speaker.resolved and m.start < start]
        if not named or start - named[-1].start > _NEAR:
            return None
        spans.append(_sentence(named[-1].start, context))
    found = [span for span in spans if span is not None]
    return Span(start=min(s.start for s in found), end=max(s.end for s in found)) if found else None


def _sentence(offset: int, context: Context) -> Span | None:
    paragraph = next((p for p in reversed(context.parsed.paragraphs) if p.start <= offset), None)
    return sentence_at(paragraph, offset - paragraph.start) if paragraph is not None else None


def _denied(text: str, start: int, context: Context) -> bool:
    """*A démenti avoir dit que « … »*, *n'a pas dit que « … »*: words that somebody did not say, or says of another."""
    sentence = _sentence(start, context)
    before = text[sentence.start if sentence is not None else start : start].lower().replace("’", "'")
    said = before.replace("'", "' ").split()
    halves = lexicon(context.language, "clauses")["negation"]
    negated = any(half in said for half in halves["first"]) and any(half in said for half in halves["second"])
    return negated or any(word in words(context.language, "quotable", "denying") for word in said)


def _greets(said: str, context: Context) -> bool:
    first = re.match(r"\w+", said)
    return first is not None and first[0].lower() in words(context.language, "quotable", "greeting")


def _said_before(quote: Quote, context: Context) -> bool:
    """*Avait déploré avant le week-end X*: before the article's own days, and when, nothing tells."""
    if quote.cue_start is None:
        return False
    text = context.parsed.article.text
    near = [*text[: quote.cue_start].split()[-_NEAR_WORDS:], *text[quote.cue_start : quote.cue_end].split()]
    return any(word.lower() in words(context.language, "quotable", "earlier") for word in near)


# Words between an auxiliary and its participle, the auxiliary among them (*avait déjà dit*).
_NEAR_WORDS = 2


def _has_verb(quote: Quote, context: Context) -> bool:
    """A finite verb within: without one, quoted words may be a name or a term (*le drone « Kestrel »*)."""
    inside = (
        token
        for paragraph in context.parsed.paragraphs
        if paragraph.start < quote.words_end and quote.words_start < paragraph.start + len(paragraph.doc.text)
        for token in paragraph.doc
        if quote.words_start <= paragraph.start + token.idx < quote.words_end
    )
    return any("Fin" in token.morph.get("VerbForm", []) for token in inside)


def _behind_determiner(before: str, language: str) -> bool:
    """*Les « Français sont pris en otage »*: the quoted words lack the one before the mark."""
    last = before.replace("’", "'").rstrip().lower().split()[-1:]
    return bool(last) and last[0] in words(language, "quotable", "leaning")


def _introduced(before: str, language: str) -> bool:
    """Whether quoted words without a capital are a whole clause: a conjunction or a colon stands before them."""
    tail = before.rstrip().lower().replace("’", "'")
    return (
        tail.endswith((":", ","))
        or tail.split()[-1:] != []
        and tail.split()[-1] in lexicon(language, "quotable")["introducing"]
    )
