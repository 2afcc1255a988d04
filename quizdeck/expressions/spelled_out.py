"""Mathematics in running text, spelled out in ASCII: ``β₂ᵗ`` becomes ``beta_2^t``."""

import re

from quizdeck.expressions.small_letters import SUBSCRIPTS, SUPERSCRIPTS

_GREEK = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "ϵ": "epsilon",
    "η": "eta",
    "θ": "theta",
    "κ": "kappa",
    "λ": "lambda",
    "μ": "mu",
    "ν": "nu",
    "π": "pi",
    "ρ": "rho",
    "σ": "sigma",
    "τ": "tau",
    "φ": "phi",
    "ϕ": "phi",
    "ω": "omega",
    "Δ": "Delta",
    "Σ": "Sigma",
    "∇": "nabla ",
    "√": "sqrt",
    "−": "-",
    "\u0302": "_hat",
    "\u0303": "_tilde",
    "\u0304": "_bar",
}
_LOWERED = {small: letter for letter, small in SUBSCRIPTS.items()}
_RAISED = {small: letter for letter, small in SUPERSCRIPTS.items() if not small.isascii()}
_RUNS = tuple(
    (re.compile(f"[{re.escape(''.join(table))}]+"), sign, table)
    for sign, table in (("_", _LOWERED), ("^", _RAISED))
)
_SIGNS = re.compile(f"[{re.escape(''.join(_GREEK))}]")


def spelled_out(text: str) -> str:
    """Return ``text`` with the letters and signs of formulas as fonts without them can show."""
    if text.isascii():
        return text
    for run, sign, table in _RUNS:
        text = run.sub(lambda match, s=sign, t=table: s + _in_brackets(match[0], t), text)  # type: ignore[misc]
    return _SIGNS.sub(lambda match: _GREEK[match[0]], text)


def _in_brackets(run: str, table: dict[str, str]) -> str:
    letters = "".join(table[letter] for letter in run)
    return letters if letters.isalnum() else f"({letters})"
