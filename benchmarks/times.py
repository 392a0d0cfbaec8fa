"""Time expressions against a TimeML corpus: ``python benchmarks/times.py DIR [--errors]``.

DIR holds ``data/*.tml`` (or ``.tml`` files itself): TimeML with inline TIMEX3, such as French TimeBank. Measured:
spans exactly right (strict), spans that overlap (relaxed), and exactly right spans whose value is right too, with
relaxed spans whose value is right beside it. Values are compared without the ``X`` that some annotators put after
decades and centuries (``196X``).

Two rows: as found, and adapted to the corpus's conventions. There *il y a deux mois* is annotated as a duration (*deux
mois*, P2M) with a signal before it, where quizgen gives the date that a question needs.
"""

from __future__ import annotations

import argparse
import datetime
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from quizgen.extraction.times.finding import Time, find_times, time_lexicon

_TAG = re.compile(r"<(/?)(\w+)([^>]*?)(/?)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True)
class Marked:
    """An annotated or a found expression."""

    start: int
    end: int
    value: str
    type: str


@dataclass(frozen=True)
class Document:
    """A text with its publication date and its annotated times."""

    name: str
    text: str
    published: datetime.date | None
    times: tuple[Marked, ...]


@dataclass
class Counts:
    """Of spans: annotated, found, exactly right, overlapping, and right in value."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    value_relaxed: int = 0
    type: int = 0

    def f1(self, right: int) -> float:
        """The harmonic mean of precision and recall, in per cent."""
        return 200 * right / (self.gold + self.found) if self.gold + self.found else 0.0


def read(path: Path) -> Document:
    """A TimeML file; entities and tags are removed, offsets follow."""
    source = path.read_text("utf-8")
    created = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', source, re.DOTALL)
    body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.DOTALL)
    text, times = _plain(body[1] if body else "")
    return Document(path.stem, text, datetime.date.fromisoformat(created[1]) if created else None, tuple(times))


def _plain(body: str) -> tuple[str, list[Marked]]:
    text, at = "", 0
    open_: list[tuple[int, dict[str, str]]] = []
    times: list[Marked] = []
    for tag in _TAG.finditer(body):
        text += html.unescape(body[at : tag.start()])
        at = tag.end()
        if tag[2] != "TIMEX3" or tag[4]:
            continue
        if tag[1]:
            start, attributes = open_.pop()
            times.append(Marked(start, len(text), attributes.get("value", ""), attributes.get("type", "")))
        else:
            open_.append((len(text), dict(_ATTRIBUTE.findall(tag[3]))))
    return text + html.unescape(body[at:]), times


def found_in(document: Document) -> list[Marked]:
    """What quizgen finds, as it finds it."""
    times = find_times(document.text, time_lexicon("fr"), document.published)
    return [Marked(t.start, t.end, t.value, t.type) for t in times]


def in_corpus_conventions(document: Document) -> list[Marked]:
    """What quizgen finds, with a distance from now given as the duration it names."""
    times = find_times(document.text, time_lexicon("fr"), document.published)
    return [_as_duration(t) or Marked(t.start, t.end, t.value, t.type) for t in times]


_DISTANCE = re.compile(
    r"(?i)(il y a|voici|voilà|dans|d[’']ici(?: à)?)\s+(.*)|(.*?)\s+(plus tard|plus tôt|auparavant|après|avant)"
)


def _as_duration(time: Time) -> Marked | None:
    match = _DISTANCE.fullmatch(time.text)
    group = 0 if match is None else 2 if match[2] else 3
    if match is None or not match[group]:
        return None
    inner = find_times(match[group], time_lexicon("fr"), None)
    if len(inner) != 1 or inner[0].type != "DURATION":
        return None
    start = time.start + match.start(group)
    return Marked(start + inner[0].start, start + inner[0].end, inner[0].value, "DURATION")


def count(gold: Iterable[Marked], found: Iterable[Marked], counts: Counts) -> Iterator[tuple[str, Marked]]:
    """Adds to ``counts``; yields what is missed, spurious or of another value."""
    left = list(found)
    gold = list(gold)
    counts.gold += len(gold)
    counts.found += len(left)
    for mark in gold:
        match = next((f for f in left if (f.start, f.end) == (mark.start, mark.end)), None)
        exact = match is not None
        match = match or next((f for f in left if f.start < mark.end and mark.start < f.end), None)
        if match is None:
            yield "missed", mark
            continue
        left.remove(match)
        same = match.value.rstrip("X") == mark.value.rstrip("X")
        counts.relaxed += 1
        counts.strict += exact
        counts.value_relaxed += same
        counts.value += exact and same
        counts.type += exact and match.type == mark.type
        if not exact:
            yield "span", mark
            yield "  found", match
        elif not same:
            yield "value", mark
            yield "  found", match
    yield from (("spurious", mark) for mark in left)


def table(rows: Iterable[tuple[str, Counts]]) -> Table:
    """The figures as a table."""
    out = Table(title="Times (F1, %)", min_width=76)
    for name in ("", "annotated", "found", "strict", "relaxed", "value", "value (relaxed)", "type"):
        out.add_column(name, justify="left" if not name else "right")
    for name, c in rows:
        figures = (c.strict, c.relaxed, c.value, c.value_relaxed, c.type)
        out.add_row(name, str(c.gold), str(c.found), *(f"{c.f1(right):.1f}" for right in figures))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path, metavar="DIR")
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    arguments = parser.parse_args()
    console = Console(highlight=False)
    documents = [read(path) for path in sorted(arguments.directory.rglob("*.tml"))]
    plain, adapted = Counts(), Counts()
    for document in documents:
        list(count(document.times, found_in(document), plain))
        for problem, mark in count(document.times, in_corpus_conventions(document), adapted):
            if arguments.errors:
                around = document.text[max(0, mark.start - 40) : mark.end + 30].replace("\n", "|")
                words = document.text[mark.start : mark.end]
                print(f"{problem:9} {document.name} [{words}] {mark.type} {mark.value}  …{around}…")
    console.print(table((("as found", plain), ("adapted", adapted))))


if __name__ == "__main__":
    main()
