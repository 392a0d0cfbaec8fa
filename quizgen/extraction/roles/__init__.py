"""Functions of persons: phrases beside a name, of what the function is, when it was held, how a card writes it."""
