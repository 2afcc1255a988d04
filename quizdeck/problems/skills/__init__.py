"""The numeric skills: which numbers each of them draws."""
