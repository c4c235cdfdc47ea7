"""What is due now and then: publishing on schedule, waiting mail, sweeping, comparing the index."""
