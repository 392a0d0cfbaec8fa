"""Whole sentences as statements, for clozes: which words a card keeps, what it may ask for, or why there is none."""
