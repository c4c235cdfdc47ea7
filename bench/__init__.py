"""Measurements. Each module here is one: ``bin/bench NAME``."""
