"""What to show, as plain styled spans; no terminal library."""
