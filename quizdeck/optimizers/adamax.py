"""AdaMax (Kingma and Ba 2015, section 7.1, Algorithm 2)."""

from quizdeck.optimizers.method import method
from quizdeck.text import Localized, same_in_both

PAPER = method(
    "adamax.paper",
    name=same_in_both("AdaMax"),
    convention=Localized(
        ja="u は減衰させながらとった |g| の最大値で、バイアス補正は m だけに行い、ε は使わない",
        en="u is the decaying maximum of |g|; only m is bias-corrected, and there is no ε",
    ),
    equations=[
        "m = beta1 * m + (1 - beta1) * g",
        "u = max(beta2 * u, abs(g))",
        "theta = theta - lr / (1 - beta1**t) * (m / u)",
    ],
    defaults={"lr": "0.002", "beta1": "0.9", "beta2": "0.999"},
    is_advanced=True,
)
