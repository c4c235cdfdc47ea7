"""The tone of Falend Vooruit: facts, no blame, no heroes."""
