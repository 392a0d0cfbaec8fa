"""Who calls what how: verbs of naming with quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.extraction.context import Context
from quizgen.extraction.framed import statements
from quizgen.facts import NamingFact, Slot
from quizgen.languages.lexicon import words

_QUOTED = re.compile(r"«\s*([^«»]{2,60}?)\s*»")


def find(context: Context) -> Iterator[NamingFact]:
    """One fact per statement whose verb names and whose complement holds the name in quotation marks."""
    verbs = words(context.language, "naming", "verbs")
    for clause, made, who in statements(context):
        if clause.head.lemma_.lower() not in verbs:
            continue
        for index, piece in enumerate(made.frame.pieces):
            match = _QUOTED.search(piece.text)
            if piece.role in ("subject", "verb") or match is None or len(match[1].split()) > 6:
                continue
            if len(piece.text) - len(match[0]) > 8:
                continue
            text = f"« {match[1]} »"
            slot = Slot(text=text, type="name", start=None, end=None, accepted=(match[1],))
            yield NamingFact(
                rule="naming-verb", sentence=made.sentence, attribution=who, frame=made.frame, asked=slot,
                piece=index, needs_topic=made.needs_topic,
            )  # fmt: skip
