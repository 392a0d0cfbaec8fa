"""Questions for the tests of the quiz, written for them."""

from __future__ import annotations

import datetime

from quizgen.questions import ArticleRef, Evidence, Question, Style

HARBOUR = ArticleRef(
    id="a00000000001",
    title="Un pont relie Calvador à la côte",
    outlet="Le Phare",
    url="https://example.org/pont",
    date=datetime.date(2026, 3, 2),
)
ENERGY = ArticleRef(
    id="a00000000002", title="L'énergie en Valdoise", outlet="Le Phare", date=datetime.date(2026, 2, 20)
)


def question(
    name: str,
    stem: str,
    answer: str,
    sentence: str,
    *,
    kind: str = "event",
    style: Style = "open",
    options: tuple[str, ...] | None = None,
    accepted: tuple[str, ...] = (),
    attribution: str | None = None,
    article: ArticleRef = HARBOUR,
    hint: str | None = None,
    tags: tuple[str, ...] = (),
) -> Question:
    at = sentence.find(answer)
    evidence = Evidence(
        text=sentence,
        start=100,
        end=100 + len(sentence),
        answer_start=100 + at if at >= 0 else None,
        answer_end=100 + at + len(answer) if at >= 0 else None,
    )
    return Question(
        id=name,
        template=f"{kind}-test",
        kind=kind,
        style=style,
        stem=stem,
        answer=answer,
        accepted=accepted,
        options=options,
        attribution=attribution,
        evidence=evidence,
        article=article,
        hint=hint,
        tags=tags,
        context=f"{article.title} · {article.outlet}",
        score=0.5,
        rank=1,
    )


BRIDGE = question(
    "q-bridge",
    "Quelle ville le nouveau pont relie-t-il à la côte ?",
    "Calvador",
    "Le nouveau pont relie Calvador à la côte depuis lundi.",
    style="choice",
    options=("Valmorin", "Calvador", "Port-Lis"),
)
LENGTH = question(
    "q-length", "Quelle est la longueur du pont ?", "500 km", "Long de 500 km, le pont a coûté cher.", kind="quantity"
)
SPEAKER = question(
    "q-speaker",
    "Qui a déclaré : « Ce pont changera nos vies » ?",
    "Hélène Darmont",
    "« Ce pont changera nos vies », a déclaré Hélène Darmont.",
    kind="quote",
    attribution="Hélène Darmont",
)
SHARE = question(
    "q-share",
    "La Valdoise tire [part] de son électricité du vent.",
    "40 %",
    "La Valdoise tire 40 % de son électricité du vent, selon la ministre.",
    kind="claim",
    style="cloze",
    hint="part",
    article=ENERGY,
    attribution="la ministre",
)
ALL = (BRIDGE, LENGTH, SPEAKER, SHARE)
