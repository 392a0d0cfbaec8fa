"""Who or what came after whom: verbs of replacing and succeeding."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extraction.context import Context
from quizgen.extraction.framed import Asked, askable, statements
from quizgen.extraction.kinds.event import is_participant
from quizgen.facts import Slot, SuccessionFact
from quizgen.languages.lexicon import words


def _objects(context: Context) -> Iterator[SuccessionFact]:
    """What was replaced, whatever kind of thing it is: the object as it stands."""
    verbs = words(context.language, "clauses", "succession")
    for clause, made, who in statements(context):
        if who is not None or clause.head.lemma_.lower() not in verbs or made.needs_topic:
            continue
        for index, piece in enumerate(made.frame.pieces):
            reflexive = any(c.dep_.startswith("expl") for c in clause.head.children)  # *se sont succédé*
            if piece.role == "object" and not reflexive and not piece.slots and len(piece.text.split()) < 7:
                slot = Slot(text=piece.text, type="thing", start=piece.start, end=piece.end)
                yield SuccessionFact(
                    rule="succession-thing", sentence=made.sentence, frame=made.frame, asked=slot, piece=index
                )


def _names_post(asked: Asked, context: Context) -> bool:
    """Of persons it must be said in what one followed the other: they may have done so in several things."""
    if asked.statement.frame.negated:
        return False
    if asked.slot.type != "person":
        return True
    posts = words(context.language, "clauses", "posts")
    others = (piece for i, piece in enumerate(asked.statement.frame.pieces) if i != asked.index)
    return any(word.lower() in posts for piece in others for word in piece.text.split())


def find(context: Context) -> Iterator[SuccessionFact]:
    """Successions, asked for either side."""
    yield from _objects(context)
    verbs = words(context.language, "clauses", "succession")
    for asked in askable(context):
        if (
            is_participant(asked, context)
            and asked.attribution is None
            and asked.verb in verbs
            and _names_post(asked, context)
        ):
            yield SuccessionFact(rule=f"succession-{asked.piece.role}", **asked.fields)  # type: ignore[arg-type]
