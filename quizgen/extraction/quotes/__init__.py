"""Quotations of an article: where they are, which of them somebody said, and who."""
