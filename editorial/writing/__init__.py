"""Writing a contribution: nothing typed is lost, nobody overwrites a colleague, a companion reads along."""
