"""The append-only log of everything that happened, and the schedule cached beside it."""
