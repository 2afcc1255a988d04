"""AdaGrad, RMSProp and AdaDelta."""

import numpy as np

from quizdeck.optimizers.numpy_reference.arrays import Arrays, Parameters, Rate, filled, zeros


class AdaGrad:
    """AdaGrad: ``h`` sums squared gradients from zero; ``eps`` stands outside the root."""

    def __init__(self, lr: Rate = 0.01, eps: Rate = 1e-7) -> None:
        self.lr = lr
        self.eps = eps
        self.h: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.h = self.h or zeros(params)
        for key in params:
            self.h[key] = self.h[key] + np.square(grads[key])
            params[key] = params[key] - self.lr * grads[key] / (np.sqrt(self.h[key]) + self.eps)


class AdaGradKeras:
    """AdaGrad: ``h`` sums squared gradients from 0.1; ``eps`` stands inside the root."""

    def __init__(self, lr: Rate = 0.001, eps: Rate = 1e-7) -> None:
        self.lr = lr
        self.eps = eps
        self.h: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.h = self.h or filled(params, 0.1)
        for key in params:
            self.h[key] = self.h[key] + np.square(grads[key])
            params[key] = params[key] - self.lr * grads[key] / np.sqrt(self.h[key] + self.eps)


class RMSprop:
    """RMSProp: ``h`` averages squared gradients; ``eps`` stands outside the root."""

    def __init__(self, lr: Rate = 0.01, rho: Rate = 0.99, eps: Rate = 1e-7) -> None:
        self.lr = lr
        self.rho = rho
        self.eps = eps
        self.h: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.h = self.h or zeros(params)
        for key in params:
            self.h[key] = self.rho * self.h[key] + (1 - self.rho) * np.square(grads[key])
            params[key] = params[key] - self.lr * grads[key] / (np.sqrt(self.h[key]) + self.eps)


class RMSpropInside:
    """RMSProp: ``h`` averages squared gradients; ``eps`` stands inside the root."""

    def __init__(self, lr: Rate = 0.001, rho: Rate = 0.9, eps: Rate = 1e-7) -> None:
        self.lr = lr
        self.rho = rho
        self.eps = eps
        self.h: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.h = self.h or zeros(params)
        for key in params:
            self.h[key] = self.rho * self.h[key] + (1 - self.rho) * np.square(grads[key])
            params[key] = params[key] - self.lr * grads[key] / np.sqrt(self.h[key] + self.eps)


class AdaDelta:
    """AdaDelta: ``h`` averages squared gradients, ``s`` squared steps; there is no rate."""

    def __init__(self, rho: Rate = 0.95, eps: Rate = 1e-6) -> None:
        self.rho = rho
        self.eps = eps
        self.h: Arrays = {}
        self.s: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.h = self.h or zeros(params)
        self.s = self.s or zeros(params)
        for key in params:
            self.h[key] = self.rho * self.h[key] + (1 - self.rho) * np.square(grads[key])
            rms_step = np.sqrt(self.s[key] + self.eps)
            rms_gradient = np.sqrt(self.h[key] + self.eps)
            step = rms_step / rms_gradient * grads[key]
            self.s[key] = self.rho * self.s[key] + (1 - self.rho) * np.square(step)
            params[key] = params[key] - step
