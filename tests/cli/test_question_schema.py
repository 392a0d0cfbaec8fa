"""The JSON Schema of a question, which other programs rely on."""

from __future__ import annotations

import json

from quizgen.schema import generated_schema, packaged_schema


def test_the_packaged_schema_is_that_of_the_model():
    assert packaged_schema() == generated_schema(), "run: python -m quizgen.schema"


def test_the_command_prints_it(quizgen):
    result = quizgen("schema")
    schema = json.loads(result.out)
    assert schema["title"] == "Question"
    assert schema["properties"]["style"]["enum"] == ["open", "choice", "cloze"]
    assert {"text", "start", "end", "answer_start", "answer_end"} == set(schema["$defs"]["Evidence"]["properties"])
