"""Draw facts at random for reading: ``python benchmarks/draw_facts.py ARTICLES.jsonl --count 200 --seed 0 OUT``.

ARTICLES.jsonl holds an article a line (title, date, url, text). OUT.tsv gets a line for each fact drawn: number,
article id, kind, rule, offsets of its evidence, offsets of its slots; OUT.txt what a reader needs to judge it: article
and date, the fact as ``quizgen facts`` shows it, its sentence, and the one before it.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
from collections.abc import Iterator
from pathlib import Path

from quizgen.article import Article, article_id
from quizgen.commands.showing_facts import described, slots
from quizgen.extraction.context import Context
from quizgen.extraction.extract import extract
from quizgen.facts import Fact
from quizgen.parsing.pipeline import load_pipeline, parse
from quizgen.reading.paragraphs import lines, paragraphs

_BEFORE = 200


def articles(path: Path) -> Iterator[Article]:
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        text = row["text"]
        date = datetime.date.fromisoformat(row["date"])
        yield Article(
            id=article_id(row["url"], row["title"], date, text), text=text, paragraphs=paragraphs(text, lines(text)),
            language="fr", title=row["title"], outlet="Wikinews", url=row["url"], date=date,
        )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    pipeline = load_pipeline(None, "fr")
    found: list[tuple[Article, Fact]] = []
    for article in articles(arguments.articles):
        found += ((article, fact) for fact in extract(Context(parse(article, pipeline))))
    drawn = random.Random(arguments.seed).sample(found, min(arguments.count, len(found)))
    with arguments.out.with_suffix(".tsv").open("w", encoding="utf-8") as table:
        table.writelines("\t".join(map(str, row)) + "\n" for row in rows(drawn))
    with arguments.out.with_suffix(".txt").open("w", encoding="utf-8") as sheet:
        sheet.writelines(shown(number, article, fact) for number, (article, fact) in enumerate(drawn, 1))
    print(f"{len(drawn)} of {len(found)} facts")


def rows(drawn: list[tuple[Article, Fact]]) -> Iterator[tuple[object, ...]]:
    for number, (article, fact) in enumerate(drawn, 1):
        places = " ".join(f"{name}:{slot.start}-{slot.end}" for name, slot in slots(fact) if slot.start is not None)
        yield number, article.id, fact.kind, fact.rule, f"{fact.sentence.start}-{fact.sentence.end}", places


def shown(number: int, article: Article, fact: Fact) -> str:
    start = fact.sentence.start
    before = article.text[max(0, start - _BEFORE) : start].replace("\n", " ").strip()
    return (
        f"### {number} [{fact.kind}] {article.title} ({article.date})\n  FACT: {described(fact)}\n"
        f"  BEFORE: …{before}\n  SENTENCE: {fact.sentence.of(article.text)}\n\n"
    )


if __name__ == "__main__":
    main()
