"""Why something happened, for what somebody was judged, and to what end something was done."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extraction.context import Context
from quizgen.extraction.framed import statements
from quizgen.extraction.frames.pieces import cut_off, unbalanced, without_edges
from quizgen.extraction.grounding.standing_alone import dangling, is_soft
from quizgen.extraction.phrases import render
from quizgen.extraction.slots.common import past_infinitive
from quizgen.extraction.statements import Statement
from quizgen.facts import CauseFact, FramePiece, Slot
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.clauses import Clause
from quizgen.parsing.pieces import Piece

# Words of an end or a motive.
_LONGEST, _SHORTEST = 11, 3


def starts_with(text: str, cases: frozenset[str]) -> bool:
    """Whether a phrase begins with one of the prepositions, simple or of several words."""
    low = text.lower()
    return any(low.startswith(case if case.endswith("'") else case + " ") for case in cases)


def find(context: Context) -> Iterator[CauseFact]:
    """Obliques whose preposition says that they are a cause or a motive, and infinitives that say an end."""
    for clause, made, who in statements(context):
        for index, piece in enumerate(made.frame.pieces):
            kind = _kind(piece, clause, context)
            if kind == "means" and _are_two_means(piece.text, context):
                continue
            if kind is not None:
                text = _means(piece.text, context) if kind == "means" else piece.text
                slot = Slot(text=text, type=kind, start=piece.start or 0, end=piece.end)
                yield _fact(f"cause-{kind}", made, who, slot, index)
        for aim in _aims(clause, made, context):
            frame = made.frame.model_copy(update={"pieces": (*made.frame.pieces, aim)})
            slot = aim.slots[0]
            stated = Statement(frame, made.sentence, needs_topic=made.needs_topic, of_now=made.of_now)
            yield _fact(f"cause-{slot.type}", stated, who, slot, len(frame.pieces) - 1)


def _are_two_means(text: str, context: Context) -> bool:
    """*Grâce au télescope et aux relevés*: an answer would keep half of the preposition."""
    said = text.lower().split()
    held = lexicon(context.language, "wording")["held_articles"]
    joining = words(context.language, "clauses", "and")
    return any(one in joining and two in held for one, two in zip(said, said[1:], strict=False))


def _means(text: str, context: Context) -> str:
    """*Grâce au télescope* → *le télescope*: the question says *grâce à quoi*."""
    before, _, rest = text.partition(" ")[2].partition(" ")
    return str(grammar(context.language).with_article(before.lower(), rest))


def _fact(rule: str, made: Statement, who: Slot | None, slot: Slot, index: int) -> CauseFact:
    return CauseFact(
        rule=rule, sentence=made.sentence, attribution=who, frame=made.frame, asked=slot, piece=index,
        needs_topic=made.needs_topic, of_now=made.of_now,
    )  # fmt: skip


def _kind(piece: FramePiece, clause: Clause, context: Context) -> str | None:
    if piece.role == "complement" and starts_with(piece.text, words(context.language, "things", "aims")):
        lemma = clause.head.lemma_.lower()
        few = _SHORTEST <= len(piece.text.split()) <= _LONGEST and "," not in piece.text
        acts = words(context.language, "things", "acts") | words(context.language, "things", "acts_with_an_end")
        return "end" if few and lemma in acts and not clause.negated else None
    if piece.role not in ("oblique", "argument") or piece.fronted:
        return None
    if starts_with(piece.text, words(context.language, "clauses", "means")):
        return "means"
    if starts_with(piece.text, words(context.language, "clauses", "aftermath")):
        return "aftermath"
    if starts_with(piece.text, words(context.language, "clauses", "cause")):
        return "cause"
    judging = clause.head.lemma_.lower() in words(context.language, "things", "judging")
    for_what = starts_with(piece.text, words(context.language, "things", "for_what"))
    return "motive" if judging and for_what and not any(c.isdigit() for c in piece.text) else None


def _aims(clause: Clause, made: Statement, context: Context) -> Iterator[FramePiece]:
    """Infinitives behind the verb with *pour* or *afin de*: an end, or behind a verb of judging a motive."""
    lemma = clause.head.lemma_.lower()
    judged = lemma in words(context.language, "things", "judging")
    acts = words(context.language, "things", "acts") | words(context.language, "things", "acts_with_an_end")
    if made.frame.negated or not (judged or lemma in acts):
        return
    for piece in clause.pieces:
        if piece.role != "clause" or piece.left < clause.verb.right or not _is_aim(piece, context):
            continue
        past = past_infinitive(piece.head)
        if judged != past:
            continue
        kind = "motive" if past else "end"
        text = _written(piece, clause, context)
        if text is None or any(text in p.text for p in made.frame.pieces):
            continue
        start = clause.paragraph.start + piece.tokens.start_char
        end = start + len(piece.tokens.text)
        slot = Slot(text=text, type=kind, start=start, end=end)
        yield FramePiece(role="aim", text=text, slots=(slot,), start=start, end=end)


def _is_aim(piece: Piece, context: Context) -> bool:
    first = piece.tokens[0].text.lower()
    form = [f for t in (piece.head, *piece.head.children) for f in t.morph.get("VerbForm", [])]
    return first in words(context.language, "things", "aims") and "Inf" in form


def _written(piece: Piece, clause: Clause, context: Context) -> str | None:
    """The infinitive's words where they are few and stand alone."""
    tokens = without_edges(list(piece.tokens))
    if not _SHORTEST <= len(tokens) <= _LONGEST + 2 or cut_off(tokens) or any(t.text in ",;:" for t in tokens):
        return None
    why = dangling(tokens, clause.paragraph, context)
    if why is not None and not is_soft(why):
        return None
    text = render(tokens, clause.paragraph, context)
    return text if text and not unbalanced(text) and len(text.split()) <= _LONGEST else None
