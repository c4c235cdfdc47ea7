"""Synthetic practices for measurements: realistic in size, words and spread, and plainly not real.

The way of one practice: ``catalogue`` (what there is to choose from) and ``words`` (what there is to
say) → ``drafts`` (chance, by seed and number) → ``pages`` (a page in memory) → ``rows`` (bulk rows).
Everything before ``pages`` is pure: the same seed and number give the same draft on every machine.
"""
