"""The exact states on which two pieces of code are compared, drawn from a seed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from quizdeck.code_blanks.grammar import Code
from quizdeck.expressions.tree import (
    Binary,
    Call,
    Expression,
    Function,
    Name,
    Negation,
    Number,
    Operator,
    names_in,
)
from quizdeck.problems.stream import Stream

State = Mapping[str, Fraction]


class Domain(StrEnum):
    """Which values a quantity can have."""

    SIGNED = "signed"
    POSITIVE = "positive"
    RATE = "rate"  # between 0 and 1
    COUNT = "count"  # 2, 3, …


# The usual names of rates; whether a rate is above 1 makes no difference to equality.
_RATES = frozenset(
    {
        *("lr", "lr_t", "learning_rate", "eta", "alpha", "momentum", "mu", "gamma", "delta"),
        *("beta", "beta1", "beta2", "b1", "b2", "rho", "rho1", "rho2", "decay", "decay_rate"),
        *("weight_decay", "eps", "epsilon"),
    }
)
_COUNTS = frozenset({"t", "iter", "step"})

# Small numbers first: the state where two codes differ is shown to a person.
_PLAIN: Mapping[Domain, Sequence[Fraction]] = {
    Domain.SIGNED: [Fraction(sign * size) for size in range(1, 10) for sign in (1, -1)],
    Domain.POSITIVE: [Fraction(root * root) for root in range(1, 10)],
    Domain.RATE: sorted(
        {Fraction(part, whole) for whole in (4, 5, 10) for part in range(1, whole)}
    ),
    Domain.COUNT: [Fraction(count) for count in (2, 3, 4)],
}


def domains_for(
    key: Code, typed: Code, given: Mapping[str, Domain] | None = None
) -> Mapping[str, Domain]:
    """Return the domain of every quantity of two codes: ``given``, or what the key says of it."""
    everywhere = (*key.expressions, *typed.expressions)
    domains = {name: _usual_domain(name) for name in sorted(key.names | typed.names)}
    domains |= dict.fromkeys(_in_any(_under_roots, key.expressions), Domain.POSITIVE)
    domains |= dict.fromkeys(_in_any(_decays, key.expressions), Domain.RATE)
    domains |= {name: Domain.RATE for name in domains if _word(name) in _RATES}
    domains |= dict.fromkeys(_in_any(_exponents, everywhere), Domain.COUNT)
    return {**domains, **(given or {})}


def _usual_domain(name: str) -> Domain:
    return Domain.COUNT if _word(name) in _COUNTS else Domain.SIGNED


def _word(name: str) -> str:
    return name.rpartition(".")[2]


def _in_any(
    names_of: Callable[[Expression], frozenset[str]], expressions: Iterable[Expression]
) -> frozenset[str]:
    return frozenset().union(*map(names_of, expressions))


def states(domains: Mapping[str, Domain], seed: str) -> Iterator[State]:
    """Yield states without end, in pairs: one of small numbers, one of numbers seldom equal."""
    stream = Stream("code-blank", seed)
    while True:
        yield _plain_state(domains, stream)
        yield {name: _rare(domain, stream) for name, domain in domains.items()}


def _plain_state(domains: Mapping[str, Domain], stream: Stream) -> State:
    """Return a state in which quantities of a kind have different values while there are any."""
    left = {domain: stream.shuffled(values) for domain, values in _PLAIN.items()}
    state = {}
    for name, domain in domains.items():
        state[name], *others = left[domain]
        left[domain] = tuple(others) or stream.shuffled(_PLAIN[domain])
    return state


def _rare(domain: Domain, stream: Stream) -> Fraction:
    match domain:
        case Domain.SIGNED:
            return Fraction(stream.sign() * (1 + stream.below(99_999)), 1 + stream.below(99))
        case Domain.POSITIVE:
            return Fraction(1 + stream.below(9_999), 1 + stream.below(99)) ** 2
        case Domain.RATE:
            return Fraction(1 + stream.below(9_971), 9_973)
        case Domain.COUNT:
            return Fraction(2 + stream.below(6))


def _nodes(expression: Expression) -> Iterator[Expression]:
    yield expression
    match expression:
        case Binary(_, left, right):
            yield from _nodes(left)
            yield from _nodes(right)
        case Negation(operand):
            yield from _nodes(operand)
        case Call(_, arguments):
            for argument in arguments:
                yield from _nodes(argument)


def _exponents(expression: Expression) -> frozenset[str]:
    """Return the names that stand in exponents."""
    return frozenset().union(
        *(
            names_in(node.right)
            for node in _nodes(expression)
            if isinstance(node, Binary) and node.operator is Operator.POWER
        )
    )


def _decays(expression: Expression) -> frozenset[str]:
    """Return the names that are raised to a power with a name in it, as ``beta1 ** t``."""
    return frozenset(
        node.left.name
        for node in _nodes(expression)
        if isinstance(node, Binary)
        and node.operator is Operator.POWER
        and isinstance(node.left, Name)
        and names_in(node.right)
    )


def _under_roots(expression: Expression) -> frozenset[str]:
    """Return the names whose sign decides whether there is a root."""
    found: frozenset[str] = frozenset()
    for node in _nodes(expression):
        match node:
            case Call(Function.SQUARE_ROOT, (inside,)):
                found |= _unsquared(inside)
            case Binary(Operator.POWER, base, Number(Fraction(denominator=2))):
                found |= _unsquared(base)
    return found


def _unsquared(inside: Expression) -> frozenset[str]:
    match inside:
        case Name(name):
            return frozenset({name})
        case Binary(Operator.POWER, _, Number()) | Call() | Number():
            return frozenset()
        case Binary(Operator.MULTIPLY, left, right) if left == right:
            return frozenset()
        case Binary(_, left, right):
            return _unsquared(left) | _unsquared(right)
        case Negation(operand):
            return _unsquared(operand)
