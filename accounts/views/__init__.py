"""The pages of accounts, outside and inside the admin."""
