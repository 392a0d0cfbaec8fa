"""Make spaCy's training files for named entities from the BRAT annotation of WiNER-fr.

    python scripts/names.py WINER OUT [--copies 4] [--seed 0]

WINER is a folder of .txt and .ann; OUT gets train.spacy and dev.spacy (every twelfth article).
"""

from __future__ import annotations

import argparse
import random
import sys
import tomllib
from pathlib import Path

from augment import NAME_CHANGES, augment
from brat import Article, Span, articles
from name_swaps import Pool, names_of, swap_names
from project_tokens import Token
from spacy.tokens import Doc, DocBin
from spacy.training import biluo_tags_to_spans, offsets_to_biluo_tags

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from quizgen.languages.fr.tokenizer import FrenchNews  # noqa: E402

HELD_OUT = 12


def main() -> None:
    arguments = _arguments()
    labels = tomllib.loads((HERE.parent / "configs" / "labels.toml").read_text(encoding="utf-8"))["ner"]
    read = articles(arguments.winer, labels)
    rng = random.Random(arguments.seed)
    nlp = FrenchNews()
    train = [article for at, article in enumerate(read) if at % HELD_OUT]
    pools = [None, *[names_of(train)] * (arguments.copies - 1)]
    docs = [doc for pool in pools for article in train for doc in paragraphs(nlp, article, rng, pool)]
    rng.shuffle(docs)
    _write(docs, arguments.out / "train.spacy")
    _write(
        [doc for article in read[::HELD_OUT] for doc in paragraphs(nlp, article, rng, None)],
        arguments.out / "dev.spacy",
    )


def paragraphs(nlp: FrenchNews, article: Article, rng: random.Random, pool: Pool | None) -> list[Doc]:
    """A doc per paragraph, as quizgen parses articles, with its entities; varied where there is a pool of names."""
    return [_doc(nlp, text, spans, rng, pool) for text, spans in article.paragraphs()]


def _doc(nlp: FrenchNews, text: str, spans: list[Span], rng: random.Random, pool: Pool | None) -> Doc:
    doc = nlp.make_doc(text)
    tags = [_closed(tag) for tag in offsets_to_biluo_tags(doc, _snapped(doc, spans), missing="O")]
    tokens = [Token(token.text, bool(token.whitespace_), "", "", "", 0, "") for token in doc]
    if pool is not None:
        tokens, tags = swap_names(tokens, tags, pool, rng)
        tokens = augment(tokens, rng, 1.0, NAME_CHANGES)
    made = Doc(nlp.vocab, words=[token.text for token in tokens], spaces=[token.space for token in tokens])
    made.set_ents(biluo_tags_to_spans(made, tags))
    return made


def _closed(tag: str) -> str:
    return "O" if tag == "-" else tag


def _snapped(doc: Doc, spans: list[Span]) -> list[Span]:
    """Spans moved to token boundaries."""
    found = [(doc.char_span(start, end, alignment_mode="expand"), label) for start, end, label in spans]
    out: list[Span] = []
    for span, label in found:
        if span is not None and (not out or span.start_char >= out[-1][1]):
            out.append((span.start_char, span.end_char, label))
    return out


def _write(docs: list[Doc], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(attrs=["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"], docs=docs, store_user_data=False).to_disk(path)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("winer", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--copies", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    main()
