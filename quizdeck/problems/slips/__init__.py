"""The catalogue of wrong steps: methods with one idea wrong."""
