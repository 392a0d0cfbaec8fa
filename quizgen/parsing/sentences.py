"""Where sentences begin, by punctuation: the parser keeps these boundaries and adds none.

Statistical sentence splitting cuts French news at dashes, names and quotations; a full stop after a
token that is no abbreviation, before a capital, a digit or an opening mark, is a better guide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINAL = frozenset(".?!…") | {"...", "?!", "!!", "!?"}
_CLOSERS = frozenset("»)]\"'”’")
_OPENERS = frozenset("«([\"'“‘-–—•+*")


def mark_sentences(doc: Doc) -> Doc:
    """Set ``is_sent_start`` of every token of a doc that has not been parsed yet; returns the same doc."""
    starts = _starts(doc)
    if len(doc):  # token by token, spaCy looks at the whole doc each time
        marks = np.full((len(doc), 1), -1, dtype=np.int64)
        marks[sorted(starts)] = 1
        doc.from_array(["SENT_START"], marks.astype(np.uint64))  # type: ignore[arg-type]
    return doc


def _starts(doc: Doc) -> set[int]:
    starts = {0}
    depth = 0
    for token in doc:
        depth = max(0, depth + (token.text in "([") - (token.text in ")]")) if len(token.text) == 1 else depth
        if token.text not in _FINAL and not token.text.endswith("...") and not _holds_stop(token):
            continue
        if depth and depth < 3 and _closes_later(doc, token.i):
            continue
        following = _after_closers(doc, token.i + 1)
        if following < len(doc) and _may_begin(doc, following):
            starts.add(following)
    return starts


def _holds_stop(token: Token) -> bool:
    """*À bord d'une fusée H-2A.*: a full stop that the tokenizer took for part of a name."""
    return token.text.endswith(".") and any(character.isdigit() for character in token.text)


def _closes_later(doc: Doc, index: int) -> bool:
    return any(token.text in ")]" for token in doc[index : index + 60])


def _after_closers(doc: Doc, index: int) -> int:
    while index < len(doc) and (doc[index].text in _CLOSERS or doc[index].is_space):
        index += 1
    return index


def _may_begin(doc: Doc, index: int) -> bool:
    token: Token = doc[index]
    if token.text in _OPENERS and index + 1 < len(doc):
        token = doc[index + 1]
    return token.text[:1].isupper() or token.text[:1].isdigit() or token.text[:1] in "«[…"
