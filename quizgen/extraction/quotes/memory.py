"""What the sentences of an article have named so far, for the quotations that come next."""

from __future__ import annotations

from dataclasses import dataclass, field

from quizgen.extraction.names.matching import without_title
from quizgen.extraction.quotes.lexicon import SpeechLexicon
from quizgen.parsing.parsed import Parsed

_TITLES = ("subjects.masculine_titles", "subjects.feminine_titles", "subjects.titles")


@dataclass(frozen=True)
class Referent:
    """Somebody an article speaks of. ``gender`` is ``m``, ``f`` or empty; ``sure``: enough to be asked for."""

    name: str
    kind: str
    gender: str = ""
    plural: bool = False
    sure: bool = True


@dataclass
class Memory:
    """What the sentences read so far have named. ``last`` spoke last; ``subject`` is the last sentence's subject,
    ``pronoun`` its gender where that is a pronoun.
    """

    names: tuple[str, ...]
    titles: frozenset[str]
    genders: dict[str, str] = field(default_factory=dict)
    roles: dict[str, set[str]] = field(default_factory=dict)
    last: Referent | None = None
    current: Referent | None = None
    subject: Referent | None = None
    pronoun: str = ""
    recent: list[Referent] = field(default_factory=list)
    paragraph: int = -1
    quoted: bool = False
    age: int = 0


def memory_of(parsed: Parsed, lex: SpeechLexicon) -> Memory:
    """An empty memory that knows the article's names of persons."""
    titles = frozenset().union(*(lex.sets[key] for key in _TITLES))
    names = [
        _capitals(without_title(entity.text, titles))
        for paragraph in parsed.paragraphs
        for entity in paragraph.doc.ents
        if entity.label_ == "PER"
    ]
    return Memory(tuple(dict.fromkeys(name for name in names if name and not _has_role(name, lex))), titles)


def _has_role(name: str, lex: SpeechLexicon) -> bool:
    return any(lex.has("hints.roles", word.lower()) or lex.has("hints.bodies", word.lower()) for word in name.split())


def _capitals(name: str) -> str:
    """``name`` from its first word with a capital on; empty where it holds a mark or a digit."""
    words = name.split()
    while words and not words[0][:1].isupper():
        words.pop(0)
    text = " ".join(words)
    return "" if any(char in text for char in '«»"():;,') else text
