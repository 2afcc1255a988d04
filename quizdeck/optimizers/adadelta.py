"""AdaDelta (Zeiler 2012, Algorithm 1; rates of its section 4.1)."""

from quizdeck.optimizers.method import method
from quizdeck.text import Localized, same_in_both

PAPER = method(
    "adadelta.paper",
    name=same_in_both("AdaDelta"),
    convention=Localized(
        ja="学習率はなく、h は勾配の二乗、s は更新量の二乗の指数移動平均。"
        "分子には前のステップの s を使い、ε は両方の根号の中に置く",
        en="there is no learning rate; h and s are the exponential moving averages of squared "
        "gradients and squared updates; the numerator takes s of the step before, and ε stands "
        "inside both roots",
    ),
    equations=[
        "h = rho * h + (1 - rho) * g**2",
        "delta_theta = -(sqrt(s + eps) / sqrt(h + eps) * g)",
        "s = rho * s + (1 - rho) * delta_theta**2",
        "theta = theta + delta_theta",
    ],
    defaults={"rho": "0.95", "eps": "0.000001"},
    is_advanced=True,
)
