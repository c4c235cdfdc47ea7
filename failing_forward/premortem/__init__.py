"""The pre-mortem: before a team begins, the questions of those who began before."""
