"""Make spaCy's training files from CoNLL-U treebanks.

    python scripts/trees.py TREEBANKS OUT [--copies 6] [--seed 0]

TREEBANKS is a folder with sequoia, gsd and fqb; OUT gets train.spacy and dev.spacy. Test sets are not read.
"""

from __future__ import annotations

import argparse
import random
import sys
import tomllib
from pathlib import Path

from augment import augment
from conllu import sentences
from project_tokens import Token, project
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from quizgen.languages.fr.tokenizer import FrenchNews  # noqa: E402

Group = list[list[Token]]
HELD_OUT = 10  # every tenth sentence of GSD's dev set helps to choose the best step
LENGTHS = (1, 1, 1, 1, 2, 2, 3, 4, 6)  # sentences in a document, drawn by chance


def main() -> None:
    arguments = _arguments()
    train, dev = read(arguments.treebanks)
    rng = random.Random(arguments.seed)
    groups = [group for copy in range(arguments.copies) for group in _copy(train, rng, copy)]
    rng.shuffle(groups)
    _write(groups, arguments.out / "train.spacy")
    _write([group for bank in dev for group in _grouped(bank, random.Random(0))], arguments.out / "dev.spacy")


def read(treebanks: Path) -> tuple[list[Group], list[Group]]:
    """Training and development sentences, per treebank."""
    labels = tomllib.loads((HERE.parent / "configs" / "labels.toml").read_text(encoding="utf-8"))["dep"]
    nlp = FrenchNews()

    def load(name: str) -> Group:
        return [project(sentence, nlp, labels) for sentence in sentences(treebanks / f"{name}.conllu")]

    gsd = load("gsd/dev")
    kept = [sentence for at, sentence in enumerate(gsd) if at % HELD_OUT]
    return [load("sequoia/train"), kept, load("fqb/all")], [load("sequoia/dev"), gsd[::HELD_OUT]]


def _copy(banks: list[Group], rng: random.Random, copy: int) -> list[Group]:
    """All sentences once, grouped anew; the first copy is as the treebanks have it."""
    share = 0.0 if copy == 0 else 1.0
    return [[augment(tokens, rng, share) for tokens in group] for bank in banks for group in _grouped(bank, rng)]


def _grouped(bank: Group, rng: random.Random) -> list[Group]:
    groups, at = [], 0
    while at < len(bank):
        length = rng.choice(LENGTHS)
        groups.append(bank[at : at + length])
        at += length
    return groups


def _write(groups: list[Group], path: Path) -> None:
    vocab = Vocab()
    bins = DocBin(attrs=["ORTH", "LEMMA", "POS", "MORPH", "HEAD", "DEP", "SENT_START", "SPACY"], store_user_data=False)
    for group in groups:
        bins.add(_doc(vocab, group))
    path.parent.mkdir(parents=True, exist_ok=True)
    bins.to_disk(path)


def _doc(vocab: Vocab, group: Group) -> Doc:
    tokens = [token for sentence in group for token in sentence]
    offsets = [sum(len(sentence) for sentence in group[:at]) for at in range(len(group))]
    heads = [offset + token.head for offset, sentence in zip(offsets, group, strict=True) for token in sentence]
    spaces = [token.space or at + 1 in offsets for at, token in enumerate(tokens)]
    return Doc(
        vocab,
        words=[token.text for token in tokens],
        spaces=spaces,
        lemmas=[token.lemma for token in tokens],
        pos=[token.pos for token in tokens],
        morphs=[token.morph for token in tokens],
        heads=heads,
        deps=[token.dep for token in tokens],
        sent_starts=[at in offsets for at in range(len(tokens))],
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--copies", type=int, default=6)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    main()
