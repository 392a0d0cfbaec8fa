"""Which cue governs which quotation of a sentence, and which quotations are speech without one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizgen.extraction.quotes.cues import Cue
from quizgen.extraction.quotes.frames import Frame
from quizgen.extraction.quotes.judge import Words, is_term
from quizgen.extraction.quotes.lexicon import SpeechLexicon
from quizgen.extraction.quotes.memory import Memory, Referent
from quizgen.extraction.quotes.phrases import Phrase
from quizgen.extraction.quotes.subjects import subject_before

_SKIP = frozenset((",", ".", "–", "—", "-", "...", "…"))
_NEAR = 8
_REACH = 80
_MOST = 6


@dataclass(frozen=True)
class Incise:
    """Where the article speaks within quotation marks, and where it names the speaker there; offsets in the article."""

    start: int
    end: int
    speaker_start: int
    speaker_end: int
    lemma: str


@dataclass(frozen=True)
class Decision:
    """The quotation at item ``at`` is speech. ``carried``: the speaker of the sentence before goes on."""

    at: int
    cue: Cue | None = None
    phrase: Phrase | None = None
    carried: Referent | None = None
    sure: bool = True
    incise: Incise | None = None


@dataclass(frozen=True)
class _Found:
    cue: Cue
    beside: bool


def decide(
    frame: Frame, cues: Sequence[Cue], words: Mapping[int, Words], memory: Memory, lex: SpeechLexicon
) -> list[Decision]:
    """A decision for each quotation of the sentence that is speech, in order."""
    out: list[Decision] = []
    for at in frame.marks:
        decision = _decide(frame, at, cues, words[at], out, memory, lex)
        if decision is not None:
            out.append(decision)
    return out


def _decide(
    frame: Frame, at: int, cues: Sequence[Cue], words: Words, before: list[Decision], memory: Memory, lex: SpeechLexicon
) -> Decision | None:
    found = _governor(frame, at, cues, words, lex)
    if found is None:
        return _without_cue(frame, at, words, before, memory, lex)
    if is_term(frame, at, words, found.cue, found.beside, lex):
        return None
    if not found.beside and not _long_enough(frame, at, words, found.cue, lex):
        return None
    phrase = found.cue.phrase or _shared(found.cue, cues)
    sure = not found.cue.shared or phrase is None or phrase.kind in ("person", "organisation", "pronoun")
    return Decision(at, found.cue, phrase, None, sure and not _reported(frame, found.cue, cues, lex))


def _reported(frame: Frame, cue: Cue, cues: Sequence[Cue], lex: SpeechLexicon) -> bool:
    """*X révèle que Y a demandé « … »*, *Y aurait demandé « … »*: Y's words only by hearsay."""
    if any(lex.has("auxiliaries.conditional", frame.lower(i)) for i in range(cue.first, cue.end)):
        return True
    if cue.kind != "verb" or cue.shared:
        return False
    earlier = [
        c
        for c in _within_reach(cue.first, cues)
        if c.first < cue.first and c.kind == "verb" and c.phrase not in (None, cue.phrase)
    ]
    return any(
        lex.has("cues.openers", frame.lower(i)) for c in earlier for i in range(c.end, min(c.end + 6, cue.first))
    )


def inner_incise(frame: Frame, cues: Sequence[Cue]) -> Cue | None:
    """The cue between two commas among quoted words, where its subject is a pronoun or a person."""
    for cue in cues:
        closed = frame.lower(max(cue.end, cue.scope_end)) in (",", "", ".", "!", "?")
        if cue.kind == "incise" and frame.lower(cue.first - 1) == "," and closed and cue.phrase is not None:
            if cue.phrase.kind in ("pronoun", "person"):
                return cue
    return None


def _shared(cue: Cue, cues: Sequence[Cue]) -> Phrase | None:
    """The subject of the nearest cue before one that has none of its own."""
    if not cue.shared:
        return None
    earlier = [
        c.phrase
        for c in _within_reach(cue.first, cues)
        if c.first < cue.first and c.phrase is not None and c.kind != "preposition"
    ]
    return earlier[-1] if earlier else None


def _governor(frame: Frame, at: int, cues: Sequence[Cue], words: Words, lex: SpeechLexicon) -> _Found | None:
    ranked = [
        (rank, abs(cue.first - at), cue.first, beside, cue)
        for cue in _within_reach(at, cues)
        if (result := _rank(frame, at, cue, words, lex)) is not None
        for rank, beside in (result,)
    ]
    if not ranked:
        return None
    *_, beside, cue = min(ranked, key=lambda entry: entry[:3])
    return _Found(cue, beside)


def _within_reach(at: int, cues: Sequence[Cue]) -> Sequence[Cue]:
    """The cues near a quotation, so that a sentence as long as an article costs no more than its length."""
    middle = bisect_left(cues, at, key=lambda cue: cue.first)
    near = cues[max(0, middle - _MOST) : middle + _MOST]
    return [cue for cue in near if abs(cue.first - at) <= _REACH]


def _rank(frame: Frame, at: int, cue: Cue, words: Words, lex: SpeechLexicon) -> tuple[int, bool] | None:
    """How well ``cue`` fits the quotation at ``at``: smaller is better, with whether it stands right beside it."""
    if _closed_off(frame, min(cue.first, at), max(cue.first, at)):
        return None
    if cue.first > at:
        return _after(frame, at, cue)
    if cue.kind == "incise":
        return _between(frame, at, cue)
    gap = _gap(frame, max(cue.end, cue.scope_end if cue.kind == "preposition" else cue.end), at)
    if cue.kind == "preposition" and any(frame.lower(i) == ";" for i in gap):
        return None  # *d'après X, « … » ; Y a répliqué : « … »*
    if frame.lower(at - 1) == ":":
        return 2, True
    if cue.kind == "preposition":
        return (1, True) if len(gap) <= 1 else (6, False)
    if not gap or all(_linking(frame, i, lex) for i in gap) and len(gap) <= _NEAR:
        return 1, not gap or _only_opener(frame, gap, lex)
    if cue.close:
        return None
    return 4, False


def _closed_off(frame: Frame, start: int, end: int) -> bool:
    """Whether a bracket that opens or closes between two items keeps them apart."""
    inside = [frame.lower(i) for i in range(start, end)]
    return inside.count("(") != inside.count(")")


def _after(frame: Frame, at: int, cue: Cue) -> tuple[int, bool] | None:
    gap = [i for i in _gap(frame, at + 1, cue.first) if frame.lower(i) not in _SKIP and frame.pos(i) != "ADV"]
    if cue.kind == "incise" and not gap:
        return 0, True
    if cue.kind == "preposition":
        return (1, True) if not gap else (7, False)
    if cue.kind == "incise" and not cue.close:
        return 5, False
    return None


def _between(frame: Frame, at: int, cue: Cue) -> tuple[int, bool] | None:
    """An incise before the quotation: *« A », dit X, « B »*, *X a-t-il dit : « B »*."""
    end = max(cue.end, cue.scope_end)
    gap = [i for i in _gap(frame, end, at) if frame.lower(i) not in _SKIP]
    if not gap or frame.lower(at - 1) == ":":
        return 3, True
    return (5, False) if not cue.close else None


def _gap(frame: Frame, start: int, end: int) -> range:
    return range(start, max(start, end))


def _linking(frame: Frame, index: int, lex: SpeechLexicon) -> bool:
    return lex.has("cues.linking", frame.lower(index)) or frame.pos(index) == "ADV" or frame.lower(index) == ","


def _only_opener(frame: Frame, gap: range, lex: SpeechLexicon) -> bool:
    return all(lex.has("cues.openers", frame.lower(i)) or frame.pos(i) == "ADV" or frame.lower(i) == "," for i in gap)


def _long_enough(frame: Frame, at: int, words: Words, cue: Cue, lex: SpeechLexicon) -> bool:
    """Short words far from the verb are words the article keeps at a distance, not speech."""
    if words.clause or words.count >= 4:
        return True
    gap = _gap(frame, cue.end, at)
    opinion = lex.has("opinion.lemmas", cue.lemma)
    if opinion and cue.first < at and _predicated(frame, at, gap, lex):
        return True
    near = cue.first < at and len(gap) <= _NEAR
    if opinion and near:
        return True
    return words.count >= 2 and words.predicate and not cue.close


def _predicated(frame: Frame, at: int, gap: range, lex: SpeechLexicon) -> bool:
    """*juge que les autres sont des « … »*: the words are what a complement clause says of its subject."""
    if not any(lex.has("cues.openers", frame.lower(i)) for i in gap[:4]):
        return False
    before = at - 1
    while before > gap.start and frame.pos(before) in ("DET", "ADV", "ADP"):
        before -= 1
    return lex.has("auxiliaries.be", frame.lower(before)) or lex.has("auxiliaries.passive", frame.lower(before))


def _without_cue(
    frame: Frame, at: int, words: Words, before: list[Decision], memory: Memory, lex: SpeechLexicon
) -> Decision | None:
    if is_term(frame, at, words, None, False, lex):
        return None
    if before and before[-1].at == at - 2 and frame.lower(at - 1) in lex.sets["cues.joining"]:
        return Decision(at, before[-1].cue, before[-1].phrase, before[-1].carried, before[-1].sure)
    alone = all(frame.is_mark(i) or frame.lower(i) in _SKIP for i in range(len(frame.items)))
    if alone and words.clause and words.count >= 4:
        carried = memory.last if memory.age <= 1 and memory.paragraph == frame.paragraph else None
        return Decision(at, carried=carried, sure=memory.quoted)
    if _feels(frame, at, words, lex):
        return Decision(at, phrase=subject_before(frame, at - 1, lex, shared=True))
    if frame.lower(at - 1) == ":" and words.count >= 3:
        return Decision(at, phrase=_announcing(frame, at, lex), sure=False)
    if words.clause and words.count >= 6 and not _law_before(frame, at, lex):
        return Decision(at, sure=False)
    if words.predicate and words.count >= 5 and not _law_near(frame, at, lex) and not frame.is_mark(at - 2):
        return Decision(at, sure=False)
    return None


def _announcing(frame: Frame, at: int, lex: SpeechLexicon) -> Phrase | None:
    """The subject of a sentence that ends in a colon, where it is somebody and no *message* stands between."""
    if lex.has("cues.nouns", frame.lower(at - 2)):
        return None
    phrase = subject_before(frame, at - 1, lex, shared=False)
    return phrase if phrase is not None and phrase.kind != "other" else None


def _feels(frame: Frame, at: int, words: Words, lex: SpeechLexicon) -> bool:
    """*X, « très attristé », a proposé*: a feeling in apposition is what its subject said."""
    if frame.lower(at - 1) != "," or frame.lower(at + 1) != ",":
        return False
    return any(
        lex.has("hints.feelings", t.lower_.rstrip("s").rstrip("e")) or lex.has("hints.feelings", t.lower_)
        for t in words.tokens
    )


def _law_before(frame: Frame, at: int, lex: SpeechLexicon) -> bool:
    """*L'article 12 dispose que « … »*, *doivent déclarer « … »*: words of a law, not of a speaker."""
    words = [frame.lower(i) for i in range(max(0, at - _NEAR), at)]
    return any(lex.has("names.laws", word) or lex.has("auxiliaries.modal", word) for word in words)


def _law_near(frame: Frame, at: int, lex: SpeechLexicon) -> bool:
    near = frame.items[max(0, at - _REACH // 2) : at + _REACH // 2]
    return any(lex.has("names.laws", item.lower) or lex.has("auxiliaries.modal", item.lower) for item in near)
