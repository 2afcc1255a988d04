"""Whether typed code computes what the key computes, decided on exact states and never by running.

Quantities are numbers here, not arrays: ``m = m + x`` and an ``m += x`` that changes an array in
place are the same, and element-wise functions are functions of numbers.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from quizdeck.code_blanks.grammar import Code
from quizdeck.code_blanks.states import Domain, State, domains_for, states
from quizdeck.code_blanks.values import RESULT, are_same, outcome
from quizdeck.errors import QuizdeckError
from quizdeck.expressions.exact import Value
from quizdeck.expressions.tree import names_in
from quizdeck.grading.reading import Reading, Unreadable
from quizdeck.problems.precision import Precision, PrecisionRule, display

STATES = 12

_DRAWS_A_STATE = 40
_FEWEST_DIGITS = 6
_MOST_DIGITS = 60
_NO_VALUE = (ZeroDivisionError, ValueError, OverflowError)


@dataclass(frozen=True, slots=True)
class Refutation:
    """A state in which typed code and the key part: proof that they are not the same.

    ``given`` holds what either reads there, ``target`` the quantity that comes out differently
    (empty for an expression alone). ``typed`` is None where the typed code has no value.
    """

    given: Mapping[str, Fraction]
    target: str
    typed: Value | None
    right: Value

    @property
    def key(self) -> str:
        """Return the catalogue key of the message."""
        if self.typed is None:
            return "blank.no_value"
        return "blank.refuted_target" if self.target else "blank.refuted"

    @property
    def details(self) -> Mapping[str, str]:
        """Return what fills the message's placeholders."""
        given = ", ".join(f"{name}={value}" for name, value in self.given.items())
        shown = {"given": given, "target": self.target}
        if self.typed is None:
            return {**shown, "right": Reading(self.right, ()).text}
        typed, right = _told_apart(self.typed, self.right)
        return {**shown, "typed": typed, "right": right}


def _told_apart(one: Value, other: Value) -> tuple[str, str]:
    """Return two different values with as many digits as it takes to see the difference."""
    texts = (Reading(one, ()).text, Reading(other, ()).text)
    digits = _FEWEST_DIGITS
    while texts[0] == texts[1] and digits < _MOST_DIGITS:
        digits += 3
        precision = Precision(PrecisionRule.SIGNIFICANT, digits)
        texts = (f"≈ {display(one, precision)}", f"≈ {display(other, precision)}")
    return texts


def refutation(
    typed: Code,
    key: Code,
    *,
    seed: str,
    known: Collection[str] = (),
    domains: Mapping[str, Domain] | None = None,
    wanted: int = STATES,
) -> Refutation | None:
    """Return a state in which ``typed`` is not what the ``key`` is; None if they are the same.

    A quantity counts that either of them writes; a name that only ``typed`` has, as a step in
    between, does not, unless it is ``known`` as one of the listing. Raises ``Unreadable`` where
    the values cannot be told apart, and ``QuizdeckError`` for a key that has no values.
    """
    compared, decided = _compared(typed, key, known), 0
    for state, right in _states_of_key(key, domains_for(key, typed, domains), seed, wanted):
        read = frozenset().union(*map(names_in, typed.expressions + key.expressions))
        given = {name: state[name] for name in sorted(read)}
        try:
            found = {**state, **outcome(typed, state)}
        except _NO_VALUE:
            return Refutation(given, compared[0], None, {**state, **right}[compared[0]])
        pairs = [(name, found[name], {**state, **right}[name]) for name in compared]
        for target, one, other in pairs:
            if are_same(one, other) is False:
                return Refutation(given, target, one, other)
        decided += all(are_same(one, other) for _, one, other in pairs)
    if decided < wanted:
        raise Unreadable("blank.undecided")
    return None


def _compared(typed: Code, key: Code, known: Collection[str]) -> tuple[str, ...]:
    if key.expression is not None:
        return (RESULT,)
    only_typed = typed.targets - key.names - set(known)
    in_between = {name for name in only_typed if name.isidentifier()}
    return tuple(sorted(key.targets)) + tuple(sorted(typed.targets - key.targets - in_between))


def _states_of_key(
    key: Code, domains: Mapping[str, Domain], seed: str, wanted: int
) -> Iterator[tuple[State, Mapping[str, Value]]]:
    """Yield as many states as ``wanted`` in which the key has values, and these."""
    found = 0
    for state in islice(states(domains, seed), wanted * _DRAWS_A_STATE):
        try:
            right = outcome(key, state)
        except _NO_VALUE:
            continue
        yield state, right
        found += 1
        if found == wanted:
            return
    raise QuizdeckError("blank.key_without_values")
