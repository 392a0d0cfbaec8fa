"""docs/add-a-question.md, step by step, and whether it names all that a template may name."""

from __future__ import annotations

import re
import shlex

import pytest

from quizgen.asking.templates import COMMON
from quizgen.facts import FACTS_BY_KIND
from quizgen.languages.lexicon import grammar
from quizgen.quiz.ui import languages as ui_languages
from quizgen.quiz.ui import load_ui

_SHARED = {"kind", "rule", "sentence", "attribution", "when", "certainty", "piece", "needs_topic", "of_now"}


def page(project):
    return (project / "docs" / "add-a-question.md").read_text("utf-8")


def block(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_every_step_shows_what_it_says(desk, project, quizgen):
    text = page(project)
    (article,), (template,) = block(text, "markdown"), block(text, "toml")
    (desk / "port.md").write_text(article, "utf-8")
    for folder, content in (("mine", template), ("wrong", template.replace("{{ speaker }}", "{{ speeker }}"))):
        (desk / folder).mkdir()
        (desk / folder / "quote.toml").write_text(content, "utf-8")
    steps = block(text, "console")
    assert len(steps) == 4
    for step in steps:
        command, *shown = step.splitlines()
        result = quizgen(*shlex.split(command.removeprefix("$ quizgen ")))
        said = (result.out + result.err).replace("\u00a0", " ").replace("\u202f", " ")
        assert [line for line in shown if line.strip() not in said] == []


def test_all_that_a_template_may_name_is_named(project):
    text = page(project)
    named = set(re.findall(r"`([a-z_]+)`", text))
    slots = {name for model in FACTS_BY_KIND.values() for name in model.model_fields} - _SHARED
    assert (
        sorted(
            (COMMON | set(grammar("fr").FILTERS) | slots | set(FACTS_BY_KIND)) - named - set(re.findall(r"\w+", text))
        )
        == []
    )
    assert sorted((COMMON | set(grammar("fr").FILTERS) | slots) - named) == []


@pytest.mark.parametrize("kind", sorted(FACTS_BY_KIND))
def test_a_kind_has_all_that_the_page_asks_of_a_new_one(project, kind):
    for place in ("extraction/kinds/{}.py", "languages/fr/templates/{}.toml"):
        assert (project / "quizgen" / place.format(kind)).is_file(), place
    assert [language for language in ui_languages() if kind not in load_ui(language).value("names.kinds")] == []
