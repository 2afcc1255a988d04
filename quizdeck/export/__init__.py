"""Problems, verdicts and scores as data and as text for other programs."""
