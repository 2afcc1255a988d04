"""A number that is known in float64 only, shown as the exact number is shown."""

from quizdeck.problems.precision import PLAIN_EXPONENTS

# A short way of float64 operations leaves far more figures right than these and the next one.
_CERTAIN_FIGURES = 9
_DOUBT = 2  # in the last of them
_ERROR = 10.0 ** (1 - _CERTAIN_FIGURES)


def significant_text(value: float, figures: int) -> str | None:
    """Return ``value`` half up to so many figures; None for zero and too near a tie to tell."""
    if not value:
        return None
    written, _, power = f"{abs(value):.{_CERTAIN_FIGURES - 1}e}".partition("e")
    certain = int(written.replace(".", ""))
    unit = 10 ** (_CERTAIN_FIGURES - figures)
    rounded, rest = divmod(certain, unit)
    if abs(2 * rest - unit) <= 2 * _DOUBT:
        return None
    digits, exponent = str(rounded + (2 * rest > unit)), int(power)
    if len(digits) > figures:
        digits, exponent = digits[:figures], exponent + 1
    return f"{'-' if value < 0 else ''}{_placed(digits, exponent)}"


def is_near_fraction(value: float, largest_denominator: int, figures: int) -> bool:
    """Return whether the number may be a fraction of small whole numbers or a short decimal."""
    written, _, _ = f"{abs(value):.{_CERTAIN_FIGURES - 1}e}".partition("e")
    unit = 10 ** (_CERTAIN_FIGURES - figures)
    rest = int(written.replace(".", "")) % unit
    if min(rest, unit - rest) <= _DOUBT:
        return True
    return _is_near_ratio(abs(value), largest_denominator)


def _is_near_ratio(size: float, largest_denominator: int) -> bool:
    """Try the convergents: a fraction as near as this is one of them."""
    before, denominator, rest = 0, 1, size % 1
    while denominator <= largest_denominator:
        multiple = size * denominator
        if abs(multiple - round(multiple)) <= _ERROR * max(1.0, multiple):
            return True
        whole, rest = divmod(1 / rest, 1)
        before, denominator = denominator, int(whole) * denominator + before
    return False


def _placed(digits: str, exponent: int) -> str:
    """Write figures so that the first one stands at the place of ``exponent``."""
    if exponent not in PLAIN_EXPONENTS:
        point = "." if len(digits) > 1 else ""
        return f"{digits[0]}{point}{digits[1:]}×10^{exponent}"
    if exponent < 0:
        return f"0.{'0' * (-exponent - 1)}{digits}"
    whole, fraction = digits[: exponent + 1].ljust(exponent + 1, "0"), digits[exponent + 1 :]
    return f"{whole}.{fraction}" if fraction else whole
