"""The deck in an older Anki: set QUIZGEN_OLD_ANKI to a Python that has it.

For example, in an environment of its own: pip install anki==2.1.54 "protobuf<4.24"
"""

from __future__ import annotations

import json
import os
import subprocess

import pytest

from quizgen.anki.package import write_deck

TAKE_IN = """
import json, os, sys
import anki.collection
col = anki.collection.Collection(os.path.join(sys.argv[2], "collection.anki2"))
wrap = getattr(anki.collection, "ImportAnkiPackageRequest", lambda package_path: package_path)
logs = [col.import_anki_package(wrap(package_path=sys.argv[1])).log for _ in range(2)]
sides = [col.get_card(number).render_output() for number in col.find_cards("")]
print(json.dumps({
    "new": len(logs[0].new), "duplicate": len(logs[1].duplicate), "fine": col.fix_integrity()[1],
    "fronts": [side.question_text for side in sides], "backs": [side.answer_text for side in sides],
}))
"""


def test_an_old_anki_takes_in_the_deck(make_deck, day, tmp_path):
    python = os.environ.get("QUIZGEN_OLD_ANKI")
    if python is None:
        pytest.skip("QUIZGEN_OLD_ANKI names no Python with an older Anki")
    write_deck(make_deck(), tmp_path / "deck.apkg", now=day)
    command = [python, "-c", TAKE_IN, str(tmp_path / "deck.apkg"), str(tmp_path)]
    result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])
    assert (result["new"], result["duplicate"], result["fine"]) == (3, 3, True)
    assert all("a inauguré le pont de Narva" in side for side in result["fronts"] + result["backs"])
    assert all("La ministre <mark>Anna Kask</mark>" in side for side in result["backs"])
