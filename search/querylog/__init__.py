"""What is searched, counted per question and day, without a trace of who asked."""
