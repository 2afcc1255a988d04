"""Optimizers as data: methods, closed forms, a NumPy reference, objectives, traces."""
