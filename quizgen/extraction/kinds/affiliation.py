"""Which party somebody belongs to: in brackets behind the name, or within what the article calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.kinds.acronym import sentence_at
from quizgen.extraction.kinds.role import find as roles
from quizgen.extraction.names.persons import surely_person
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.roles.called import functions
from quizgen.extraction.slots.names import mention_slot
from quizgen.facts import AffiliationFact, Slot
from quizgen.knowledge import Organisation
from quizgen.languages.lexicon import words

_BRACKET = re.compile(r"\s?\((?P<party>[^(),;:\d]{2,40})(?:,[^()]*)?\)")
# The code of the union whose parliament has groups of parties.
_UNION = "EU"
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ]{0,4}[A-ZÀ-Þ]")


def find(context: Context) -> Iterator[AffiliationFact]:
    """One fact for each person, at the first place that tells the party."""
    seen: set[str] = set()
    for fact in (*_in_brackets(context), *_in_roles(context)):
        if fact.member.text not in seen:
            seen.add(fact.member.text)
            yield fact


def _in_brackets(context: Context) -> Iterator[AffiliationFact]:
    """*Jean Martin (PS)*: a known party, or an acronym behind somebody of politics.

    None where one is of several states: members of a parliament of states sit in groups, and belong to parties at home.
    """
    told = list(_told_in_brackets(context))
    if not any(known is not None and known.country == _UNION for *_, known in told):
        for mention, party, at, known in told:
            yield from _fact(mention, party, at, known, "affiliation-brackets", context)


def _told_in_brackets(context: Context) -> Iterator[tuple[Mention, str, int, Organisation | None]]:
    """Each person with the party behind the name, its offset, and what is known of it."""
    for mention in context.mentions.items:
        if mention.type != "person" or " " not in mention.name or not surely_person(mention, context):
            continue
        found = _BRACKET.match(mention.paragraph.doc.text, mention.end - mention.paragraph.start)
        if found is None:
            continue
        party = found["party"].strip()
        known = _party(party, context)
        if known is None and not (_ACRONYM.fullmatch(party) and _is_of_politics(mention, context)):
            continue
        yield mention, party, mention.paragraph.start + found.start("party"), known


def _in_roles(context: Context) -> Iterator[AffiliationFact]:
    """*La sénatrice LR X*: a party within a function that somebody holds."""
    for role in roles(context):
        if role.former or role.role.start is None or role.role.end is None:
            continue
        said = context.parsed.article.text[role.role.start : role.role.end]
        for word in re.finditer(r"[\w-]+", said):
            known = _party(word[0], context)
            mention = next((m for m in context.mentions.items if m.name == role.holder.text), None)
            if (
                known is not None
                and mention is not None
                and word.start()
                and not _is_headed(said[: word.start()], context)
            ):
                at = role.role.start + word.start()
                yield from _fact(mention, word[0], at, known, "affiliation-role", context)


def _is_headed(before: str, context: Context) -> bool:
    """*Président de LR*, *secrétaire national des Verts*: he heads it; *député LR* belongs to it."""
    said = before.replace("’", "'").split()
    return before.endswith(("'", "’")) or bool(said) and said[-1] in words(context.language, "clauses", "of")


def _called(mention: Mention, party: str, context: Context) -> str | None:
    """What the article calls somebody (*maire de Leixões*): whom the headline does not name, few know."""
    noun = context.once("functions", lambda: functions(context)).get(mention.name)
    last = mention.name.rsplit(" ", 1)[-1]
    if noun is None or party in noun or last in (context.parsed.article.title or ""):
        return None
    return noun


def _party(name: str, context: Context) -> Organisation | None:
    known = context.knowledge.organisation(name)
    return known if known is not None and known.kind == "party" else None


def _is_of_politics(mention: Mention, context: Context) -> bool:
    """A function of politics in the sentence before the name."""
    doc = mention.paragraph.doc
    first = doc[mention.left].sent.start
    return any(t.text.lower() in words(context.language, "offices", "political") for t in doc[first : mention.left])


def _fact(
    mention: Mention, party: str, at: int, known: Organisation | None, rule: str, context: Context
) -> Iterator[AffiliationFact]:
    sentence = sentence_at(mention.paragraph, at - mention.paragraph.start)
    member = mention_slot(mention, context)
    if sentence is None or member is None or context.quoted(Span(start=at, end=at + 1)):
        return
    member = member.model_copy(update={"noun": _called(mention, party, context)})
    names = tuple(name.full for name in known.names) if known is not None else ()
    expansion = (known.expansion.full,) if known is not None and known.expansion is not None else ()
    yield AffiliationFact(
        rule=rule, sentence=sentence, member=member,
        party=Slot(text=party, type="party", start=at, end=at + len(party), accepted=(*names, *expansion)),
    )  # fmt: skip
