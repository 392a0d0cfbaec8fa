"""Reviews a deck in the real window of Anki, without a screen. Run by test_desktop.py, never imported.

python desktop_review.py DECK.apkg FOLDER      prints one JSON object
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox --disable-gpu",
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
}

import anki.lang
import aqt
from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from aqt.profiles import ProfileManager
from aqt.qt import QEventLoop, Qt, QTimer
from PyQt6.QtTest import QTest

anki.lang.set_lang("en")
Path(sys.argv[2]).mkdir(exist_ok=True)
profiles = ProfileManager(Path(sys.argv[2]))
profiles.setupMeta()
profiles.setLang("en")
profiles.create("A")
profiles.load("A")
profiles.save()
profiles.db.close()
app = aqt._run(["anki", "-b", sys.argv[2], "-p", "A"], exec=False)
mw = aqt.mw
while not mw.col:
    QTest.qWait(100)


def page(script: str) -> object:
    loop, said = QEventLoop(), []
    mw.web.page().runJavaScript(script, lambda value: (said.append(value), loop.quit()))
    QTimer.singleShot(5000, loop.quit)
    loop.exec()
    return said[0] if said else None


def press(key: Qt.Key) -> str:
    QTest.keyClick(mw.web.focusProxy() or mw.web, key)
    QTest.qWait(1200)
    return mw.reviewer.state


OPTIONS = "[...document.querySelectorAll('.qg-options li')].map(e => [e.textContent, e.className])"

options = ImportAnkiPackageOptions()
mw.col.import_anki_package(ImportAnkiPackageRequest(package_path=sys.argv[1], options=options))
for number in mw.col.find_notes(""):
    note = mw.col.get_note(number)
    note["Note to self"] = r"\(a^2\)"  # a person's own formula, which is to be shown as one
    mw.col.update_note(note)
mw.col.decks.select(mw.col.decks.id("D"))
mw.show()
mw.moveToState("review")
QTest.qWait(2500)
result = {"front": page(OPTIONS), "key 2": press(Qt.Key.Key_2), "back": page(OPTIONS)}
first = mw.reviewer.card.id
result["key 3"] = press(Qt.Key.Key_3)
result["next card"] = mw.reviewer.card.id != first
result["space"] = press(Qt.Key.Key_Space)
result["stem"] = page("document.querySelector('.qg-stem').textContent")
FORMULA = "mjx-container, .MathJax, anki-mathjax"
result["formulas"] = [
    page(f"document.querySelectorAll('{where} :is({FORMULA})').length") for where in (".qg", ".qg-note")
]
print(json.dumps(result))
sys.stdout.flush()
os._exit(0)
