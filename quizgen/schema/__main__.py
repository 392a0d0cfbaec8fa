"""``python -m quizgen.schema``: make the packaged schema anew after the model was changed."""

from pathlib import Path

from quizgen.schema import write_schema

if __name__ == "__main__":
    print(write_schema(Path(__file__).parent))
