"""What a deck and its file are called where the user does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path("decks")
_NAMED = 3
_UNFIT = re.compile(r"[^\w.+-]+")


def deck_name(sources: Sequence[str], out: str | None) -> str:
    """From the file's name where there is one, else from the sources."""
    if out is not None and Path(out).stem.strip():
        return Path(out).stem
    names = list(dict.fromkeys(_name(source) for source in sources))
    rest = len(names) - _NAMED
    return "+".join(names[:_NAMED]) + (f"+{rest}" if rest > 0 else "")


def deck_path(name: str) -> Path:
    """``decks/<name>.apkg``; what does not fit into a file's name becomes a hyphen."""
    return FOLDER / f"{_UNFIT.sub('-', name).strip('-.') or 'deck'}.apkg"


def _name(source: str) -> str:
    if source == "-":
        return "stdin"
    path = Path(source)
    return (path.resolve().name if path.is_dir() else path.stem) or "deck"
