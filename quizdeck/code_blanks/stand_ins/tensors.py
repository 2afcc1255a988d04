"""Tensors that remember what they were computed from, and gradients that accumulate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias, Union

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Operand: TypeAlias = Union["Tensor", Array, float]
Parents = tuple[tuple["Tensor", Callable[[Array], Array]], ...]

_recording = [True]


@contextmanager
def no_grad() -> Iterator[None]:
    """Record no graph inside."""
    _recording.append(False)
    try:
        yield
    finally:
        _recording.pop()


class Tensor:
    """An array, the gradient collected for it, and what it was computed from."""

    __array_ufunc__ = None  # an array on the left leaves the operation to the tensor

    def __init__(self, array: Operand, *, requires_grad: bool = False) -> None:
        self.array: Array = np.asarray(array, dtype=np.float64)
        self.requires_grad = requires_grad
        self.grad: Tensor | None = None
        self.parents: Parents | None = ()

    @property
    def data(self) -> Tensor:
        """Return the same numbers without a graph."""
        return Tensor(self.array)

    @data.setter
    def data(self, value: Tensor) -> None:
        self.array = _array(value)

    @property
    def shape(self) -> tuple[int, ...]:
        """Return the lengths of the axes."""
        return self.array.shape

    @property
    def T(self) -> Tensor:  # noqa: N802 - PyTorch's name
        """Return the transpose."""
        return _made(self.array.T, (self, lambda gradient: gradient.T))

    def detach(self) -> Tensor:
        """Return the same numbers without a graph."""
        return Tensor(self.array)

    def item(self) -> float:
        """Return the only number."""
        return float(self.array.item())

    def numpy(self) -> Array:
        """Return the array."""
        return self.array

    def zero_(self) -> Tensor:
        """Set every number to zero."""
        self.array = np.zeros_like(self.array)
        return self

    def __array__(self, *_arguments: object, **_options: object) -> Array:
        return self.array

    def __len__(self) -> int:
        return len(self.array)

    def __add__(self, other: Operand) -> Tensor:
        return _made(self.array + _array(other), (self, _same), (other, _same))

    def __sub__(self, other: Operand) -> Tensor:
        return _made(self.array - _array(other), (self, _same), (other, np.negative))

    def __mul__(self, other: Operand) -> Tensor:
        left, right = self.array, _array(other)
        return _made(left * right, (self, lambda g: g * right), (other, lambda g: g * left))

    def __truediv__(self, other: Operand) -> Tensor:
        left, right = self.array, _array(other)
        return _made(
            left / right, (self, lambda g: g / right), (other, lambda g: -g * left / right**2)
        )

    def __pow__(self, exponent: float) -> Tensor:
        base = self.array
        return _made(base**exponent, (self, lambda g: g * exponent * base ** (exponent - 1)))

    def __matmul__(self, other: Operand) -> Tensor:
        left, right = self.array, _array(other)
        return _made(
            left @ right,
            (self, lambda g: np.outer(g, right) if right.ndim == 1 else g @ right.T),
            (other, lambda g: left.T @ g),
        )

    def __neg__(self) -> Tensor:
        return self * -1.0

    def __radd__(self, other: Operand) -> Tensor:
        return self + other

    def __rmul__(self, other: Operand) -> Tensor:
        return self * other

    def __rsub__(self, other: Operand) -> Tensor:
        return -self + other

    def __isub__(self, other: Operand) -> Tensor:  # noqa: PYI034 - the object itself
        return self._changed(self.array - _array(other))

    def __iadd__(self, other: Operand) -> Tensor:  # noqa: PYI034 - the object itself
        return self._changed(self.array + _array(other))

    def _changed(self, array: Array) -> Tensor:
        if self.requires_grad and _recording[-1]:
            raise RuntimeError("a leaf Variable that requires grad is being used in-place")
        self.array = array
        return self

    def sum(self) -> Tensor:
        """Return the sum of all numbers."""
        shape = self.shape
        return _made(np.asarray(self.array.sum()), (self, lambda g: np.broadcast_to(g, shape)))

    def mean(self) -> Tensor:
        """Return the mean of all numbers."""
        return self.sum() / float(self.array.size)

    def backward(self) -> None:
        """Add the gradient of this number to ``grad`` of everything it was computed from."""
        if self.array.size != 1:
            raise RuntimeError("grad can be implicitly created only for scalar outputs")
        if not _leads_back(self):
            raise RuntimeError("element 0 of tensors does not require grad")
        gradients = {id(self): np.ones_like(self.array)}
        for tensor in _downwards(self):
            gradient = gradients.pop(id(tensor), None)
            if gradient is None:
                continue
            if tensor.requires_grad:
                before = np.zeros_like(gradient) if tensor.grad is None else tensor.grad.array
                tensor.grad = Tensor(before + gradient)
            for parent, pull in tensor.parents or ():
                pulled = _unbroadcast(pull(gradient), parent.shape)
                gradients[id(parent)] = gradients.get(id(parent), 0.0) + pulled
            if tensor.parents:
                tensor.parents = None


class Parameter(Tensor):
    """A tensor that a model learns."""

    def __init__(self, array: Operand) -> None:
        super().__init__(_array(array), requires_grad=True)


def tensor(array: Operand, *, requires_grad: bool = False, **_options: object) -> Tensor:
    """Return a tensor with a copy of ``array``."""
    return Tensor(np.array(_array(array)), requires_grad=requires_grad)


def tensor_of(value: Operand) -> Tensor:
    """Return ``value`` itself if it is a tensor."""
    return value if isinstance(value, Tensor) else Tensor(value)


def _array(value: Operand) -> Array:
    return value.array if isinstance(value, Tensor) else np.asarray(value, dtype=np.float64)


def _same(gradient: Array) -> Array:
    return gradient


def _leads_back(tensor: Tensor) -> bool:
    return tensor.requires_grad or tensor.parents != ()


def _made(array: Array, *parents: tuple[Operand, Callable[[Array], Array]]) -> Tensor:
    made = Tensor(array)
    if _recording[-1]:
        made.parents = tuple(
            (parent, pull)
            for parent, pull in parents
            if isinstance(parent, Tensor) and _leads_back(parent)
        )
    return made


def _downwards(root: Tensor) -> list[Tensor]:
    """Return everything below ``root``, each before what it was computed from."""
    order: list[Tensor] = []
    seen: set[int] = set()

    def visit(tensor: Tensor) -> None:
        if id(tensor) in seen:
            return
        if tensor.parents is None:
            raise RuntimeError("Trying to backward through the graph a second time")
        seen.add(id(tensor))
        for parent, _ in tensor.parents:
            visit(parent)
        order.append(tensor)

    visit(root)
    return order[::-1]


def _unbroadcast(gradient: Array, shape: tuple[int, ...]) -> Array:
    added = tuple(range(gradient.ndim - len(shape)))
    stretched = tuple(len(added) + axis for axis, length in enumerate(shape) if length == 1)
    return np.asarray(gradient.sum(axis=added + stretched)).reshape(shape)
