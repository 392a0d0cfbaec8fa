"""How long until the first question: whole process, a library of 5 000 questions, on a pseudo-terminal.

    python benchmarks/quiz_start.py [RUNS]

Prints the median and the worst of the runs beside ``python -c "import rich, fsrs, pydantic"``, and
fails where a heavy module was imported before the first question or where the median is over 0.5 s.
"""

from __future__ import annotations

import datetime
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from quizgen.library import open_library

QUESTIONS, PER_ARTICLE, LIMIT = 5000, 10, 0.5
COMMAND = "from quizgen.cli import main; main()"
# pydantic is imported by Typer itself, to read the arguments.
HEAVY = ("spacy", "torch", "pandas", "numpy", "babel", "fsrs", "genanki", "trafilatura", "rapidfuzz")


def _question(number: int) -> dict[str, object]:
    sentence = f"Le port numéro {number} a reçu {number} navires au printemps, selon la capitainerie."
    article = number // PER_ARTICLE
    day = datetime.date(2026, 1, 1) + datetime.timedelta(days=article % 300)
    return {
        "id": f"q{number:06}",
        "template": "quantity-count",
        "kind": "quantity",
        "style": "open",
        "rank": number % 10,
        "stem": f"Combien de navires le port numéro {number} a-t-il reçus ?",
        "answer": str(number),
        "accepted": [],
        "options": None,
        "context": "Le port",
        "attribution": "la capitainerie",
        "score": 0.5,
        "tags": ["port"],
        "evidence": {"text": sentence, "start": 0, "end": len(sentence), "answer_start": None, "answer_end": None},
        "article": {
            "id": f"a{article:05}",
            "title": f"Le port {article}",
            "outlet": "Le Phare",
            "url": None,
            "date": str(day),
        },
        "language": "fr",
        "hint": None,
    }


def make_library(path: Path) -> None:
    with open_library(path) as library:
        library.add_data([_question(number) for number in range(QUESTIONS)], now=datetime.datetime.now(datetime.UTC))


def environment(library: Path) -> dict[str, str]:
    """Compiled modules are kept, as they are where quizgen is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    cache = str(library.parent / "compiled")
    return {**kept, "TERM": "xterm-256color", "QUIZGEN_LIBRARY": str(library), "PYTHONPYCACHEPREFIX": cache}


def first_question(library: Path) -> tuple[float, float]:
    """Seconds from starting the process to the question on the terminal, and seconds of the processor's time."""
    import pty

    variables = environment(library)
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, "-c", COMMAND, "quiz"], variables)
    seen = b""
    while b"Combien" not in seen:
        seen += os.read(terminal, 65536)
    took = time.perf_counter() - began
    os.kill(child, signal.SIGKILL)
    usage = os.wait4(child, 0)[2]
    os.close(terminal)
    return took, usage.ru_utime + usage.ru_stime


def imports_alone(library: Path) -> tuple[float, float]:
    began = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", "import rich, fsrs, pydantic"], env=environment(library))
    usage = os.wait4(child.pid, 0)[2]
    child.returncode = 0
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime


def imported_early(library: Path) -> set[str]:
    """Heavy modules that a quiz imports before its first answer."""
    report = f"import sys; print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    code = f"import atexit\natexit.register(lambda: exec({report!r}))\n" + COMMAND
    ran = subprocess.run(
        [sys.executable, "-c", code, "quiz", "--library", str(library)], input="", capture_output=True, text=True
    )
    return set(eval(ran.stderr.strip().splitlines()[-1]))


def _report(what: str, runs: list[tuple[float, float]]) -> float:
    """Print the figures; out: the median of the seconds that passed."""
    passed, used = ([run[at] for run in runs] for at in (0, 1))
    median = statistics.median(passed)
    print(
        f"{what:28} median {median:.3f} s, best {min(passed):.3f} s, worst {max(passed):.3f} s; "
        f"processor {statistics.median(used):.3f} s"
    )
    return median


def main(runs: int = 15) -> int:
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.sqlite"
        make_library(library)
        first_question(library), imports_alone(library)
        pairs = [(first_question(library), imports_alone(library)) for _ in range(runs)]
        early = imported_early(library)
    quiz = _report(f"first question of {QUESTIONS}", [pair[0] for pair in pairs])
    _report("import rich, fsrs, pydantic", [pair[1] for pair in pairs])
    print(f"heavy modules before the first answer: {', '.join(sorted(early)) or 'none'}")
    return int(quiz > LIMIT or bool(early))


if __name__ == "__main__":
    sys.exit(main(*(int(value) for value in sys.argv[1:])))
