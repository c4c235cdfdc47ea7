"""Contributions from a spreadsheet: a template, a row-by-row report, and drafts of the good rows."""
