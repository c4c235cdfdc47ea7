"""Who may come in, and what each may see and do: roles, doors, logging in, inviting, leaving."""
