"""The use cases that every front end shares: open a session, play it, look back."""
