"""Time to build articles of growing length: ``python benchmarks/long_articles.py ARTICLES.jsonl``.

One long article is joined from many: as paragraphs, as one paragraph, and as quotations that never close. Printed: CPU
seconds for each length, and seconds for a hundred thousand characters, which stay the same where cost grows linearly.
"""

from __future__ import annotations

import datetime
import json
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from quizgen.article import Article
from quizgen.asking.templates import built_in
from quizgen.build import build_article
from quizgen.parsing.pipeline import load_pipeline
from quizgen.reading.paragraphs import lines, paragraphs

LENGTHS = (50_000, 100_000, 200_000, 400_000)


def main() -> None:
    rows = Path(sys.argv[1]).read_text("utf-8").splitlines()
    whole = "\n\n".join(json.loads(row)["text"] for row in rows)
    whole = (whole + "\n\n") * (2 * LENGTHS[-1] // len(whole) + 1)
    texts = {
        "paragraphs": whole, "one paragraph": " ".join(whole.split()), "open quotes": "« Il a dit. " * LENGTHS[-1],
    }  # fmt: skip
    table = Table("text", "characters", "seconds", "for 100 000", "questions")
    for name, text in texts.items():
        for length in LENGTHS:
            seconds, questions = measured(text[:length])
            table.add_row(name, str(length), f"{seconds:.1f}", f"{seconds * 1e5 / length:.1f}", str(questions))
    Console().print(table)


def measured(text: str) -> tuple[float, int]:
    spans = paragraphs(text, lines(text))
    date = datetime.date(2024, 5, 15)
    article = Article(id="long", text=text, paragraphs=spans, language="fr", title="Une longue nouvelle", date=date)
    pipeline, templates = load_pipeline(None, "fr"), built_in("fr")
    begin = time.process_time()
    build = build_article(article, pipeline, templates)
    return time.process_time() - begin, len(build.kept)


if __name__ == "__main__":
    main()
