"""Formulas as data: read, evaluated exactly, typeset."""
