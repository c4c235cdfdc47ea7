"""The consent of an organisation that tells its own attempt: recorded, compared, withdrawn, forgotten."""
