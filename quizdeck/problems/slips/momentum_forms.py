"""The three forms of Momentum, for slips that look different in each."""

from collections.abc import Mapping

from quizdeck.problems.slips.slip import WrongLines


def in_form(
    *, book: WrongLines = (), ruder: WrongLines = (), pytorch: WrongLines = ()
) -> Mapping[str, WrongLines]:
    """Return the wrong lines by method; a form without any does not know the slip."""
    return {"momentum.book": book, "momentum.ruder": ruder, "momentum.pytorch": pytorch}
