"""How the numeric problems of a session are drawn."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawing:
    """With ``seed`` the numbers are the same every time; ``with_options`` they are a choice.

    The options are the answer and numbers that slips lead to.
    """

    seed: int | None = None
    with_options: bool = False


FRESH = Drawing()
