"""Who sits on a body: one roster from the attendance of all its meetings, and what people typed about it."""
