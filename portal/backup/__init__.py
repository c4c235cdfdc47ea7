"""Everything that cannot be made again in one file: the database and what people uploaded."""
