"""Noun phrases after a preposition (du Belarus, aux États-Unis) and their determiners."""

from __future__ import annotations

from quizgen.languages.fr.grammar_elision import elide, first_word, takes_elision
from quizgen.languages.fr.grammar_lexicon import table, words

# Words in the longest name that starts with an article (Le Journal du dimanche).
LONGEST_NAME = 5


def split_determiner(np: str) -> tuple[str, str]:
    """The determiner and the rest: ``("la ", "Lituanie")``, ``("l'", "OTAN")``, ``("", "Minsk")``.

    A capitalised article belongs to the name (La Rochelle, Les Républicains) and is not split off
    here; nor is one that ends the phrase.
    """
    for short in ("l'", "l’", "d'", "d’"):
        if np.startswith(short) and len(np) > len(short):
            return short, np[len(short) :]
    head, _, rest = np.partition(" ")
    return (f"{head} ", rest) if rest and head in words("elision", "determiners", "all") else ("", np)


def strip_determiner(np: str) -> str:
    """The phrase without its determiner: "la Lituanie" → "Lituanie", "un système" → "système"."""
    determiner, rest = split_determiner(np)
    outer = determiner.strip() in words("elision", "determiners", "outer")
    return split_determiner(rest)[1] if outer else rest


def after(preposition: str, np: str) -> str:
    """A preposition and a noun phrase, contracted and elided.

    In: a preposition, simple or ending in *de* or *à* ("près de", "jusqu'à"), and a phrase with or
    without determiner. Out: "du Belarus", "près des États-Unis", "jusqu'aux élections", "sans Alexandre".
    """
    head, _, last = preposition.rpartition(" ")
    lead = f"{head} " if head else ""
    if last.lower() in ("jusqu'à", "quant à", "jusqu’à"):
        return lead + last[:-1] + after("à", np)
    return lead + _joined(last, np)


def _joined(last: str, np: str) -> str:
    capital, low = last[:1].isupper(), last.lower()
    head, space, rest = _article_apart(np)
    contracted = table("elision")["contracted"].get(low, {}).get(head)
    joined = f"{contracted}{space}{rest}" if contracted else _de(np) if low == "de" else elide(low, np)
    return joined[:1].upper() + joined[1:] if capital else joined


def _article_apart(np: str) -> tuple[str, str, str]:
    """The first word, the space and the rest; a name's own capital article in lower case where it contracts."""
    head, space, rest = np.partition(" ")
    return (head.lower() if head in ("Le", "Les") and rest and contracts(np) else head), space, rest


def contracts(np: str) -> bool:
    """Whether a name's own capital article contracts: Le Havre, Les Républicains; not Le Pen, Le Drian.

    The name may be followed by other words (Le Havre, ville portuaire).
    """
    from quizgen import knowledge

    if np.startswith("Les "):
        return True
    known = knowledge.load("fr")
    parts = np.split(" ")
    starts = (" ".join(parts[:end]).rstrip(",;:") for end in range(2, min(len(parts), LONGEST_NAME) + 1))
    return any(known.place(start) or known.organisation(start) for start in starts)


def _de(np: str) -> str:
    """*De* swallows the partitive and plural article: des missiles → de missiles."""
    head, _, rest = np.partition(" ")
    if head in ("des", "du") and rest:
        return elide("de", rest)
    for short in ("de l'", "de la ", "de l’"):
        if np.startswith(short):
            return elide("de", np[len(short) :])
    return elide("de", np)


def of(np: str) -> str:
    """*De* and a phrase: "de la Lituanie", "du Belarus", "des États-Unis", "d'Alexandre", "de l'OTAN"."""
    return after("de", np)


def to(np: str) -> str:
    """*À* and a phrase: "à la Lituanie", "au Belarus", "aux États-Unis", "à l'OTAN", "à Alexandre"."""
    return after("à", np)


def join(items: list[str] | tuple[str, ...], conjunction: str = "et") -> str:
    """An enumeration: "la Suède, la Norvège et la Finlande"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"


def article(gender: str, number: str, text: str) -> str:
    """The definite article glued to ``text``: "la Lituanie", "l'armée", "les avions"."""
    if number == "p":
        return f"les {text}"
    if takes_elision(text):
        return f"l'{text}"
    return f"la {text}" if gender == "f" else f"le {text}"


def definite(np: str, gender: str | None = None, number: str | None = None) -> str:
    """The phrase with a definite article: "un système" → "le système", "Lituanie" → "la Lituanie".

    Gender and number are read from the determiner, the knowledge base or the noun where they are not
    given. A proper name that takes no article (Minsk, Alexandre) and a phrase that is already
    definite come back unchanged.
    """
    from quizgen.languages.fr.grammar_nouns import gender_of, number_of

    determiner, rest = split_determiner(np)
    if determiner.strip() in words("elision", "determiners", "definite"):
        return np
    known = _name_with_article(np)
    if known is not None:
        return known
    if not determiner and first_word(np)[:1].isupper():
        return np
    return article(gender or gender_of(np) or "m", number or number_of(np), rest)


def _name_with_article(np: str) -> str | None:
    from quizgen import knowledge

    name = knowledge.load("fr").name(strip_determiner(np))
    return None if name is None else name.full


def demonstrative(gender: str, number: str, text: str) -> str:
    """ce, cet, cette or ces before ``text``: "cet avion", "cette armée"."""
    if number == "p":
        return f"ces {text}"
    if gender == "f":
        return f"cette {text}"
    return f"cet {text}" if takes_elision(text) else f"ce {text}"


def possessive(gender: str, number: str, text: str) -> str:
    """son, sa or ses before ``text``: "son armée", "sa réponse"."""
    if number == "p":
        return f"ses {text}"
    return f"sa {text}" if gender == "f" and not takes_elision(text) else f"son {text}"


def determiner_features(determiner: str) -> tuple[str | None, str | None]:
    """Gender and number that a determiner shows: "une" → ("f", "s"), "les" → (None, "p"), "" → (None, None)."""
    shown = table("elision")["determiners"]["features"].get(determiner.strip().lower(), "")
    return (shown[0] if shown[:1] in ("m", "f") else None, shown[-1:] or None)
