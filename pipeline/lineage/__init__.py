"""Where a decision comes from and what became of it: reports, minutes, earlier decisions, other bodies."""
