"""Where the library is."""

from __future__ import annotations

import os
from pathlib import Path


def library_path(chosen: Path | None = None) -> Path:
    """The path chosen, else ``QUIZGEN_LIBRARY``, else the place the system has for such files."""
    if chosen is not None:
        return chosen
    if named := os.environ.get("QUIZGEN_LIBRARY"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("quizgen", appauthor=False) / "library.sqlite"
