"""Problems in several parts: one walk on the same numbers, asked line by line to its end."""

from collections.abc import Mapping

from quizdeck.problems.multipart import Multipart
from quizdeck.problems.skill import Skill

# The numbers are those of the skill that asks for the end alone.
_WAYS = (
    ("momentum.parts", "momentum.theta.2", ("v", "theta")),
    ("adagrad.parts", "adagrad.delta_theta.2", ("h", "delta_theta")),
    ("adagrad.parts", "adagrad.delta_theta.3", ("h", "delta_theta")),
    ("rmsprop.parts", "rmsprop.delta_theta.3", ("h", "delta_theta")),
    ("adam.parts", "adam.delta_theta.3", ("m", "v", "m_hat", "v_hat", "delta_theta")),
    ("adam.parts", "adam.delta_theta.4", ("m_hat", "v_hat", "delta_theta")),
)


def multiparts(skills: Mapping[str, Skill]) -> tuple[Multipart, ...]:
    """Return every problem in several parts, made from ``skills`` by their ids."""
    ends = ((stem, skills[id_], quantities) for stem, id_, quantities in _WAYS)
    return tuple(
        Multipart(stem, end.method, quantities, end.level, end.space)
        for stem, end, quantities in ends
    )
