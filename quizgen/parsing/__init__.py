"""Article → sentences, clauses, entities. The only package that imports spaCy."""
