"""Keeping it true: when a contribution must be checked, that it was, and what becomes of it when not."""
