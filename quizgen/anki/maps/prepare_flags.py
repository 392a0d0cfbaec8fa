"""Makes ``flags.json`` of the drawings in the npm package flag-icons (MIT): those of at most 6 kB.

    npm pack flag-icons@7.5.0 && tar xzf flag-icons-7.5.0.tgz
    python -m quizgen.anki.maps.prepare_flags package/flags/4x3 > quizgen/anki/maps/flags.json

Run by hand when a flag changes. Flags with a coat of arms of hundreds of strokes are left out: 37 of the countries that
quizgen knows, whose cards show the map alone.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

_LARGEST = 6000
_OUTER = re.compile(r"^\s*<svg[^>]*>|</svg>\s*$")


def flags(folder: Path) -> dict[str, str]:
    """ISO 3166-1 alpha-2 code → what stands within the drawing's ``svg`` element of 640 by 480."""
    found = {}
    for path in sorted(folder.glob("??.svg")):
        text = re.sub(r">\s+<", "><", path.read_text("utf-8").strip())
        if len(text) <= _LARGEST:
            found[path.stem.upper()] = _OUTER.sub("", text)
    return found


if __name__ == "__main__":
    json.dump(flags(Path(sys.argv[1])), sys.stdout, ensure_ascii=True, separators=(",", ":"))
    print()
