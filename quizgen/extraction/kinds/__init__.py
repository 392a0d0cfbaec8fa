"""One module per kind of fact, each with ``find(context)`` that yields its facts."""
