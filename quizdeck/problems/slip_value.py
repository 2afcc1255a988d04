"""What one modelled mistake leads to in one variant."""

from dataclasses import dataclass

from quizdeck.expressions.exact import Value


@dataclass(frozen=True, slots=True)
class SlipValue:
    """The answer that the slip called ``id`` gives; a key slip is told apart from every other."""

    id: str
    value: Value
    is_key: bool
