"""Parsing a paragraph without what disturbs the tree, and giving the tree back to the whole of it.

Brackets, quotation marks and connectives (*en effet*, *quant à lui*) are left out of the doc that the
parser sees. In the doc that comes back they hang on the word beside them, as ``discourse`` or
``punct``; every offset is that of the whole paragraph. Names are found in the whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.languages.lexicon import lexicon
from quizgen.parsing.days import RELATION, Day, days, free_days, is_misplaced
from quizgen.parsing.mending import mend
from quizgen.parsing.parts import parse_parts
from quizgen.parsing.sentences import mark_sentences
from quizgen.parsing.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc, Token

ASIDE = "discourse"
_MARKS = frozenset('«»"“”')
_LONGEST_BRACKET = 40


def parse_reduced(texts: Iterable[str], pipeline: Language, language: str) -> Iterator[Doc]:
    """A parsed doc for each text; same tokens as the pipeline's tokenizer makes."""
    wholes = [mark_sentences(pipeline.make_doc(text)) for text in texts]
    told = [days(doc, language) for doc in wholes]
    hidden = [[day for day in found if day.is_apart] for found in told]
    kept, parsed = _trees(wholes, hidden, pipeline, language)
    again = []
    for n, found in enumerate(told):
        place = {i: at for at, i in enumerate(kept[n])}
        wrong = [day for day in found if not day.is_apart and is_misplaced(day, parsed[n], place)]
        if wrong:
            hidden[n] += wrong
            again.append(n)
    seen, trees = _trees([wholes[n] for n in again], [hidden[n] for n in again], pipeline, language)
    for n, tokens, found_tree in zip(again, seen, trees, strict=True):
        kept[n], parsed[n] = tokens, found_tree
    others = [n for n in pipeline.pipe_names if n not in ("ner", "tok2vec")]
    with pipeline.select_pipes(disable=others):
        named = list(pipeline.pipe((_copy(doc) for doc in wholes), batch_size=16))
    for whole, keep, away, tree, ner in zip(wholes, kept, hidden, parsed, named, strict=True):
        yield _projected(whole, keep, away, tree, ner)


def _trees(
    wholes: Sequence[Doc], hidden: Sequence[Sequence[Day]], pipeline: Language, language: str
) -> tuple[list[list[int]], list[Doc]]:
    """For each doc the tokens that the parser sees and their tree."""
    kept = [_kept(doc, away, language) for doc, away in zip(wholes, hidden, strict=True)]
    reduced = [_reduced(doc, keep) for doc, keep in zip(wholes, kept, strict=True)]
    with pipeline.select_pipes(disable=["ner"] if "ner" in pipeline.pipe_names else []):
        return kept, parse_parts(list(pipeline.pipe(reduced, batch_size=16)), pipeline, language)


def _kept(doc: Doc, hidden: Sequence[Day], language: str) -> list[int]:
    """Indices of the tokens that the parser sees: all of a sentence where nothing would be left of it."""
    dropped = _brackets(doc) | _connectives(doc, language) | {t.i for t in doc if t.text in _MARKS or t.is_space}
    dropped |= {i for day in hidden for i in range(day.left, day.right)}
    starts = [t.i for t in doc if t.is_sent_start] + [len(doc)]
    keep: list[int] = []
    for left, right in zip(starts, starts[1:], strict=False):
        inside = [i for i in range(left, right) if i not in dropped]
        enough = sum(doc[i].is_alpha for i in inside) >= 2
        keep.extend(inside if enough else range(left, right))
    return keep


def _brackets(doc: Doc) -> set[int]:
    """Tokens in brackets that close within the sentence."""
    dropped: set[int] = set()
    start: int | None = None
    for token in doc:
        if token.text in ("(", "[") and start is None:
            start = token.i
        elif token.text in (")", "]") and start is not None:
            if token.i - start <= _LONGEST_BRACKET:
                dropped.update(range(start, token.i + 1))
            start = None
    return dropped


def _connectives(doc: Doc, language: str) -> set[int]:
    pattern = _pattern(language)
    dropped: set[int] = set()
    if pattern is None:
        return dropped
    for match in pattern.finditer(doc.text):
        span = doc.char_span(match.start("aside"), match.end("aside"))
        if span is not None:
            dropped.update(range(span.start, span.end))
            dropped |= _commas(doc, span.start, span.end)
    return dropped


def _commas(doc: Doc, left: int, right: int) -> set[int]:
    """The commas that set an aside apart: both, or the one after it at the start of a sentence."""
    before = doc[left - 1] if left else None
    after = doc[right] if right < len(doc) else None
    if after is None or after.text != ",":
        return set()
    if before is None or before.text == ",":
        return {right} | ({left - 1} if before is not None else set())
    return {right} if doc[left].is_sent_start else set()


_PATTERNS: dict[str, re.Pattern[str] | None] = {}


def _pattern(language: str) -> re.Pattern[str] | None:
    if language not in _PATTERNS:
        table = lexicon(language, "asides")
        words = "|".join(re.escape(word) for word in sorted(table["connectives"], key=len, reverse=True))
        stop = "|".join(re.escape(word) for word in table["not_before"])
        always = "|".join(re.escape(word) for word in table["always"])
        free = rf"(?:{always})(?![\w'-])"
        bound = rf"(?:{words})(?![\w'-])(?!\s+(?:{stop})\b)(?!\s+qu')"
        set_apart = rf"(?<=,\s)(?:{'|'.join(table['contrasting'])})(?=,)"
        _PATTERNS[language] = re.compile(rf"(?i)(?<![\w'-])(?P<aside>{free}|{bound}|{set_apart})")
    return _PATTERNS[language]


def _reduced(doc: Doc, keep: list[int]) -> Doc:
    from spacy.tokens import Doc

    starts = [t.is_sent_start for t in doc]
    marks: list[bool | int | None] = []
    pending = False
    kept = set(keep)
    for token in doc:
        pending = pending or bool(starts[token.i])
        if token.i in kept:
            marks.append(pending)
            pending = False
    words = [doc[i].text for i in keep]
    spaces = [bool(doc[i].whitespace_) or (i + 1 not in kept) for i in keep]
    return Doc(doc.vocab, words=words, spaces=spaces, sent_starts=marks)


def _copy(doc: Doc) -> Doc:
    from spacy.tokens import Doc

    return Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])


def _projected(whole: Doc, keep: list[int], hidden: Sequence[Day], tree: Doc, named: Doc) -> Doc:
    """The whole doc with the tree of its kept tokens; the others hang on a neighbour."""
    from spacy.tokens import Doc

    place = {i: n for n, i in enumerate(keep)}
    starts = [bool(t.is_sent_start) for t in whole]
    heads, deps, pos, morphs, lemmas, tags = [], [], [], [], [], []
    for token in whole:
        if token.i in place:
            seen = tree[place[token.i]]
            heads.append(keep[seen.head.i])
            deps.append(seen.dep_)
            pos.append(seen.pos_)
            morphs.append(str(seen.morph))
            lemmas.append(seen.lemma_)
            tags.append(seen.tag_)
        else:
            heads.append(_neighbour(token, place, starts))
            deps.append("punct" if token.is_punct else ASIDE)
            pos.append("PUNCT" if token.is_punct else "SPACE" if token.is_space else "X")
            morphs.append("")
            lemmas.append(token.text)
            tags.append("")
    for day in hidden:
        _hang(day, whole, heads, deps, pos)
    free_days(whole, heads, deps, whole.lang_)
    mend(Tree(heads, deps, pos, morphs, [t.text for t in whole]))
    doc = Doc(
        whole.vocab, words=[t.text for t in whole], spaces=[bool(t.whitespace_) for t in whole],
        heads=heads, deps=deps, pos=pos, morphs=morphs, lemmas=lemmas, tags=tags, sent_starts=list(starts),
    )  # fmt: skip
    spans = (doc.char_span(e.start_char, e.end_char, label=e.label_) for e in named.ents)
    doc.ents = tuple(span for span in spans if span is not None)
    return doc


def _hang(day: Day, whole: Doc, heads: list[int], deps: list[str], pos: list[str]) -> None:
    """A day and the commas around it on its verb, its number and month on the day."""
    for i in range(day.left, day.right):
        heads[i] = day.verb if i == day.name or whole[i].is_punct else day.name
        before = i < day.name
        deps[i] = RELATION if i == day.name else "punct" if whole[i].is_punct else "det" if before else "nmod"
        pos[i] = "PUNCT" if whole[i].is_punct else "DET" if before else "NUM" if whole[i].text.isdigit() else "NOUN"


def _neighbour(token: Token, place: dict[int, int], starts: list[bool]) -> int:
    """The kept token an aside hangs on: before it, or after it for an opening mark and at a sentence's start."""
    doc = token.doc
    left_out = token.text in ("(", "[") and token.i + 1 not in place
    opening = token.text in ("«", "(", "[", "“") and not left_out
    before = _seek(token.i, -1, place, starts, len(doc))
    after = _seek(token.i, 1, place, starts, len(doc))
    first, second = (after, before) if opening else (before, after)
    return first if first is not None else second if second is not None else token.i


def _seek(index: int, step: int, place: dict[int, int], starts: list[bool], length: int) -> int | None:
    while 0 <= index + step < length:
        if (step < 0 and starts[index]) or (step > 0 and starts[index + 1]):
            return None
        index += step
        if index in place:
            return index
    return None
