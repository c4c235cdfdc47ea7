"""Failure next to success: attempts and practices on one subject, proposed by search, decided by editors."""
