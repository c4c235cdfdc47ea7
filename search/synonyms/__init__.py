"""Synonyms owned by editors: rows in the database, effective at once in every process."""
