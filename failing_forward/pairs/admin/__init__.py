"""Pairs in the admin: proposals to decide on, and what was decided."""
