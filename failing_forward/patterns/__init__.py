"""A page for every cause pattern, at ``/falend-vooruit/patronen/<slug>/``."""
