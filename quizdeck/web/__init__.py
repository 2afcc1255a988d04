"""The app in a browser, for the person at this machine and nobody else."""
