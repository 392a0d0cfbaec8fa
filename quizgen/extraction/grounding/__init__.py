"""Whether words stand alone: what they refer to is known without the sentences around them."""
