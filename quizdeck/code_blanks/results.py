"""What running a listing with every option in a blank shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quizdeck.code_blanks.process import Failure, FailureKind
from quizdeck.code_blanks.traces import Difference, Trace, difference


class Outcome(StrEnum):
    """What running a listing with one option shows."""

    RIGHT = "right"  # the key, which computes what the reference computes
    WRONG_KEY = "wrong_key"
    KEY_FAILS = "key_fails"
    REFERENCE_FAILS = "reference_fails"  # the key runs; what it is to be compared with does not
    DIFFERS = "differs"
    RAISES = "raises"
    SAME_AS_KEY = "same_as_key"
    STOPPED = "stopped"  # too slow, too large, or reaching out of the process
    UNREADABLE = "unreadable"  # not Python, and so never run
    NOT_COMPARED = "not_compared"  # it runs, but the key does not


_PROBLEM_KEYS = {
    Outcome.WRONG_KEY: "blank.key_differs",
    Outcome.KEY_FAILS: "blank.key_fails",
    Outcome.REFERENCE_FAILS: "blank.reference_fails",
    Outcome.SAME_AS_KEY: "blank.same_as_key",
    Outcome.STOPPED: "blank.option_fails",
    Outcome.UNREADABLE: "blank.unreadable",
}
_FAILED = {
    FailureKind.RAISED: Outcome.RAISES,
    FailureKind.STOPPED: Outcome.STOPPED,
    FailureKind.UNREADABLE: Outcome.UNREADABLE,
}


@dataclass(frozen=True, slots=True)
class OptionResult:
    """What became of one option of a blank, all other blanks filled rightly.

    ``difference`` is to the key, and that of the key to the reference. ``equal_to`` holds the
    places, from 0 on, of earlier wrong options that compute the same.
    """

    outcome: Outcome
    error: str = ""
    difference: Difference | None = None
    equal_to: tuple[int, ...] = ()

    @property
    def problems(self) -> Iterator[tuple[str, Mapping[str, object]]]:
        """Yield a catalogue key and its details for everything the author has to mend."""
        if self.outcome in _PROBLEM_KEYS:
            yield _PROBLEM_KEYS[self.outcome], self._details
        for other in self.equal_to:
            yield "blank.options_equal", {"other": other + 1}

    @property
    def _details(self) -> Mapping[str, object]:
        parted = self.difference or Difference("", "", "")
        return {
            "error": self.error,
            "where": parted.where,
            "found": parted.found,
            "expected": parted.expected,
        }


def judged(
    ran: Sequence[Trace | Failure], right: int, reference: Trace | Failure | None
) -> tuple[OptionResult, ...]:
    """Judge what came of the options of one blank, the one at ``right`` being the key."""
    key = ran[right]
    results = [
        _key_result(key, reference) if place == right else _option_result(option, key)
        for place, option in enumerate(ran)
    ]
    return tuple(
        replace(result, equal_to=_equal_to(ran, place, right)) if place != right else result
        for place, result in enumerate(results)
    )


def _key_result(key: Trace | Failure, reference: Trace | Failure | None) -> OptionResult:
    if isinstance(key, Failure):
        return OptionResult(Outcome.KEY_FAILS, error=key.error)
    if isinstance(reference, Failure):
        return OptionResult(Outcome.REFERENCE_FAILS, error=reference.error)
    parted = None if reference is None else difference(key, reference)
    return OptionResult(Outcome.WRONG_KEY if parted else Outcome.RIGHT, difference=parted)


def _option_result(option: Trace | Failure, key: Trace | Failure) -> OptionResult:
    if isinstance(option, Failure):
        return OptionResult(_FAILED[option.kind], error=option.error)
    if isinstance(key, Failure):
        return OptionResult(Outcome.NOT_COMPARED)
    parted = difference(option, key)
    return OptionResult(Outcome.DIFFERS if parted else Outcome.SAME_AS_KEY, difference=parted)


def _equal_to(ran: Sequence[Trace | Failure], place: int, right: int) -> tuple[int, ...]:
    trace = ran[place]
    if isinstance(trace, Failure):
        return ()
    return tuple(
        earlier
        for earlier, other in enumerate(ran[:place])
        if earlier != right and not isinstance(other, Failure) and not difference(trace, other)
    )
