"""Numeric problems: drawn, proved, and told apart from every wrong step."""
