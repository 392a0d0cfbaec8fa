"""Quotations against an annotated sample: ``python benchmarks/quotes.py DIR [--errors]``.

DIR holds ``articles.jsonl`` (id, title, text, date) and ``quotes.jsonl`` (article_id, start, end, kind,
speaker_mention, speaker, reference). The sample marks one span an article, so precision is over what
touches a marked span: a predicted quotation that overlaps it by less than 80 %, or that takes marked
non-speech as speech, counts against it.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from quizgen.article import Article, Span
from quizgen.extraction.names.matching import fold
from quizgen.extraction.quotes.finding import Quote, find_quotes, quote_lexicon
from quizgen.parsing.pipeline import load_pipeline, parse

OVERLAP = 0.8
_DETERMINERS = frozenset(("le", "la", "l", "les", "un", "une", "de", "du", "des", "d", "m", "mme"))


@dataclass(frozen=True)
class Outcome:
    """One marked span and what was found on it."""

    gold: dict[str, Any]
    found: Quote | None
    touching: tuple[Quote, ...]

    @property
    def speech(self) -> bool:
        return bool(self.gold["kind"] != "not_speech")

    @property
    def speaker_right(self) -> bool:
        return self.found is not None and same_speaker(self.found, self.gold)


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file)


def to_article(row: dict[str, Any]) -> Article:
    paragraphs = tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", row["text"]))
    return Article(
        id=row["id"],
        text=row["text"],
        paragraphs=paragraphs,
        language="fr",
        title=row["title"],
        date=datetime.date.fromisoformat(row["date"]) if row.get("date") else None,
    )


def overlap(quote: Quote, gold: dict[str, Any]) -> float:
    """Shared characters over all characters of both (Jaccard)."""
    shared = min(quote.end, gold["end"]) - max(quote.start, gold["start"])
    return max(0, shared) / (max(quote.end, gold["end"]) - min(quote.start, gold["start"]))


def _name(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(text))) - _DETERMINERS


def same_speaker(quote: Quote, gold: dict[str, Any]) -> bool:
    """Right: the same name or one within the other; for no name, the mention; for no speaker, none."""
    if quote.speaker is None:
        return gold["speaker"] is None and gold["speaker_mention"] is None
    wanted = gold["speaker"] or gold["speaker_mention"]
    if wanted is None:
        return False
    names = [_name(wanted)]
    if gold["reference"] != "pronoun" and gold["speaker_mention"]:
        names.append(_name(gold["speaker_mention"]))
    own = _name(quote.speaker.resolved)
    return any(bool(own) and (own <= name or name <= own) for name in names)


def measure(folder: Path) -> list[Outcome]:
    rows = {row["id"]: to_article(row) for row in lines(folder / "articles.jsonl")}
    pipeline, lexicon = load_pipeline(None, "fr"), quote_lexicon("fr")
    outcomes = []
    for gold in lines(folder / "quotes.jsonl"):
        quotes = find_quotes(parse(rows[gold["article_id"]], pipeline), lexicon)
        touching = tuple(q for q in quotes if q.start < gold["end"] and gold["start"] < q.end)
        found = max((q for q in touching if overlap(q, gold) >= OVERLAP), key=lambda q: overlap(q, gold), default=None)
        outcomes.append(Outcome(gold, found, touching))
    return outcomes


def figures(outcomes: list[Outcome]) -> dict[str, str]:
    speech = [o for o in outcomes if o.speech]
    matched = [o for o in speech if o.found]
    wrong = [o for o in outcomes if not o.speech and o.touching]
    stray = sum(1 for o in speech if o.touching and not o.found)
    precision = len(matched) / max(1, len(matched) + stray + len(wrong))
    recall = len(matched) / max(1, len(speech))
    right = sum(o.speaker_right for o in matched)
    sure = [o for o in matched if o.found and o.found.certain]
    return {
        "spans": str(len(outcomes)),
        "precision": f"{precision:.1%}",
        "recall": f"{recall:.1%}",
        "F1": f"{2 * precision * recall / max(1e-9, precision + recall):.1%}",
        "speaker right among matched": f"{right}/{len(matched)} = {right / max(1, len(matched)):.1%}",
        "speaker right among certain": f"{sum(o.speaker_right for o in sure)}/{len(sure)}",
        "kind right among matched": f"{sum(o.found.kind == o.gold['kind'] for o in matched if o.found)}/{len(matched)}",
        "not speech taken as speech": f"{len(wrong)}/{len(outcomes) - len(speech)}",
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="also list what differs")
    arguments = parser.parse_args()
    console = Console(width=120)
    outcomes = measure(arguments.folder)
    table = Table("figure", "value", title="Quotations")
    for name, value in figures(outcomes).items():
        table.add_row(name, value)
    console.print(table)
    if arguments.errors:
        for o in outcomes:
            if o.speech != bool(o.found) or (o.found and not o.speaker_right):
                speaker = o.found.speaker if o.found else None
                console.print(
                    f"{o.gold['n']} {o.gold['kind']} {o.gold['quote'][:50]!r}"
                    f" wanted {o.gold['speaker'] or o.gold['speaker_mention']!r} found {bool(o.found)}"
                    f" {speaker and (speaker.text, speaker.resolved)} cue {o.found and o.found.cue}",
                    markup=False,
                    highlight=False,
                )


if __name__ == "__main__":
    main()
