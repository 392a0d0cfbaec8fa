"""Share of the gold facts of a folder that quizgen extracts, and that it asks: ``python benchmarks/facts.py DIR…``.

DIR holds articles with a ``NAME.gold.toml`` beside each ``NAME.md`` or ``NAME.txt``. A gold fact is *extracted* where a
fact of the same sentence has its answer in a slot, *asked* where a kept question has it as its answer; both compared
without articles, prepositions and quotation marks.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from quizgen.article import Article
from quizgen.asking.distractors import slots_of
from quizgen.asking.templates import built_in
from quizgen.build import ArticleBuild, build_article
from quizgen.facts import Fact
from quizgen.parsing.pipeline import load_pipeline
from quizgen.parsing.repair import repair
from quizgen.questions import Question
from quizgen.reading import read

_BEFORE = re.compile(r"^(?:les? |la |l |une? |des |du |de |d |à |en |au |aux )")
_MARKS = re.compile(r"[«»\"'’\s]+")


def plain(text: str) -> str:
    """Lower case, one space, no quotation mark or apostrophe."""
    return _MARKS.sub(" ", repair(text).lower()).strip()


def core(text: str) -> str:
    """An answer without its article or preposition."""
    return _BEFORE.sub("", plain(text))


def in_same_sentence(evidence: str, gold: str) -> bool:
    """Whether two pieces of evidence lie in one sentence: one holds the other, or both begin alike."""
    one, two = plain(evidence), plain(gold)
    return one in two or two in one or one[:60] == two[:60]


def is_extracted(gold: dict[str, object], facts: tuple[Fact, ...], article: Article) -> bool:
    wanted = _answers(gold)
    return any(
        in_same_sentence(article.text[fact.sentence.start : fact.sentence.end], str(gold["evidence"]))
        and wanted & {core(form) for slot in slots_of(fact) for form in (slot.text, slot.name or "", *slot.accepted)}
        for fact in facts
    )


def is_asked(gold: dict[str, object], questions: list[Question]) -> bool:
    wanted = _answers(gold)
    return any(
        in_same_sentence(question.evidence.text, str(gold["evidence"]))
        and wanted & {core(form) for form in (question.answer, *question.accepted)}
        for question in questions
    )


def _answers(gold: dict[str, object]) -> set[str]:
    more = gold.get("accepted", [])
    assert isinstance(more, list)
    return {core(str(gold["answer"])), *(core(str(one)) for one in more)}


def golden(folder: Path) -> Iterator[tuple[Path, list[dict[str, object]]]]:
    """Each article with gold facts, and those of weight 2 and 3."""
    for path in sorted(folder.glob("*.gold.toml")):
        stem = path.name.removesuffix(".gold.toml")
        source = next((folder / f"{stem}{end}" for end in (".md", ".txt") if (folder / f"{stem}{end}").exists()), None)
        if source is not None:
            facts = tomllib.loads(path.read_text("utf-8"))["fact"]
            yield source, [fact for fact in facts if fact["weight"] >= 2]


def main(folders: list[Path], console: Console) -> None:
    nlp, templates = load_pipeline(None, "fr"), built_in("fr")
    table = Table("folder", "gold facts", "extracted", "asked", "cards for 700 words")
    for folder in folders:
        total = extracted = asked = cards = words = 0
        for source, gold in golden(folder):
            for article in read([str(source)], language="fr", stdin=sys.stdin.buffer).articles:
                build: ArticleBuild = build_article(article, nlp, templates)
                questions = [candidate.question for _, candidate in build.kept]
                total += len(gold)
                extracted += sum(is_extracted(one, build.facts, article) for one in gold)
                asked += sum(is_asked(one, questions) for one in gold)
                cards, words = cards + len(questions), words + len(article.text.split())
        rate = [f"{one} ({one / total:.0%})" if total else "0" for one in (extracted, asked)]
        table.add_row(str(folder), str(total), *rate, f"{700 * cards / words:.1f}" if words else "0")
    console.print(table)


if __name__ == "__main__":
    main([Path(one) for one in sys.argv[1:]], Console())
