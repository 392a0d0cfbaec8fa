"""Forms of names: a surname for a full name, initials for an organisation."""

from __future__ import annotations

from quizgen.quiz.grading.lexicon import Lexicon, Words
from quizgen.quiz.grading.numbers import match_at
from quizgen.quiz.grading.text import fold, singular, tokens


def without_title(words: Words, lexicon: Lexicon) -> Words:
    """*M. Loukachenko*, *le président Loukachenko* → *loukachenko*.

    A title alone stays, and so does one that is the head of a phrase (*président de la République*).
    """
    while len(words) > 1 and words[0] in lexicon.small:
        words = words[1:]
    while True:
        title = next((phrase for phrase in lexicon.titles if match_at(list(words), 0, phrase)), None)
        if title is None or len(title) >= len(words) or words[len(title)] in lexicon.small:
            return words
        words = words[len(title) :]


def _capitalised(text: str, lexicon: Lexicon) -> bool:
    return all(part[0].isupper() or fold(part) in lexicon.particles for part in text.split())


def is_person(text: str, lexicon: Lexicon) -> bool:
    """Whether a text has the form of a given name and a family name."""
    parts = text.split()
    return (
        2 <= len(parts) <= 5
        and not any(c.isdigit() for c in text)
        and _capitalised(text, lexicon)
        and (parts[0][0].isupper() and parts[-1][0].isupper())
    )


def name_forms(full: str, lexicon: Lexicon) -> tuple[Words, frozenset[Words]]:
    """In: a full name as written. Out: the given name, and every form that names the same person."""
    parts = [tuple(tokens(fold(part))) for part in full.split()]
    family_first = parts[0] and parts[0][0] in lexicon.family_first
    given, family = (parts[1:], parts[:1]) if family_first else (parts[:1], parts[1:])
    while not family_first and len(family) > 1 and _is_initial(family[0]):
        family = family[1:]
    whole = tuple(word for part in family for word in part)
    bare = tuple(word for word in whole if word not in lexicon.particles) or whole
    first = tuple(word for part in given for word in part)
    full_words = tuple(word for part in parts for word in part)
    initials = tuple(word[0] for word in first)
    short = {(*initials[:1], *whole), (*initials, *whole), ("".join(initials), *whole)}
    forms = {whole, bare, full_words, (*first, *whole), (*whole, *first)} | short
    return first, frozenset(forms)


def _is_initial(part: Words) -> bool:
    return len(part) == 1 and len(part[0]) == 1


def surname_matches(typed: Words, full: str, lexicon: Lexicon) -> bool:
    """Whether the words typed are a form of the name that is more than the given name."""
    given, forms = name_forms(full, lexicon)
    plain = without_title(typed, lexicon)
    known = {tuple(map(singular, form)) for form in forms} - {tuple(map(singular, given))}
    known |= {tuple(word for word in form if word not in lexicon.small) for form in known}
    return tuple(map(singular, plain)) in known


def initials_of(words: Words, lexicon: Lexicon) -> str:
    return "".join(word[0] for word in words if word not in lexicon.unread)


def is_acronym_of(short: Words, long: Words, lexicon: Lexicon) -> bool:
    """Whether a single word of two to eight letters is made of the initials of the other words."""
    return len(short) == 1 and 2 <= len(short[0]) <= 8 and len(long) > 1 and initials_of(long, lexicon) == short[0]
