"""A wrong template is an error with its file, its line and a suggestion."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.asking.templates import built_in, load_folder
from quizgen.errors import TemplateError

GOOD = '[[template]]\nid = "moi.role"\ngiven = ["holder"]\nstem = "Qui est {{ holder }} ?"\nanswer = "{{ role }}"\n'


def loaded(folder: Path, text: str, name: str = "role.toml"):
    (folder / name).write_text(text, encoding="utf-8")
    return load_folder(folder, "fr")


def test_a_good_template_is_taken(tmp_path: Path) -> None:
    (template,) = loaded(tmp_path, GOOD)
    assert (template.id, template.kind, template.line) == ("moi.role", "role", 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            GOOD.replace("{{ holder }}", "{{ holdr }}"),
            "role.toml:1: Unknown placeholder 'holdr'. Did you mean 'holder'?",
        ),
        (GOOD.replace('id = "moi.role"\n', ""), "role.toml:1: A template without 'id'"),
        (GOOD + GOOD, "The id 'moi.role' is taken by"),
        (GOOD.replace("stem =", "steem ="), "A template without 'stem'"),
        (GOOD + 'style = "loud"\n', "Unknown style 'loud'"),
        ("[[template]\n", "Not valid TOML"),
        (GOOD.replace("{{ holder }}", "{{ holder"), "role.toml:1: In"),
    ],
)
def test_a_wrong_one_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TemplateError) as error:
        loaded(tmp_path, text)
    assert message in str(error.value)


def test_an_unknown_kind_gets_a_suggestion(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="Did you mean role.toml"):
        loaded(tmp_path, GOOD, "rol.toml")


def test_our_own_ids_are_unique_and_start_with_the_language() -> None:
    ids = [template.id for template in built_in("fr")]
    assert len(ids) == len(set(ids))
    assert all(name.startswith("fr.") for name in ids)
