"""Every method, by id."""

from quizdeck.errors import UsageError
from quizdeck.optimizers import adagrad, adam, momentum, sgd
from quizdeck.optimizers.method import Method

METHODS: tuple[Method, ...] = (sgd.BOOK, momentum.BOOK, adagrad.BOOK, adam.BOOK, adam.PAPER)


def method_by_id(id_: str) -> Method:
    """Return the method called ``id_``; a family alone means its book form.

    Raises ``UsageError`` for an unknown name.
    """
    wanted = id_ if "." in id_ else f"{id_}.book"
    for method in METHODS:
        if method.id == wanted:
            return method
    known = ", ".join(method.id for method in METHODS)
    raise UsageError("usage.unknown_method", method=id_, known=known)
