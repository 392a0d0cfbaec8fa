"""``quizgen build``, as a person sees it."""

from __future__ import annotations

import datetime
import json
import os
import re
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing

import pytest

from quizgen.anki.package import read_deck
from quizgen.library import open_library
from quizgen.questions import Question
from quizgen.reading.front_matter import split

# The names other programs read.
FIELDS = {
    "id", "template", "kind", "style", "stem", "answer", "accepted", "options", "context", "attribution", "score",
    "rank", "evidence", "article",
}  # fmt: skip


def cards(result):
    return [json.loads(line) for line in result.out.splitlines()]


def test_a_folder_becomes_a_deck_named_after_it(desk, quizgen):
    result = quizgen("build", "news")
    assert result.code == 0 and result.err == ""
    deck = read_deck(desk / "decks" / "news.apkg")
    assert deck.name == "news"
    assert {q.article.title for q in deck.questions} == {
        "Grève au port du Havre",
        "Sommet de Vilnius : un accord sur l'énergie",
    }
    assert "decks/news.apkg" in result.out
    assert re.search(rf"questions kept +{len(deck.questions)}\b", result.out)
    assert re.search(r"articles +2\b", result.out) and "sentences" in result.out and "questions dropped" in result.out


def test_two_runs_write_the_same_bytes(desk, quizgen):
    assert quizgen("build", "news", "--out", "a/x.apkg", "--json", "a.jsonl").code == 0
    assert quizgen("build", "news", "--out", "b/x.apkg", "--json", "b.jsonl", "--no-library").code == 0
    first = (desk / "a/x.apkg").read_bytes()
    assert (desk / "b/x.apkg").read_bytes() == first
    assert (desk / "a.jsonl").read_bytes() == (desk / "b.jsonl").read_bytes()
    quizgen("build", "news", "--out", "a/x.apkg")
    assert (desk / "a/x.apkg").read_bytes() == first


def test_without_a_source_seeds_is_built(desk, quizgen):
    (desk / "news").rename(desk / "seeds")
    assert quizgen("build").code == 0
    assert read_deck(desk / "decks" / "seeds.apkg").name == "seeds"


@pytest.mark.parametrize(
    ("arguments", "path", "name"),
    [
        (("news/port.md",), "decks/port.apkg", "port"),
        (("news/port.md", "news/sommet.md"), "decks/port+sommet.apkg", "port+sommet"),
        (("news/port.md", "--out", "elsewhere/grève.apkg"), "elsewhere/grève.apkg", "grève"),
        (("news/port.md", "--deck", "Actualités::Mai 2024"), "decks/Actualités-Mai-2024.apkg", "Actualités::Mai 2024"),
    ],
)  # fmt: skip
def test_deck_and_file_are_named_by_what_is_known(desk, quizgen, arguments, path, name):
    assert quizgen("build", *arguments).code == 0
    assert read_deck(desk / path).name == name


def test_json_on_standard_output_is_nothing_but_questions(desk, quizgen):
    result = quizgen("build", "news", "--json", "-")
    found = cards(result)
    assert found and "questions kept" in result.err
    for card in found:
        assert set(card) >= FIELDS
        Question.model_validate(card)
    assert [card["id"] for card in found] == [q.id for q in read_deck(desk / "decks/news.apkg").questions]
    assert len({card["id"] for card in found}) == len(found)


def test_evidence_is_verbatim_and_holds_the_answer_where_it_says(desk, quizgen):
    bodies = {
        url: split(path.read_text("utf-8"), path.name)[1]
        for path, url in ((desk / "news/port.md", "https://example.org/port"), (desk / "news/sommet.md", "https://example.org/sommet"))
    }  # fmt: skip
    for card in cards(quizgen("build", "news", "--json", "-")):
        evidence, body = card["evidence"], bodies[card["article"]["url"]]
        assert body[evidence["start"] : evidence["end"]] == evidence["text"]
        if evidence["answer_start"] is not None:
            assert evidence["start"] <= evidence["answer_start"] < evidence["answer_end"] <= evidence["end"]


def test_every_card_says_where_it_is_from_without_giving_its_answer(desk, quizgen):
    for card in cards(quizgen("build", "news", "--json", "-")):
        assert "2024" in card["context"] and "La Gazette du soir" in card["context"]
        assert card["answer"].lower() not in card["context"].lower()
        assert f"quizgen::kind::{card['kind']}" in card["tags"]
        assert f"quizgen::date::{card['article']['date'][:7]}" in card["tags"]


def test_ranks_count_from_one_in_each_article(desk, quizgen):
    found = cards(quizgen("build", "news", "--json", "-"))
    for article in {card["article"]["id"] for card in found}:
        ranks = [card["rank"] for card in found if card["article"]["id"] == article]
        assert ranks == list(range(1, len(ranks) + 1))


def test_the_limit_is_kept_and_spread_over_the_articles(desk, quizgen):
    found = cards(quizgen("build", "news", "--limit", "2", "--json", "-"))
    assert len({card["article"]["id"] for card in found}) == len(found) == 2


def test_bad_files_are_named_and_the_others_built(desk, quizgen):
    (desk / "news" / "vide.txt").write_bytes(b"")
    (desk / "news" / "image.txt").write_bytes(bytes(range(256)) * 8)
    (desk / "news" / "english.txt").write_text(
        "The president of the council met the workers of the harbour on Monday. They talked about their wages.", "utf-8"
    )
    result = quizgen("build", "news", "--out", "x.apkg")
    assert result.code == 1
    assert len(result.complaints) == len(result.err.splitlines()) == 3
    for name in ("vide.txt", "image.txt", "english.txt"):
        assert any(name in line for line in result.complaints)
    assert len({q.article.id for q in read_deck(desk / "x.apkg").questions}) == 2


def test_the_day_can_be_given(desk, quizgen):
    (desk / "sans-date.txt").write_text("La Lituanie a fermé deux centrales électriques à Vilnius.", "utf-8")
    found = cards(quizgen("build", "sans-date.txt", "--date", "2023-11-02", "--json", "-"))
    assert {card["article"]["date"] for card in found} == {"2023-11-02"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("build", "absent.md"), 1, "absent.md"),
        (("build", "news", "--date", "hier"), 2, "YYYY-MM-DD"),
        (("build", "news", "--limit", "beaucoup"), 2, "--limit"),
        (("build", "news", "--limit", "0"), 2, "--limit"),
        (("build", "news", "--limt", "3"), 2, "--limit"),
        (("build", "news", "--language", "xx"), 1, "fr"),
        (("build", "news", "--pipeline", "fr_not_there"), 1, "pip install fr-not-there"),
        (("build", "news", "--templates", "absent"), 1, "absent"),
        (("build", "news", "--since", "absent.apkg"), 1, "absent.apkg"),
        (("build", "news", "--json", "news"), 1, "news"),
        (("build", "news", "--out", "news"), 1, "news"),
        (("facts",), 2, "SOURCE"),
        (("bild",), 2, "build"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line_with_what_to_do(quizgen, arguments, code, said):
    result = quizgen(*arguments)
    assert result.code == code
    assert len(result.err.splitlines()) == len(result.complaints) == 1
    assert said in result.err


def test_an_article_without_a_fact_gives_no_deck_and_says_so(desk, quizgen):
    (desk / "rien.txt").write_text("Il pleut. C'est ainsi, et on n'y peut rien du tout depuis hier.", "utf-8")
    result = quizgen("build", "rien.txt", "--language", "fr")
    assert result.code == 1 and not (desk / "decks").exists()
    assert "quizgen explain" in result.complaints[0]


def test_own_templates_join_ours_and_win(desk, quizgen):
    (desk / "mine").mkdir()
    (desk / "mine" / "quote.toml").write_text(
        '[[template]]\nid = "moi.quote"\ngiven = ["words"]\n'
        'stem = "Quelle personne a dit : « {{ words }} » ?"\nanswer = "{{ speaker }}"\n',
        "utf-8",
    )
    found = cards(quizgen("build", "news", "--templates", "mine", "--json", "-"))
    mine = [card for card in found if card["template"] == "moi.quote"]
    assert mine and "quelle personne a dit" in mine[0]["stem"].lower()
    assert len({card["template"] for card in found}) > 1


def test_a_template_that_is_wrong_is_named_with_its_line(desk, quizgen):
    (desk / "mine").mkdir()
    (desk / "mine" / "quote.toml").write_text(
        '# mine\n[[template]]\nid = "x"\ngiven = ["words"]\nstem = "{{ speeker }} ?"\nanswer = "{{ speaker }}"\n',
        "utf-8",
    )
    result = quizgen("build", "news", "--templates", "mine")
    assert result.code == 1
    assert "quote.toml:2:" in result.err and "'speaker'" in result.err


def test_the_library_remembers_unless_told_not_to(desk, quizgen):
    quizgen("build", "news", "--no-library")
    assert not (desk / "library.sqlite").exists()
    quizgen("build", "news", "--json", "x.jsonl")
    with open_library(desk / "library.sqlite") as library:
        assert len(library.rows()) == len((desk / "x.jsonl").read_text("utf-8").splitlines())
        assert len(library.articles()) == 2 and library.facts()


def test_a_library_that_cannot_be_used_does_not_take_the_deck_away(desk, quizgen):
    (desk / "library.sqlite").write_text("not a library " * 200)
    result = quizgen("build", "news")
    assert result.code == 0 and "library.sqlite" in result.err
    assert (desk / "decks" / "news.apkg").exists()


def test_what_changed_since_an_old_deck_is_told(desk, quizgen):
    quizgen("build", "news/port.md", "--out", "old.apkg")
    result = quizgen("build", "news", "--out", "new.apkg", "--since", "old.apkg")
    old = read_deck(desk / "old.apkg").questions
    new = read_deck(desk / "new.apkg").questions
    assert re.search(rf" new +{len({q.id for q in new} - {q.id for q in old})}\b", result.out)


def test_standard_input_from_a_pipe_and_a_reader_that_leaves(desk, project):
    environment = os.environ | {"PYTHONPATH": str(project)}
    command = [
        sys.executable,
        "-c",
        "from quizgen.cli import main; main()",
        "build",
        "-",
        "--no-library",
        "--json",
        "-",
    ]
    text = (desk / "news" / "port.md").read_bytes()
    made = subprocess.run(command, input=text, capture_output=True, env=environment, check=False)
    assert (
        made.returncode == 0 and json.loads(made.stdout.splitlines()[0])["article"]["url"] == "https://example.org/port"
    )
    assert (desk / "decks" / "stdin.apkg").exists()


def test_a_question_marked_as_bad_never_comes_back(desk, quizgen):
    cards_before = cards(quizgen("build", "news", "--json", "-"))
    with open_library(desk / "library.sqlite") as library:
        library.report_bad(cards_before[0]["id"], "wrong", now=datetime.datetime(2024, 6, 1, tzinfo=datetime.UTC))
    result = quizgen("build", "news", "--json", "-")
    assert cards_before[0]["stem"] not in {card["stem"] for card in cards(result)}
    assert "marked-bad" in result.err
    assert len(cards(quizgen("build", "news", "--json", "-", "--no-library"))) == len(cards_before)


def test_typed_answers_and_maps_are_options(desk, quizgen):
    (desk / "map.txt").write_text(
        "La Lituanie a bloqué en juin 2022 le transit de marchandises vers Kaliningrad.", "utf-8"
    )
    for options in ([], ["--typed", "--maps"]):
        assert quizgen("build", "map.txt", "news", "--out", "one.apkg", "--no-library", *options).code == 0
        with zipfile.ZipFile(desk / "one.apkg") as deck:
            media = json.loads(deck.read("media"))
            (desk / "notes.sqlite").write_bytes(deck.read("collection.anki2"))
        with closing(sqlite3.connect(desk / "notes.sqlite")) as notes:
            fields = [row[0].split("\x1f") for row in notes.execute("select flds from notes")]
        assert any("1" in one for one in fields) == bool(options)
        assert any(name.endswith(".svg") for name in media.values()) == bool(options)
        (desk / "one.apkg").unlink()
