"""SGD, Momentum and Nesterov."""

from quizdeck.optimizers.numpy_reference.arrays import Arrays, Parameters, Rate, zeros


class SGD:
    """Stochastic gradient descent."""

    def __init__(self, lr: Rate = 0.01) -> None:
        self.lr = lr

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        for key in params:
            params[key] = params[key] - self.lr * grads[key]


class Momentum:
    """Momentum: the velocity ``v`` takes in ``-lr * g`` and is added to the parameters."""

    def __init__(self, lr: Rate = 0.01, alpha: Rate = 0.9) -> None:
        self.lr = lr
        self.alpha = alpha
        self.v: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.v = self.v or zeros(params)
        for key in params:
            self.v[key] = self.alpha * self.v[key] - self.lr * grads[key]
            params[key] = params[key] + self.v[key]


class MomentumRuder:
    """Momentum: the velocity ``v`` takes in ``lr * g`` and is subtracted from the parameters."""

    def __init__(self, lr: Rate = 0.01, alpha: Rate = 0.9) -> None:
        self.lr = lr
        self.alpha = alpha
        self.v: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.v = self.v or zeros(params)
        for key in params:
            self.v[key] = self.alpha * self.v[key] + self.lr * grads[key]
            params[key] = params[key] - self.v[key]


class MomentumPyTorch:
    """Momentum: the buffer ``v`` takes in ``g``, and the rate multiplies the buffer."""

    def __init__(self, lr: Rate = 0.1, alpha: Rate = 0.9) -> None:
        self.lr = lr
        self.alpha = alpha
        self.v: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.v = self.v or zeros(params)
        for key in params:
            self.v[key] = self.alpha * self.v[key] + grads[key]
            params[key] = params[key] - self.lr * self.v[key]


class Nesterov:
    """Nesterov in look-ahead coordinates: ``grads`` are taken at ``params``."""

    def __init__(self, lr: Rate = 0.01, alpha: Rate = 0.9) -> None:
        self.lr = lr
        self.alpha = alpha
        self.v: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.v = self.v or zeros(params)
        for key in params:
            step = (1 + self.alpha) * self.lr * grads[key]
            params[key] = params[key] + self.alpha * self.alpha * self.v[key] - step
            self.v[key] = self.alpha * self.v[key] - self.lr * grads[key]


class NesterovLookahead(Momentum):
    """Nesterov in its own coordinates: ``grads`` are taken at ``lookahead(params)``.

    With them the step is that of Momentum.
    """

    def lookahead(self, params: Parameters) -> Arrays:
        """Return the points at which the next update wants its gradients."""
        self.v = self.v or zeros(params)
        return {key: params[key] + self.alpha * self.v[key] for key in params}
