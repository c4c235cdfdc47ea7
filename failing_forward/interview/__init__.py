"""Collecting attempts by talking: questions to print, and a draft made from the answers."""
