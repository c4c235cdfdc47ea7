"""How often contributions are read and lead to contact: counts per day, without a trace of who."""
