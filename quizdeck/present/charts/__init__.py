"""Charts as lines of spans: whatever room there is, no line is wider and none is too many."""
