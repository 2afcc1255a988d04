"""The session machine, its policies, the schedule and the daily queue."""
