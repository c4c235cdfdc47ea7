"""Giving many contributions a word, or taking one away, from what a search found; and undoing that."""
