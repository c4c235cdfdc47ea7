"""Keeping it true: who looks after a contribution, the mails that ask, and the page on which one answers."""
