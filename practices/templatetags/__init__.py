"""What the templates of every page may use: layout, kinds and meters, contributions, facet values."""
