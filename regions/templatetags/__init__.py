"""The tile map in templates."""
