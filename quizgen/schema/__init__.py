"""The JSON Schema of a question, as ``build --json`` writes it: a file of the package, made from the model."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

FILE = "question.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def packaged_schema() -> str:
    """The schema that comes with the package, as JSON text."""
    return (resources.files(__name__) / FILE).read_text("utf-8")


def generated_schema() -> str:
    """The schema made anew from the model; a test holds the two together."""
    from quizgen.questions import Question

    schema = {"$schema": _DIALECT, **Question.model_json_schema(mode="serialization")}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schema(folder: Path) -> Path:
    """Write the schema into ``folder``. Out: the file."""
    path = folder / FILE
    path.write_text(generated_schema(), "utf-8")
    return path
