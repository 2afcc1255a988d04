"""The line-by-line front end, also for screen readers: the same machine, no screen."""
