"""Keeping hidden what a level hides: names found in texts, pictures under names that tell nothing."""
