"""Write where the treebanks' lemmas differ from the lexicon's, for words of the training files.

python scripts/lemma_corrections.py TRAIN.spacy OUT.tsv
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

import spacy
from spacy.tokens import DocBin

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from quizgen.languages.fr.pipeline.lemmas import lexicon_lemma  # noqa: E402

SKIPPED = {"PROPN", "NUM", "SYM", "X", "SPACE", "PUNCT", ""}
HEADER = (
    "# Word, part of speech and lemma where the treebanks differ from the lexicon. Made by training/, not by hand.\n"
)


def main() -> None:
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for doc in DocBin().from_disk(source).get_docs(spacy.blank("xx").vocab):
        for token in doc:
            if token.pos_ not in SKIPPED and token.lemma_ not in ("", "_") and token.text[:1].isalpha():
                counts[token.lower_.replace("’", "'"), token.pos_][token.lemma_.lower()] += 1
    rows = [(form, pos, seen.most_common(1)[0][0]) for (form, pos), seen in sorted(counts.items())]
    kept = ["\t".join(row) for row in rows if lexicon_lemma(row[0], row[1]) != row[2]]
    target.write_text(HEADER + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"{len(rows)} words, {len(kept)} differ")


if __name__ == "__main__":
    main()
