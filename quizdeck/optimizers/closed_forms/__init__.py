"""What each quantity is after ``t`` steps, as one sum: the second derivation of every answer.

Written from the definitions and apart from the recurrences, one module a kind of method. A closed
form takes the rates (with ``theta0`` among them where the parameter is asked) and the gradients
``g_1 … g_t``.
"""

from collections.abc import Mapping

from quizdeck.optimizers.closed_forms import adam, adaptive, momentum
from quizdeck.optimizers.closed_forms.sums import ClosedForm

_CLOSED_FORMS: Mapping[str, Mapping[str, ClosedForm]] = {
    **momentum.CLOSED_FORMS,
    **adaptive.CLOSED_FORMS,
    **adam.CLOSED_FORMS,
}


def closed_form(method_id: str, quantity: str) -> ClosedForm:
    """Return the closed form of ``quantity``; raises ``KeyError`` where none is written."""
    return _CLOSED_FORMS[method_id][quantity]
