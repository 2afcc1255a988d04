"""Blanks in listings: filling them, reading what is typed into them, running them on demand."""
