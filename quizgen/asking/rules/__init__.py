"""The rules of a good question, a module per family; ``quizgen/asking/lint.py`` gives each its reason code."""
