"""A terminal trainer for the optimizer part of the E資格 exam."""

__version__ = "0.1.0"
