"""How well pipelines find names in news, on WiNER-fr: persons, locations, organisations, products, events.

    python benchmarks/entities.py WINER [--pipelines NAME ...]

WINER is a folder of .txt and .ann files. Paragraphs are parsed alone, as quizgen does. A name is right where its first
and last character and its type are; of gold names inside one another only the longest counts.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from pipelines import NAMES, load  # isort: skip  (it sets the path for what follows)
from brat import Span, articles
from rich.console import Console
from rich.table import Table
from spacy.language import Language

LABELS = {"Person": "PER", "Location": "LOC", "Organization": "ORG", "Product": "PROD", "Event": "EVENT"}


def counts(
    pipeline: Language, paragraphs: list[tuple[str, list[Span]]]
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Names found and right, found, and wanted, by type."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    docs = pipeline.pipe(text for text, _ in paragraphs)
    for doc, (_, spans) in zip(docs, paragraphs, strict=True):
        names = {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}
        right.update(label for *_, label in names & set(spans))
        found.update(label for *_, label in names)
        wanted.update(label for *_, label in spans)
    return right, found, wanted


def table(pipelines: dict[str, Language], winer: Path) -> Table:
    """A row per type and pipeline: precision, recall, F1 in per cent."""
    paragraphs = [paragraph for article in articles(winer, LABELS) for paragraph in article.paragraphs()]
    measured = {name: counts(pipeline, paragraphs) for name, pipeline in pipelines.items()}
    shown = Table("type", "pipeline", "precision", "recall", "F", "gold", title="Names in news")
    for label in LABELS.values():
        for name, (right, found, wanted) in measured.items():
            precision, recall = right[label] / (found[label] or 1), right[label] / (wanted[label] or 1)
            f1 = 2 * right[label] / ((found[label] + wanted[label]) or 1)
            shown.add_row(
                label, name, *(f"{100 * figure:.1f}" for figure in (precision, recall, f1)), str(wanted[label])
            )
    return shown


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("winer", type=Path)
    parser.add_argument("--pipelines", nargs="+", default=list(NAMES))
    arguments = parser.parse_args()
    if not any(arguments.winer.glob("*.ann")):
        parser.error(f"{arguments.winer} holds no .ann files; give the folder that does, such as winer-fr/data")
    Console(width=120).print(table({name: load(name) for name in arguments.pipelines}, arguments.winer))


if __name__ == "__main__":
    main()
