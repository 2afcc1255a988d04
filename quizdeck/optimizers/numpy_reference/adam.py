"""Adam and its kin."""

import numpy as np

from quizdeck.optimizers.numpy_reference.arrays import Arrays, Parameters, Rate, zeros


class Adam:
    """Adam with the bias correction in ``lr_t`` and ``eps`` beside the uncorrected root."""

    def __init__(
        self, lr: Rate = 0.001, beta1: Rate = 0.9, beta2: Rate = 0.999, eps: Rate = 1e-7
    ) -> None:
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.iter = 0
        self.lr_t = lr
        self.m: Arrays = {}
        self.v: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.m = self.m or zeros(params)
        self.v = self.v or zeros(params)
        self.iter += 1
        self.lr_t = self.lr * np.sqrt(1.0 - self.beta2**self.iter) / (1.0 - self.beta1**self.iter)
        for key in params:
            self.m[key] = self.m[key] + (1 - self.beta1) * (grads[key] - self.m[key])
            self.v[key] = self.v[key] + (1 - self.beta2) * (np.square(grads[key]) - self.v[key])
            params[key] = params[key] - self.lr_t * self.m[key] / (np.sqrt(self.v[key]) + self.eps)


class AdamPaper:
    """Adam as in Algorithm 1 of the paper: corrected moments, ``eps`` beside the corrected root."""

    def __init__(
        self, lr: Rate = 0.001, beta1: Rate = 0.9, beta2: Rate = 0.999, eps: Rate = 1e-8
    ) -> None:
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.iter = 0
        self.m: Arrays = {}
        self.v: Arrays = {}
        self.m_hat: Arrays = {}
        self.v_hat: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.m = self.m or zeros(params)
        self.v = self.v or zeros(params)
        self.iter += 1
        for key in params:
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * np.square(grads[key])
            self.m_hat[key] = self.m[key] / (1 - self.beta1**self.iter)
            self.v_hat[key] = self.v[key] / (1 - self.beta2**self.iter)
            step = self.lr * self.m_hat[key] / (np.sqrt(self.v_hat[key]) + self.eps)
            params[key] = params[key] - step


class AMSGrad:
    """AMSGrad as in Algorithm 2 of its paper: no bias correction and no ``eps``."""

    def __init__(self, lr: Rate = 0.001, beta1: Rate = 0.9, beta2: Rate = 0.99) -> None:
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.m: Arrays = {}
        self.v: Arrays = {}
        self.v_max: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.m = self.m or zeros(params)
        self.v = self.v or zeros(params)
        self.v_max = self.v_max or zeros(params)
        for key in params:
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * np.square(grads[key])
            self.v_max[key] = np.maximum(self.v_max[key], self.v[key])
            params[key] = params[key] - self.lr * self.m[key] / np.sqrt(self.v_max[key])


class AMSGradPyTorch:
    """AMSGrad as PyTorch has it: the maximum first, then Adam's bias correction and ``eps``."""

    def __init__(
        self, lr: Rate = 0.001, beta1: Rate = 0.9, beta2: Rate = 0.999, eps: Rate = 1e-8
    ) -> None:
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.iter = 0
        self.m: Arrays = {}
        self.v: Arrays = {}
        self.v_max: Arrays = {}
        self.m_hat: Arrays = {}
        self.v_hat: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.m = self.m or zeros(params)
        self.v = self.v or zeros(params)
        self.v_max = self.v_max or zeros(params)
        self.iter += 1
        for key in params:
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * np.square(grads[key])
            self.v_max[key] = np.maximum(self.v_max[key], self.v[key])
            self.m_hat[key] = self.m[key] / (1 - self.beta1**self.iter)
            self.v_hat[key] = self.v_max[key] / (1 - self.beta2**self.iter)
            step = self.lr * self.m_hat[key] / (np.sqrt(self.v_hat[key]) + self.eps)
            params[key] = params[key] - step


class AdamW(AdamPaper):
    """AdamW as PyTorch has it: the parameters shrink by ``lr * weight_decay``, then Adam steps."""

    def __init__(
        self,
        lr: Rate = 0.001,
        beta1: Rate = 0.9,
        beta2: Rate = 0.999,
        eps: Rate = 1e-8,
        weight_decay: Rate = 0.01,
    ) -> None:
        super().__init__(lr, beta1, beta2, eps)
        self.weight_decay = weight_decay

    @property
    def shrinkage(self) -> Rate:
        """Return by what part of themselves the parameters shrink in a step."""
        return self.lr * self.weight_decay

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        for key in params:
            params[key] = params[key] * (1 - self.shrinkage)
        super().update(params, grads)


class AdamWPaper(AdamW):
    """AdamW as in Algorithm 2 of its paper: the parameters shrink by ``weight_decay`` alone."""

    def __init__(
        self,
        lr: Rate = 0.001,
        beta1: Rate = 0.9,
        beta2: Rate = 0.999,
        eps: Rate = 1e-8,
        weight_decay: Rate = 1e-5,
    ) -> None:
        super().__init__(lr, beta1, beta2, eps, weight_decay)

    @property
    def shrinkage(self) -> Rate:
        """Return by what part of themselves the parameters shrink in a step."""
        return self.weight_decay


class AdaMax:
    """AdaMax: ``u`` is a decaying maximum of ``|g|``; only ``m`` is corrected."""

    def __init__(self, lr: Rate = 0.002, beta1: Rate = 0.9, beta2: Rate = 0.999) -> None:
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.iter = 0
        self.m: Arrays = {}
        self.u: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.m = self.m or zeros(params)
        self.u = self.u or zeros(params)
        self.iter += 1
        for key in params:
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]
            self.u[key] = np.maximum(self.beta2 * self.u[key], np.abs(grads[key]))
            rate = self.lr / (1 - self.beta1**self.iter)
            params[key] = params[key] - rate * self.m[key] / self.u[key]
