"""Clauses as statements that stand alone: frames, in pieces that questions are spliced from; or why there is none."""
