"""How well pipelines parse French, on raw text: trees, sentences, parts of speech, names, speed.

    python benchmarks/parser.py TREEBANKS WINER [--pipelines NAME ...] [--no-timing]

TREEBANKS is a folder with gsd/test.conllu, pud/test.conllu and sequoia/test.conllu, WINER one with .txt and .ann files.
Each sentence is parsed alone and nothing but its text is given. A word counts where its characters are those of a gold
word (contractions such as *du* are one word); an arc counts where its head's characters are right as well. Figures are
F1 in per cent, punctuation included.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from pipelines import NAMES, load, load_seconds  # isort: skip  (it sets the path for what follows)
from conllu import Sentence, sentences
from entities import table as entity_table
from rich.console import Console
from rich.table import Table
from spacy.language import Language
from spacy.tokens import Doc

TESTS = ("gsd", "pud", "sequoia")
COLUMNS = ("UAS", "LAS", "LAS without subtypes", "sentences", "POS", "lemma")
Item = tuple[object, ...]


def gold_items(sentence: Sentence) -> dict[str, set[Item]]:
    """What each column compares, of the gold words."""
    spans = [(word.start, word.end) for word in sentence.words]
    rows = [(span, spans[word.head], word.dep) for span, word in zip(spans, sentence.words, strict=True)]
    items = _arcs(rows)
    items["sentences"] = {(spans[0][0], spans[-1][1])}
    items["POS"] = {(span, word.pos) for span, word in zip(spans, sentence.words, strict=True)}
    items["lemma"] = {(span, word.lemma.lower()) for span, word in zip(spans, sentence.words, strict=True)}
    return items


def found_items(doc: Doc) -> dict[str, set[Item]]:
    """The same of what a pipeline found."""
    words = [token for token in doc if not token.is_space]
    rows = [(_span(t), _span(t.head), "root" if t.dep_ == "ROOT" else t.dep_) for t in words]
    items = _arcs(rows)
    items["sentences"] = {(sent.start_char, sent.end_char) for sent in doc.sents}
    items["POS"] = {(_span(token), token.pos_) for token in words}
    items["lemma"] = {(_span(token), token.lemma_.lower()) for token in words}
    return items


def _span(token: object) -> tuple[int, int]:
    return (token.idx, token.idx + len(token))  # type: ignore[attr-defined, arg-type]


def _arcs(rows: Iterable[tuple[object, object, str]]) -> dict[str, set[Item]]:
    rows = list(rows)
    return {
        "UAS": {(span, head) for span, head, _ in rows},
        "LAS": {(span, head, dep) for span, head, dep in rows},
        "LAS without subtypes": {(span, head, dep.partition(":")[0]) for span, head, dep in rows},
    }


def scores(pipeline: Language, gold: list[Sentence]) -> tuple[dict[str, float], float]:
    """F1 in per cent by column, and words per second."""
    right, total = Counter[str](), Counter[str]()
    start = time.perf_counter()
    docs = list(pipeline.pipe(sentence.text for sentence in gold))
    speed = sum(map(len, docs)) / (time.perf_counter() - start)
    for sentence, doc in zip(gold, docs, strict=True):
        wanted, found = gold_items(sentence), found_items(doc)
        for column in COLUMNS:
            right[column] += 2 * len(wanted[column] & found[column])
            total[column] += len(wanted[column]) + len(found[column])
    return {column: 100 * right[column] / total[column] for column in COLUMNS}, speed


def tree_table(pipelines: dict[str, Language], treebanks: Path) -> Table:
    """A row per test set and pipeline."""
    table = Table("test set", "pipeline", *COLUMNS, "words/s", title="Trees, raw text")
    for test in TESTS:
        gold = sentences(treebanks / test / "test.conllu")
        for name, pipeline in pipelines.items():
            figures, speed = scores(pipeline, gold)
            table.add_row(test, name, *(f"{figures[column]:.1f}" for column in COLUMNS), f"{speed:.0f}")
    return table


def main() -> None:
    arguments = _arguments()
    console = Console(width=140)
    if not arguments.no_timing:
        for name in arguments.pipelines:
            console.print(f"{name}: {load_seconds(name):.1f} s from import to a loaded pipeline")
    pipelines = {name: load(name) for name in arguments.pipelines}
    console.print(tree_table(pipelines, arguments.treebanks))
    console.print(entity_table(pipelines, arguments.winer))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("winer", type=Path)
    parser.add_argument("--pipelines", nargs="+", default=list(NAMES))
    parser.add_argument("--no-timing", action="store_true", help="do not measure how long loading takes")
    arguments = parser.parse_args()
    if not any(arguments.winer.glob("*.ann")):
        parser.error(f"{arguments.winer} holds no .ann files; give the folder that does, such as winer-fr/data")
    return arguments


if __name__ == "__main__":
    main()
