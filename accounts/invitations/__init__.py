"""Inviting people: by whom, to which roles, by which mail, and what happens when they accept."""
