"""Subject pronouns, inversion and agreement (a-t-elle bloqué, ont-ils rencontrés)."""

from __future__ import annotations

from quizgen.languages.fr.grammar_elision import fold
from quizgen.languages.fr.grammar_lexicon import table, words


def normal_gender(gender: str | None) -> str:
    """ "m" or "f" from "Masc", "Fem", "m", "f" or None; masculine where it is not known."""
    return "f" if (gender or "m")[0].lower() == "f" else "m"


def normal_number(number: str | None) -> str:
    """ "s" or "p" from "Sing", "Plur", "s", "p" or None; singular where it is not known."""
    return "p" if (number or "s")[0].lower() == "p" else "s"


def _choice(forms: str, gender: str | None, number: str | None) -> str:
    """One of four forms in the order ms fs mp fp."""
    index = (normal_gender(gender) == "f") + 2 * (normal_number(number) == "p")
    return forms.split()[index]


def which(gender: str | None = "m", number: str | None = "s") -> str:
    """quel, quelle, quels or quelles."""
    return _choice(table("agreement")["which"], gender, number)


def which_one(gender: str | None = "m", number: str | None = "s") -> str:
    """lequel, laquelle, lesquels or lesquelles."""
    return _choice(table("agreement")["which_one"], gender, number)


def pronoun(gender: str | None = "m", number: str | None = "s") -> str:
    """il, elle, ils or elles."""
    return _choice(table("agreement")["subject"], gender, number)


def inversion(verb_form: str, gender: str | None = "m", number: str | None = "s", subject: str | None = None) -> str:
    """The verb with its subject pronoun behind it.

    In: a finite verb of the third person with the clitics before it and whatever follows ("n'a pas
    bloqué"); ``subject`` overrides the pronoun ("on", "ce"). Out: "n'a-t-il pas bloqué", "sont-elles",
    "prend-il". The first word that is no clitic is taken for the finite verb.
    """
    parts = verb_form.split(" ")
    index = next((i for i, part in enumerate(parts) if part and not _is_clitic(part)), len(parts) - 1)
    parts[index] = _hyphenated(parts[index], subject or pronoun(gender, number))
    return " ".join(parts)


def _is_clitic(word: str) -> bool:
    return word.lower() in words("agreement", "clitics")


def _hyphenated(verb: str, subject: str) -> str:
    """A euphonic t stands between a verb that does not end in t or d and a vowel."""
    link = "-t-" if fold(verb)[-1:] not in ("t", "d") and fold(subject)[:1] in "aeio" else "-"
    return f"{verb}{link}{subject}"


def singular_verb(form: str, lemma: str) -> str | None:
    """The third person singular of a third person plural: "ont" → "a", "bombardaient" → "bombardait".

    In: the finite form and its infinitive. None for a form that no rule is sure of.
    """
    word = form.lower()
    irregular: dict[str, str] = table("agreement")["third_person"]
    if word in irregular:
        return irregular[word]
    if word.endswith("aient"):
        return f"{word[:-5]}ait"
    if word.endswith("ent") and lemma.endswith("er"):
        return word[:-2]
    return None


def agree(participle: str, gender: str | None = "m", number: str | None = "s") -> str:
    """A past participle, given in the masculine singular, in the form asked for: "pris", f, p → "prises"."""
    feminine = normal_gender(gender) == "f"
    plural = normal_number(number) == "p"
    base = _irregular(participle) if feminine or plural else participle
    if feminine:
        base += "e"
    return base + "s" if plural and not base.endswith(("s", "x", "z")) else base


def _irregular(participle: str) -> str:
    return str(table("agreement")["participles"].get(participle, participle))


def feminine(adjective: str) -> str:
    """The feminine of an adjective given in the masculine singular: "russe", "européenne", "nucléaire"."""
    known = table("agreement")["feminine"]
    if adjective in known["words"]:
        return str(known["words"][adjective])
    for ending, replacement in known["endings"].items():
        if adjective.endswith(ending):
            return adjective[: len(adjective) - len(ending)] + str(replacement)
    return adjective if adjective.endswith("e") else adjective + "e"


def plural(word: str) -> str:
    """The plural of a noun or adjective given in the singular: "pays", "journaux", "missiles"."""
    known = table("agreement")["plural"]
    if word in known["words"]:
        return str(known["words"][word])
    for ending, replacement in known["endings"].items():
        if word.endswith(ending):
            return word[: len(word) - len(ending)] + str(replacement)
    return word + "s"


def adjective(masculine: str, gender: str | None = "m", number: str | None = "s") -> str:
    """An adjective, given in the masculine singular, in the form asked for."""
    base = feminine(masculine) if normal_gender(gender) == "f" else masculine
    return plural(base) if normal_number(number) == "p" else base
