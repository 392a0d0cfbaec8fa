"""One typed answer against one right answer. Each comparison says right, almost, wrong, or leaves it to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from quizgen.quiz.grading.dates import compare_dates
from quizgen.quiz.grading.lexicon import Lexicon, Words, key_of
from quizgen.quiz.grading.lists import compare_lists
from quizgen.quiz.grading.names import is_acronym_of, is_person, name_forms, surname_matches, without_title
from quizgen.quiz.grading.numbers import Quantity
from quizgen.quiz.grading.parts import Parts
from quizgen.quiz.grading.spelling import is_another_place, slips
from quizgen.quiz.grading.text import fold, singular, tokens
from quizgen.quiz.grading.verdict import Verdict
from quizgen.quiz.item import Item

Finding = tuple[Verdict, str]

RIGHT: Finding = (Verdict.RIGHT, "")
WRONG: Finding = (Verdict.WRONG, "")
LONG = 6
"""From so many words on an answer may be put in other words; a shorter one with another word is another answer."""


@dataclass(frozen=True)
class Case:
    """What is compared: the typed answer, one right answer, the item they belong to."""

    typed: Parts
    right: Parts
    item: Item
    lexicon: Lexicon

    @cached_property
    def stem_words(self) -> frozenset[str]:
        return frozenset(singular(word) for word in tokens(fold(f"{self.item.stem} {self.item.hint or ''}")))

    @cached_property
    def asks_who(self) -> bool:
        stem = f" {fold(self.item.stem)} "
        return self.item.kind in self.lexicon.person_kinds or any(f" {words} " in stem for words in self.lexicon.who)


def _same_text(case: Case) -> Finding | None:
    """Equal words, or equal letters however they are spaced."""
    same = case.typed.date == case.right.date and case.typed.quantities == case.right.quantities
    if same and case.typed.hedges == case.right.hedges and "".join(case.typed.key) == "".join(case.right.key):
        return RIGHT
    return None


def _dates(case: Case) -> Finding | None:
    typed, right = case.typed.date, case.right.date
    if typed is None and right is None:
        return None
    if typed is None or right is None:
        return _year_alone(case)
    return compare_dates(typed, right), "date"


def _year_alone(case: Case) -> Finding:
    """A month and its year against the year alone: a part of the answer."""
    dated, other = (case.typed, case.right) if case.typed.date else (case.right, case.typed)
    years = [quantity.value for quantity in other.quantities]
    known = dated.date is not None and dated.date.day is None and years == [dated.date.year] and not other.key
    return (Verdict.ALMOST, "date") if known else WRONG


def _hedges_clash(case: Case) -> bool:
    return {"at_most", "at_least"} <= case.typed.hedges | case.right.hedges


def _quantities(case: Case) -> Finding | None:
    typed, right = case.typed.quantities, case.right.quantities
    if not typed and not right:
        return None
    if not _same_values(case):
        return WRONG
    if _hedges_clash(case) or _units_clash(case):
        return WRONG
    return _around_quantities(case)


def _same_value(typed: Quantity, right: Quantity) -> bool:
    """Equal, or equal as written where one of them has no unit: *500* against *500 km*."""
    if typed.dimension is None or right.dimension is None:
        return typed.bare == right.bare
    return typed.value == right.value


def _same_values(case: Case) -> bool:
    typed, right = case.typed.quantities, case.right.quantities
    return len(typed) == len(right) and all(_same_value(a, b) for a, b in zip(typed, right, strict=True))


def _units_clash(case: Case) -> bool:
    pairs = zip(case.typed.quantities, case.right.quantities, strict=True)
    return any(a.dimension and b.dimension and a.dimension != b.dimension for a, b in pairs)


def _unit_in_stem(case: Case) -> bool:
    dimensions = {quantity.dimension for quantity in (*case.right.quantities, *case.typed.quantities)}
    forms = [form for form, unit in case.lexicon.units if unit.dimension in dimensions and len("".join(form)) > 1]
    return any(all(singular(word) in case.stem_words for word in form) for form in forms)


def _around_quantities(case: Case) -> Finding:
    """The numbers agree; now their units and the words around them."""
    missing = set(case.right.key) - set(case.typed.key) - case.stem_words
    extra = set(case.typed.key) - set(case.right.key) - case.stem_words
    if any(word in case.lexicon.negations for word in missing | extra):
        return WRONG
    pairs = list(zip(case.typed.quantities, case.right.quantities, strict=True))
    bare = any(right.dimension and not typed.dimension for typed, right in pairs)
    named = any(typed.dimension and not right.dimension for typed, right in pairs)
    if missing or extra:
        return WRONG if named else _near_words(case)
    return (Verdict.ALMOST, "unit") if (bare or named) and not _unit_in_stem(case) else RIGHT


def _near_words(case: Case) -> Finding:
    """A number with other words: a slip in them, or some of them left out."""
    if case.typed.key and slips(case.typed.key, case.right.key, case.lexicon):
        return Verdict.ALMOST, "slip"
    return (Verdict.ALMOST, "part") if set(case.typed.key) < set(case.right.key) and _is_count(case) else WRONG


def _is_count(case: Case) -> bool:
    """Whether the answer is a number and what is counted (*12 soldats*), and not a name with a number in it."""
    return (
        case.right.text.strip()[:1].isdigit()
        or bool(case.right.hedges)
        or tokens(fold(case.right.text))[0] in (case.lexicon.number_words)
    )


def _negation(case: Case) -> Finding | None:
    def count(words: Words) -> int:
        return sum(word in case.lexicon.negations for word in words)

    return WRONG if count(case.typed.words) != count(case.right.words) else None


def _same_thing(case: Case) -> Finding | None:
    """Two names of one thing; an acronym and the words it is made of."""
    if any(case.typed.key in names and case.right.key in names for names in case.lexicon.same):
        return RIGHT
    small = case.lexicon.small
    typed, right = (tuple(w for w in words if w not in small) for words in (case.typed.words, case.right.words))
    if is_acronym_of(typed, right, case.lexicon) or is_acronym_of(right, typed, case.lexicon):
        return None if case.asks_who and is_person(case.right.text, case.lexicon) else RIGHT
    return None


def _person(case: Case) -> Finding | None:
    full = case.right.text
    if not case.lexicon.particles or not is_person(full, case.lexicon):
        return None
    if is_another_place(case.right.key, case.item.language):
        return None
    given, forms = name_forms(full, case.lexicon)
    typed = without_title(case.typed.words, case.lexicon)
    if surname_matches(case.typed.words, full, case.lexicon):
        return RIGHT if case.asks_who or len(typed) > 1 else (Verdict.ALMOST, "part")
    if case.asks_who and typed == given:
        return WRONG
    near = [form for form in forms if form != given and case.asks_who and slips(typed, form, case.lexicon)]
    return (Verdict.ALMOST, "slip") if near else None


def _rest_of_stem(case: Case) -> Finding | None:
    """What is left out stands in the question: *16e* where it asks for a century."""
    needed = tuple(word for word in case.right.key if word not in case.stem_words)
    return RIGHT if needed and needed == case.typed.key and len(needed) < len(case.right.key) else None


def _name_after_title(case: Case) -> Words:
    """*M. Poutine* → *poutine*; not *président russe* → *russe*: what follows must be a name. Else no words."""
    rest = without_title(case.right.words, case.lexicon)
    named = any(word[:1].isupper() and tokens(fold(word))[:1] == [rest[0]] for word in case.right.text.split())
    return key_of(rest, case.lexicon.small) if rest and named else ()


def _titles(case: Case) -> Finding | None:
    """*M. Poutine* and *Poutine*."""
    typed = key_of(without_title(case.typed.words, case.lexicon), case.lexicon.small)
    return RIGHT if typed and typed == _name_after_title(case) else None


def _lists(case: Case) -> Finding | None:
    found = compare_lists(case.typed.words, case.right.words, case.lexicon)
    return None if found is None else (found, "list")


def _spelling(case: Case) -> Finding | None:
    if is_another_place(case.typed.key, case.item.language):
        return WRONG
    return (Verdict.ALMOST, "slip") if slips(case.typed.key, case.right.key, case.lexicon) else None


def _part(case: Case) -> Finding | None:
    """Most of a long answer, or the answer with a little around it: the person decides."""
    typed, right = set(case.typed.key), set(_name_after_title(case) or case.right.key)
    if any(word in case.lexicon.alternatives for word in case.typed.words):
        return WRONG
    if not (typed <= right or right <= typed) and len(right) < LONG:
        return None
    shared = sum(len(word) for word in typed & right)
    whole = sum(len(word) for word in right)
    extra = sum(len(word) for word in typed - right)
    most = len(right) > 1 and shared >= 0.6 * whole and shared > 2 * extra
    around = shared == whole and (extra <= whole or len(typed - right) == 1)
    if around and is_another_place(tuple(word for word in case.typed.key if word not in right), case.item.language):
        return WRONG
    return (Verdict.ALMOST, "part") if shared and (most or around) else None


CHECKS: tuple[Callable[[Case], Finding | None], ...] = (
    _same_text,
    _dates,
    _quantities,
    _negation,
    _same_thing,
    _titles,
    _rest_of_stem,
    _person,
    _lists,
    _spelling,
    _part,
)


def compare(case: Case) -> Finding:
    """In: a case. Out: the verdict of the first comparison that has one, and why where it is *almost*."""
    for check in CHECKS:
        found = check(case)
        if found is not None:
            return found if found[0] is Verdict.ALMOST else (found[0], "")
    return WRONG
