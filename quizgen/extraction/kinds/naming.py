"""Who calls what how: verbs of naming with quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.extraction.context import Context
from quizgen.extraction.framed import statements
from quizgen.facts import Frame, FramePiece, NamingFact, Slot
from quizgen.languages.lexicon import words

_QUOTED = re.compile(r"«\s*([^«»]{2,60}?)\s*»")


def find(context: Context) -> Iterator[NamingFact]:
    """One fact per statement whose verb names and whose complement holds the name in quotation marks."""
    verbs = words(context.language, "naming", "verbs")
    described = words(context.language, "naming", "indefinite")
    for clause, made, who in statements(context):
        verb = clause.head.lemma_.lower()
        if verb not in verbs or made.frame.negated or (made.frame.conditional and who is None):
            continue
        if any(piece.role == "infinitive" and "«" not in piece.text for piece in made.frame.pieces):
            continue  # *a appelé à prier « pour les morts »*
        of_persons = verb in words(context.language, "naming", "of_persons")
        frame = _with_name_apart(made.frame, context, of_persons=of_persons)
        for index, piece in enumerate(frame.pieces):
            match = _QUOTED.search(piece.text)
            if (
                piece.role in ("subject", "verb", "adverb")
                or (piece.role == "oblique" and not piece.case)
                or match is None
                or len(match[1].split()) > 6
            ):
                continue
            if len(piece.text) - len(match[0]) > 8 or set(piece.text[: match.start()].lower().split()) & described:
                continue
            others = (p for i, p in enumerate(frame.pieces) if i != index)
            if not (frame.passive or piece.text[: match.start()].strip() or any(p.role == "object" for p in others)):
                continue  # *ce que X a appelé « une victoire »*: what, the relative says
            text = f"« {match[1]} »"
            slot = Slot(text=text, type="name", start=None, end=None, accepted=(match[1],))
            yield NamingFact(
                rule="naming-verb", sentence=made.sentence, attribution=who, frame=frame, asked=slot,
                piece=index, needs_topic=made.needs_topic,
            )  # fmt: skip


def _with_name_apart(frame: Frame, context: Context, *, of_persons: bool) -> Frame:
    """*A qualifié la réforme de « folie »*: what is called so, and how, as two pieces of the statement."""
    linking = words(context.language, "naming", "linking")
    pieces: list[FramePiece] = []
    for piece in frame.pieces:
        match = _OBJECT_AND_NAME.fullmatch(piece.text) if piece.role == "object" else None
        person = any(slot.type == "person" for slot in piece.slots)
        if match is None or match["link"] not in linking or (of_persons and not person):
            pieces.append(piece)
            continue
        kept = tuple(slot for slot in piece.slots if slot.text in match["thing"])
        pieces.append(piece.model_copy(update={"text": match["thing"], "slots": kept}))
        name = f"{match['link']} {match['name']}" if match["link"][-1] != "'" else match["link"] + match["name"]
        pieces.append(FramePiece(role="argument", text=name, case=match["link"]))
    return frame.model_copy(update={"pieces": tuple(pieces)})


_OBJECT_AND_NAME = re.compile(r"(?P<thing>[^«»]+?) (?P<link>\w+['’]?) ?(?P<name>«[^«»]+»)")
