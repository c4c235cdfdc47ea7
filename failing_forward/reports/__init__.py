"""What editors see of the patterns over the years."""
