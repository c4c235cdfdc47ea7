"""What waits for somebody, on the first page of the admin."""
