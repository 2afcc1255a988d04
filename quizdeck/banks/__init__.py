"""Question banks: YAML files read into frozen questions, every problem with its place."""
