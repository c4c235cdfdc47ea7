"""Reviewing: who decides, what the submitter sees of it, and the screen on which it happens."""
