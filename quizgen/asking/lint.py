"""The rules of a good question that a program can check, each with its permanent reason code.

Sources: QGEval (EMNLP 2024) for the criteria; Haladyna, Downing & Rodriguez (2002) for item writing.
"""

from __future__ import annotations

from collections.abc import Callable

from quizgen.asking.candidate import Candidate
from quizgen.asking.rules import context, form, giveaway, identity, source, thin

CHECKS: dict[str, Callable[[Candidate], bool]] = {
    "answer-not-in-source": source.answer_not_in_source,
    "stem-too-long": form.stem_too_long,
    "thin": thin.thin,
    "answer-too-long": form.answer_too_long,
    "unresolved-reference": context.unresolved_reference,
    "relative-date": context.relative_date,
    "answer-in-stem": giveaway.answer_in_stem,
    "claim-without-speaker": source.claim_without_speaker,
    "two-speakers": source.two_speakers,
    "lost-modality": source.lost_modality,
    "lost-negation": source.lost_negation,
    "lost-hedge": source.lost_hedge,
    "yes-no": form.yes_no,
    "bare-negative": form.bare_negative,
    "enumeration": form.enumeration,
    "unbalanced": form.unbalanced,
    "unanchored": identity.unanchored,
    "dangling-colon": form.dangling_colon,
    "unidentified": identity.unidentified,
    "undated": identity.undated,
}


def lint(candidate: Candidate) -> tuple[str, ...]:
    """The codes of every rule the question breaks, in the order of the rules."""
    return tuple(code for code, is_broken in CHECKS.items() if is_broken(candidate))
