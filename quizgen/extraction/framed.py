"""What can be asked of a statement: each askable slot gives a fact of the kind that fits it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from quizgen.extraction.context import Context
from quizgen.extraction.frames.attribution import attribution
from quizgen.extraction.frames.nested import nested
from quizgen.extraction.frames.slots import PLACE_TYPES
from quizgen.extraction.frames.statement import statement
from quizgen.extraction.roles.called import functions
from quizgen.extraction.sentences.statement import sentence_statements
from quizgen.extraction.statements import Refusal, Statement
from quizgen.facts import FramePiece, Slot
from quizgen.languages.lexicon import words
from quizgen.parsing.clauses import Clause

PLACES = PLACE_TYPES


@dataclass(frozen=True)
class Asked:
    """A slot that a question may ask for, with the statement around it."""

    clause: Clause | None
    statement: Statement
    index: int
    slot: Slot
    attribution: Slot | None

    @property
    def piece(self) -> FramePiece:
        return self.statement.frame.pieces[self.index]

    @property
    def verb(self) -> str:
        """The lemma of the predicate; empty for a whole sentence."""
        return self.clause.head.lemma_.lower() if self.clause is not None else ""

    @property
    def fields(self) -> dict[str, object]:
        """The fields that all framed facts share."""
        return {
            "sentence": self.statement.sentence,
            "attribution": self.attribution,
            "frame": self.statement.frame,
            "asked": self.slot,
            "piece": self.index,
            "needs_topic": self.statement.needs_topic,
            "of_now": self.statement.of_now,
        }


def says_where(asked: Asked, context: Context) -> bool:
    """Whether a preposition stands before a place in a sentence (*à Lille*, *une usine de Lille*); else it acts."""
    if asked.slot.start is None:
        return False
    before = context.parsed.article.text[max(0, asked.slot.start - _BEFORE) : asked.slot.start].lower()
    found = before.replace("’", "'").split()
    if " ".join(found).endswith(tuple(words(context.language, "clauses", "near"))):
        return False  # *près de Francfort*: a landmark
    within = words(context.language, "clauses", "place") - words(context.language, "clauses", "near")
    last = found[-1] if found else ""
    articles = words(context.language, "wording", "articles")
    last = found[-2] if len(found) > 1 and last.rstrip("'") in articles else last
    return last in within | words(context.language, "clauses", "of")


_BEFORE = 20


def statements(context: Context) -> tuple[tuple[Clause, Statement, Slot | None], ...]:
    """Every statement of the article, with its speaker, where that is known or the article itself."""
    return context.once("statements", lambda: tuple(_statements(context)))


def _statements(context: Context) -> Iterator[tuple[Clause, Statement, Slot | None]]:
    for clause in context.clauses:
        made = statement(clause, context)
        if isinstance(made, Refusal):
            continue
        if _cuts_headline(clause, made, context):
            continue
        who = attribution(clause, context)
        if who.usable and not _is_subject(who.speaker, made):
            yield clause, made, who.speaker


def _cuts_headline(clause: Clause, made: Statement, context: Context) -> bool:
    """A headline says no word too many: what leaves out part of it says something else."""
    if not context.parsed.article.is_headline(made.sentence):
        return False
    told = sum(len(piece.text.split()) for piece in made.frame.pieces)
    return told < len(clause.sentence.text.split())


def _is_subject(speaker: Slot | None, made: Statement) -> bool:
    """Somebody who speaks of himself: *selon X, X …* cannot be asked well."""
    subject = made.frame.subject
    return speaker is not None and subject is not None and speaker.text in (subject.text, subject.name)


def askable(context: Context) -> Iterator[Asked]:
    """Every slot of every statement; persons with what the article calls them, so that a question can."""
    called = context.once("functions", lambda: functions(context))
    for clause, made, speaker in statements(context):
        for asked in _slots(clause, made, speaker):
            yield _called(asked, called, context)
    whole = {made.sentence.start for made in context.once("sentences", lambda: tuple(sentence_statements(context)))}
    for clause, made, speaker in statements(context):
        within = nested(clause, made, context) if speaker is None and made.sentence.start not in whole else None
        for asked in _slots(None, within, None) if within is not None else ():
            yield _called(asked, called, context)
    for made in context.once("sentences", lambda: tuple(sentence_statements(context))):
        for asked in _slots(None, made, None):
            yield _called(asked, called, context)


def _called(asked: Asked, called: Mapping[str, str], context: Context) -> Asked:
    """The slot of a person with a function of theirs that the rest of the statement does not say."""
    slot = asked.slot
    noun = called.get(slot.name or slot.text) if slot.type == "person" and slot.number == "s" else None
    if noun is not None and _is_of_another_year(asked, context):
        if noun.split()[0].lower() in words(context.language, "offices", "held"):
            return asked  # *le président Jacques Chirac*, of what he did in 1967
    noun = noun or _nationality(asked, context)
    if noun is None or (asked.piece.role == "sentence" and noun.lower() in asked.piece.text.lower()):
        return asked
    return replace(asked, slot=slot.model_copy(update={"noun": noun}))


def _nationality(asked: Asked, context: Context) -> str | None:
    """*Français*, of *le Français Yannick Bestaven*."""
    slot, before = asked.slot, asked.piece.text.removesuffix(asked.slot.text).replace("'", " ").split()
    if slot.type != "person" or slot.number != "s" or slot.noun or len(before) != _ARTICLE_AND_NOUN:
        return None
    article, noun = before
    named = noun[:1].isupper() and context.knowledge.country_of_adjective(noun) is not None
    return noun if named and article.lower() in words(context.language, "wording", "articles") else None


# Words of *le Français*.
_ARTICLE_AND_NOUN = 2


def _is_of_another_year(asked: Asked, context: Context) -> bool:
    """A statement with a year that is not the article's: whoever holds an office now need not have held it then."""
    published = context.parsed.article.date
    told = context.times_in(asked.statement.sentence.start, asked.statement.sentence.end)
    years = {time.value[:4] for time in told if time.value[:4].isdigit()}
    return published is not None and bool(years - {str(published.year)})


def refusals(context: Context) -> Iterator[tuple[Clause, str]]:
    """Why each clause that gave nothing gave nothing: for ``quizgen explain`` and the coverage report."""
    for clause in context.clauses:
        made = statement(clause, context)
        if isinstance(made, Refusal):
            yield clause, made.reason
        elif not attribution(clause, context).usable:
            yield clause, "speaker unknown"


def _is_owned(made: Statement, index: int, slot: Slot, clause: Clause | None) -> bool:
    """A possessive beside an asked thing that names a person (*l'institut de X annonce sa mort*): it may be X's."""
    if (
        clause is None
        or slot.type == "person"
        or not any(entity.label_ == "PER" and entity.text in slot.text for entity in clause.sentence.ents)
    ):
        return False
    possessives = words(clause.sentence.doc.lang_, "clauses", "possessives")
    others = (p.text.lower().split() for i, p in enumerate(made.frame.pieces) if i != index)
    return any(word in possessives for said in others for word in said)


def _slots(clause: Clause | None, made: Statement, speaker: Slot | None) -> Iterator[Asked]:
    for index, piece in enumerate(made.frame.pieces):
        for slot in piece.slots:
            if piece.role == "subject" and " " in slot.text and _is_owned(made, index, slot, clause):
                continue
            yield Asked(clause, made, index, slot, speaker)
