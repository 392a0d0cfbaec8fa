"""``facts``, ``explain`` and ``inspect``: what a person sees of the way from a text to its questions."""

from __future__ import annotations

import json

import pytest

from quizgen.facts import FACTS_BY_KIND
from quizgen.reading.front_matter import split


def body(desk, name):
    return split((desk / "news" / name).read_text("utf-8"), name)[1]


def test_facts_come_with_kind_rule_and_sentence(desk, quizgen):
    result = quizgen("facts", "news/port.md")
    assert result.code == 0
    assert "\nquote\n" in result.out and "rule quote-" in result.out
    assert "« La direction du port doit enfin nous recevoir »" in result.out


def test_facts_as_json_have_verbatim_evidence(desk, quizgen):
    text = body(desk, "port.md")
    found = [json.loads(line) for line in quizgen("facts", "news/port.md", "--json").out.splitlines()]
    assert {fact["kind"] for fact in found} <= set(FACTS_BY_KIND) and found
    for fact in found:
        assert text[fact["sentence"]["start"] : fact["sentence"]["end"]] == fact["evidence"]
        assert fact["rule"] and fact["article"]


def test_a_question_is_explained_by_its_id(desk, quizgen):
    card = json.loads(quizgen("build", "news", "--json", "-").out.splitlines()[0])
    result = quizgen("explain", "news", card["id"])
    assert result.code == 0
    for part in (
        card["evidence"]["text"],
        card["stem"],
        card["template"],
        "rule ",
        "all passed",
        f"id {card['id']}",
        "kept",
    ):
        assert part in result.out  # fmt: skip


def test_words_of_a_question_are_enough(desk, quizgen):
    card = json.loads(quizgen("build", "news/port.md", "--json", "-").out.splitlines()[0])
    assert card["stem"] in quizgen("explain", "news/port.md", card["stem"].upper()).out


def test_a_sentence_without_a_fact_says_so(desk, quizgen):
    (desk / "pluie.txt").write_text("Il pleut des cordes. La Lituanie a fermé deux centrales à Vilnius.", "utf-8")
    result = quizgen("explain", "pluie.txt", "des cordes", "--language", "fr")
    assert result.out.splitlines()[:2] == [
        "sentence 0-20: Il pleut des cordes.",
        "  no rule found a fact in this sentence",
    ]


def test_words_that_stand_nowhere(quizgen):
    result = quizgen("explain", "news", "ornithorynque")
    assert result.code == 1 and "ornithorynque" in result.complaints[0]


def test_inspect_gives_the_layers_with_offsets_into_the_body(desk, quizgen):
    text = body(desk, "sommet.md")
    found = json.loads(quizgen("inspect", "news/sommet.md", "--json").out)
    for layer in ("sentences", "entities", "times", "quotes"):
        assert found[layer]
        assert all(text[one["start"] : one["end"]] == one["text"] for one in found[layer])
    assert {one["type"] for one in found["entities"]} <= {
        "person",
        "organisation",
        "location",
        "product",
        "event",
        "other",
    }
    assert {"text": "Maia Sandu", "type": "person"}.items() <= found["entities"][0].items()
    assert "2024-03-04" in {one["value"] for one in found["times"]}
    assert {one["type"] for one in found["times"]} <= {"DATE", "TIME", "DURATION", "SET"}


def test_inspect_says_who_speaks(desk, quizgen):
    text = body(desk, "sommet.md")
    (quote,) = json.loads(quizgen("inspect", "news/sommet.md", "--json").out)["quotes"]
    speaker = quote["speaker"]
    assert (quote["kind"], quote["cue"], speaker["name"]) == ("direct", "déclarer", "Maia Sandu")
    assert text[speaker["start"] : speaker["end"]] == speaker["text"] == "Maia Sandu"


def test_inspect_takes_one_article(quizgen):
    result = quizgen("inspect", "news", "--json")
    assert result.code == 2 and "2 articles" in result.complaints[0]


def test_inspect_for_people(quizgen):
    result = quizgen("inspect", "news/sommet.md")
    assert result.code == 0 and "quotes (1)" in result.out and "Maia Sandu" in result.out


@pytest.mark.parametrize("command", [("facts",), ("inspect",), ("explain", "x")])
def test_a_missing_file_is_bad_input(quizgen, command):
    result = quizgen(command[0], "absent.md", *command[1:])
    assert result.code == 1 and "absent.md" in result.complaints[0]
