"""Decks for Anki: note types, the writer, reading a deck back, and writing into a collection.

Nothing is imported here, so that the quiz can read a deck without loading what only the writer needs.
"""
