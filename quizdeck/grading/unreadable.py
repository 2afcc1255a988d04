"""The refusal of a typed text."""

from quizdeck.errors import QuizdeckError


class Unreadable(QuizdeckError):  # noqa: N818 - named for what the text is; nothing went wrong
    """A typed text that is no answer; ``key`` and ``details`` say what to type instead."""
