"""What each repair does to the trees: ``python benchmarks/repairs.py ARTICLES.jsonl [LIMIT]``.

Two tables. The first soils clean articles in one way at a time, as agencies' copy is soiled, and prints how many of the
clean article's sentences come back, with the same root and with the same names, without the repairs and with them. The
second switches off what is done around the parser (brackets, quotation marks and connectives kept from it; sentences
marked by punctuation; trees mended) and prints sentences, those whose tree is then another one, those whose root is no
verb though they have one, those that hold a finite verb without a subject.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from pipelines import OURS, load
from rich.console import Console
from rich.table import Table
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from quizgen.article import Article
from quizgen.parsing import reduction
from quizgen.parsing.pipeline import parse
from quizgen.reading.paragraphs import lines, paragraphs

LIMIT = 120
_BREAK = "\n\n"


def _straight(text: str) -> str:
    return re.sub(r"«\s?|\s?»|[“”]", '"', text)


def _inner(text: str) -> str:
    return re.sub(r"(?<=«)([^«»]* )([a-zà-ÿ]{5,})(?=[ ,.])", r"\1+\2+", text)


def _glued(text: str) -> str:
    return re.sub(r"(?<=[a-zà-ÿ]{4}\.) (?=[A-ZÀ-Þ][a-zà-ÿ])", "", text)


def _subheads(text: str) -> str:
    return text.replace(_BREAK, f"{_BREAK}- Vers la suite -{_BREAK}")


DIRT: dict[str, Callable[[str], str]] = {
    "straight quotation marks": _straight,
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "no-break and doubled spaces": lambda text: text.replace(", ", ",\u00a0 ").replace(" de ", "\u202fde "),
    "inner quotations between pluses": _inner,
    "a dateline before the first sentence": lambda text: f"PARIS, 3 mars 2015 (AFP) - {text}",
    "subheads between dashes": _subheads,
    "bullets": lambda text: "• " + text.replace(_BREAK, f"{_BREAK}• "),
    "initials behind the last sentence": lambda text: f"{text.rstrip()} abc-def/gh",
    "sentences glued together": _glued,
}


def article(text: str) -> Article:
    return Article(id="0", text=text, paragraphs=paragraphs(text, lines(text)), language="fr")


def repaired(text: str, pipeline: Language) -> list[Doc]:
    return [paragraph.doc for paragraph in parse(article(text), pipeline).paragraphs]


def raw(text: str, pipeline: Language) -> list[Doc]:
    """Each line a paragraph, its characters as they are."""
    return list(reduction.parse_reduced([line for line in text.splitlines() if line.strip()], pipeline, "fr"))


def seen(docs: Iterable[Doc]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Letters, root and names of each sentence, without the marks that dirt changes."""
    for doc in docs:
        for sentence in doc.sents:
            letters = "".join(re.findall(r"\w", sentence.text))
            names = tuple(re.sub(r"\W", "", name.text) for name in sentence.ents)
            yield letters, sentence.root.text, names


def found_again(clean: list[Doc], dirty: list[Doc]) -> tuple[int, int, int]:
    """Sentences of ``clean`` that ``dirty`` has: at all, with the same root too, with the same names too."""
    others = {letters: (root, names) for letters, root, names in seen(dirty)}
    same = [(other[0] == root, other[1] == names) for w, root, names in seen(clean) if (other := others.get(w))]
    return len(same), sum(root for root, _ in same), sum(names for _, names in same)


def soiled(texts: list[str], pipeline: Language) -> Table:
    table = Table("dirt", "sentences", "without: sentences", "roots", "names", "with: sentences", "roots", "names")
    for name, soil in DIRT.items():
        total: Counter[str] = Counter()
        for text in texts:
            dirty = soil(text)
            if dirty == text:
                continue
            clean = repaired(text, pipeline)
            total["all"] += sum(1 for _ in seen(clean))
            for way, read in (("without", raw), ("with", repaired)):
                counts = found_again(clean, read(dirty, pipeline))
                total.update({f"{way} {i}": count for i, count in enumerate(counts)})
        shares = [
            f"{100 * total[f'{way} {i}'] / max(1, total['all']):.1f} %" for way in ("without", "with") for i in range(3)
        ]
        table.add_row(name, str(total["all"]), *shares)
    return table


def _nothing_left_out(doc: Doc, hidden: Sequence[object], language: str) -> list[int]:
    return list(range(len(doc)))


SWITCHES: dict[str, tuple[str, object] | None] = {
    "all": None,
    "brackets, marks and connectives seen by the parser": ("_kept", _nothing_left_out),
    "days behind verbs seen by the parser": ("days", lambda doc, language: []),
    "sentences cut by the parser": ("mark_sentences", lambda doc: doc),
    "trees not mended": ("mend", lambda tree: None),
}


def suspicious(sentence: DocSpan) -> tuple[bool, bool]:
    """Whether the root is no verb though the sentence has a finite one; whether a finite verb has no subject."""
    finite = [t for t in sentence if t.morph.get("VerbForm") == ["Fin"] and t.morph.get("Mood") != ["Imp"]]
    root = sentence.root
    told = root.pos_ in ("VERB", "AUX") or any(c.dep_ in ("cop", "aux", "aux:pass", "aux:tense") for c in root.children)
    heads = {(t.head if t.dep_.startswith(("aux", "cop")) else t) for t in finite}
    bare = [h for h in heads if not any(c.dep_.startswith(("nsubj", "csubj", "expl")) for c in h.children)]
    return bool(finite) and not told, any(h.dep_ not in ("conj", "xcomp", "acl") for h in bare)


def tree_of(sentence: DocSpan) -> tuple[tuple[str, str, str], ...]:
    """What each word hangs on; brackets and marks, which the parser need not see, apart."""
    return tuple((t.text, t.head.text, t.dep_) for t in sentence if t.dep_ not in ("punct", reduction.ASIDE))


def switched(texts: list[str], pipeline: Language) -> Table:
    table = Table("what is done", "sentences", "root no verb", "finite verb without a subject", "other tree")
    whole: Counter[object] = Counter()
    for name, switch in SWITCHES.items():
        kept = getattr(reduction, switch[0]) if switch else None
        if switch:
            setattr(reduction, *switch)
        sentences = [s for text in texts for doc in repaired(text, pipeline) for s in doc.sents]
        if switch:
            setattr(reduction, switch[0], kept)
        doubts = [suspicious(sentence) for sentence in sentences]
        rootless, bare = (100 * sum(d[i] for d in doubts) / len(sentences) for i in (0, 1))
        trees = Counter(tree_of(sentence) for sentence in sentences)
        whole = whole or trees
        other = 100 * (whole - trees).total() / whole.total()
        table.add_row(name, str(len(sentences)), f"{rootless:.1f} %", f"{bare:.1f} %", f"{other:.1f} %")
    return table


def main() -> None:
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else LIMIT
    rows = Path(sys.argv[1]).read_text("utf-8").splitlines()
    step = max(1, len(rows) // limit)
    texts = [json.loads(row)["text"] for row in rows[::step]][:limit]
    pipeline = load(OURS)
    Console().print(soiled(texts, pipeline), switched(texts, pipeline), sep="\n")


if __name__ == "__main__":
    main()
