"""Question banks: YAML files read into frozen questions, every problem with its place.

``questions/README.md`` tells how to write one.
"""
