"""Mail leaves the request: it waits in the database until the mail server takes it."""
