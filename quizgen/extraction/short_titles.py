"""A long headline cut to what matters: *Leixões sacré champion, ses rivaux protestent* → *Leixões sacré champion*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.languages.lexicon import grammar, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# The fewest words that say what happened.
_LEAST = 4
_OPENING, _CLOSING = frozenset("«“("), frozenset("»”)")


def shortened(context: Context) -> str | None:
    """The title with the part of its statement that has its verb, the rubric before it as it was.

    What stands before its first comma, or behind it where a phrase comes first (*Après un an, X quitte Y*), or both
    ends of a statement that commas interrupt. None where nothing can go: no comma, no verb in what would stay, or the
    speaker in what would go (*X étend le retrait, promet son président*).
    """
    article = context.parsed.article
    if article.headline is None or article.title is None:
        return None
    paragraph = context.parsed.paragraphs[-1]
    statement = paragraph.doc.text.strip()
    parts = _parts(paragraph.doc[:])
    if len(parts) < 2 or statement not in article.title:
        return None
    kept = _kept(parts)
    if kept is None or _gives_up_a_speaker([part for part in parts if part not in kept], context.language):
        return None
    said = " ".join(part.text.strip() for part in kept)
    return article.title.replace(statement, said) if len(said.split()) >= _LEAST else None


def event_named(context: Context) -> str | None:
    """The event that a headline names, with its rubric: *Portugal : naufrage d'un chalutier au large de Leixões*.

    The innermost noun phrase whose noun is an event and that says a name; None without one.
    """
    article = context.parsed.article
    if article.headline is None or article.title is None:
        return None
    doc = context.parsed.paragraphs[-1].doc
    found = [phrase for token in doc if (phrase := _event(token, context.language)) is not None]
    statement = doc.text.strip()
    if not found or statement not in article.title:
        return None
    return article.title.replace(statement, min(found, key=len).text.strip(" ,"))


def _event(token: Token, language: str) -> Span | None:
    if token.pos_ != "NOUN" or grammar(language).noun_class(token.lemma_.lower()) != "event":
        return None
    if any(t.pos_ == "NUM" for t in token.lefts):
        return None  # *au moins quatre morts dans …*
    phrase = token.doc[token.i : token.right_edge.i + 1]
    comma = next((t.i for t in phrase if t.text in (",", ":", "«")), phrase.end)
    before = [t.i for t in token.lefts if t.pos_ == "ADJ"]
    phrase = token.doc[min((*before, token.i)) : comma]
    named = any(t.text[:1].isupper() for t in phrase[1:])
    acts = any("Fin" in t.morph.get("VerbForm", []) for t in phrase)
    return phrase if named and not acts and len(phrase) >= _LEAST else None


def _parts(doc: Span) -> list[Span]:
    """What the commas of a headline set apart, those inside quotation marks and brackets aside."""
    found, start, depth = [], 0, 0
    for token in doc:
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if token.text == "," and depth == 0:
            found.append(doc[start : token.i])
            start = token.i + 1
    return [part for part in (*found, doc[start:]) if len(part)]


def _kept(parts: list[Span]) -> list[Span] | None:
    first, *rest = parts
    if _is_aside(first[0]):
        if any(token.text[:1].isupper() for token in first[1:]):
            return None  # *À Leixões, …*: where
        return [rest[0]] if _acts(rest[0]) and not _is_aside(rest[0][0]) else None
    if _acts(first):
        return [first]
    between = (token for part in rest[:-1] for token in part)
    if len(rest) > 1 and _goes_on(rest[-1]) and not any(token.text[:1].isupper() for token in between):
        return [first, rest[-1]]
    return None  # *Le pilote, Rui Sá, meurt*: who


def _is_aside(token: Token) -> bool:
    """*Après …*, *chassé par …*: what a phrase begins with that comes before its statement."""
    return token.pos_ in ("ADP", "SCONJ", "CCONJ") or "Part" in token.morph.get("VerbForm", [])


def _acts(part: Span) -> bool:
    return any(
        token.pos_ in ("VERB", "AUX") and not {"Inf"} & set(token.morph.get("VerbForm", [])) and i
        for i, token in enumerate(part)
    )


def _goes_on(part: Span) -> bool:
    """Whether a part begins with the verb of what stands before the commas (*X, champion sortant, se retire*)."""
    first = next((token for token in part if token.pos_ not in ("PRON", "ADV")), None)
    return first is not None and first.pos_ in ("VERB", "AUX") and "Fin" in first.morph.get("VerbForm", [])


def _gives_up_a_speaker(dropped: list[Span], language: str) -> bool:
    """*…, promet son président*, *…, selon Y*: without it the headline states what somebody says."""
    asserting = words(language, "attribution", "asserting")
    sources = words(language, "lint", "according_to")
    for part in dropped:
        if part[0].pos_ in ("VERB", "AUX") and "Fin" in part[0].morph.get("VerbForm", []):
            return True
        if any(token.lemma_.lower() in asserting for token in part) or part.text.strip().lower().startswith(
            tuple(sources)
        ):
            return True
    return False
