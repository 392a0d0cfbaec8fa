"""Words of a sentence as slots of a fact, typed: names, noun phrases, numbers with what they count."""
