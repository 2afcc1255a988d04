"""Problems in several parts on the same numbers: m, then v, then m̂, v̂ and the update."""

from dataclasses import dataclass
from functools import cached_property

from quizdeck.optimizers.method import Method
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Space


@dataclass(frozen=True, eq=False)
class Multipart:
    """A problem whose parts ask for ``quantities`` one after the other.

    All parts draw the same numbers for the same seed, and a draw is fit only if it is fit for each.
    """

    stem: str
    method: Method
    quantities: tuple[str, ...]
    level: int
    space: Space
    version: int = 1

    @cached_property
    def id(self) -> str:
        """Return the permanent name, such as ``adam.parts.3``."""
        return f"{self.stem}.{self.level}"

    @cached_property
    def parts(self) -> tuple[Skill, ...]:
        """Return the parts in the order in which they are asked: ``adam.parts.3.m`` first."""
        return tuple(
            Skill(
                self.method,
                quantity,
                self.level,
                self.space,
                version=self.version,
                stem=self.stem,
                multipart=self,
            )
            for quantity in self.quantities
        )
