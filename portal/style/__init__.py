"""``/stijl/``: every component of the portal with all its states, made of the pages' own templates."""
