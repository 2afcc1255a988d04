"""Skills with some of their numbers fixed by an author."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from quizdeck.errors import UsageError
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Choice, Space


def pinned(skill: Skill, pins: Mapping[str, Fraction]) -> Skill:
    """Return ``skill`` drawing only numbers in which every rate of ``pins`` has that value.

    A rate that is drawn by itself may take any value; one that is drawn together with others takes
    those that stand in their table. Raises ``UsageError`` where nothing is left to draw.
    """
    return _pinned(skill, tuple(sorted(pins.items()))) if pins else skill


@lru_cache(maxsize=256)
def _pinned(skill: Skill, pins: tuple[tuple[str, Fraction], ...]) -> Skill:
    for name, _ in pins:
        if name not in skill.space.rate_names:
            known = ", ".join(sorted(skill.space.rate_names))
            raise UsageError("usage.unknown_pin", skill=skill.id, name=name, known=known)
    choices = tuple(_narrowed(skill, dict(pins)))
    return replace(skill, space=Space(skill.space.steps, choices))


def _narrowed(skill: Skill, pins: Mapping[str, Fraction]) -> Iterator[Choice]:
    for choice in skill.space.choices:
        if choice.names[0] in pins and len(choice.names) == 1:
            yield _fixed(choice.names, ((pins[choice.names[0]],),))
            continue
        rows = tuple(row for row in choice.options if _has(choice.names, row, pins))
        if not rows:
            values = ", ".join(f"{name} = {pins[name]}" for name in choice.names if name in pins)
            raise UsageError("usage.impossible_pin", skill=skill.id, values=values)
        yield choice if len(rows) == len(choice.options) else _fixed(choice.names, rows)


def _has(names: tuple[str, ...], row: tuple[Fraction, ...], pins: Mapping[str, Fraction]) -> bool:
    return all(pins.get(name, value) == value for name, value in zip(names, row, strict=True))


def _fixed(names: tuple[str, ...], rows: tuple[tuple[Fraction, ...], ...]) -> Choice:
    return Choice(names, lambda: rows)
