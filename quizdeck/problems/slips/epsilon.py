"""Wrong steps about the place of ε."""

from quizdeck.problems.slips.slip import Slip, slip
from quizdeck.text import Localized


def _wrong_divisors(place: str) -> tuple[Slip, ...]:
    """Return the wrong divisors that are the same wherever ε belongs."""
    return (
        slip(
            f"epsilon.{place}.ignored",
            f"update_{place} = -lr * g_t / sqrt(v)",
            Localized(ja="ε を無視している", en="ε is left out"),
            Localized(
                ja="ふだんの ε は小さくて見えませんが、この問題では大きな値が与えられています。",
                en="ε is usually too small to be seen, but here it is given a large value.",
            ),
        ),
        slip(
            f"epsilon.{place}.no_root",
            f"update_{place} = -lr * g_t / (v + eps)",
            Localized(ja="v の平方根を取り忘れている", en="the square root of v is forgotten"),
            Localized(
                ja="v は二乗の平均なので、平方根を取って勾配と同じ単位に戻してから割ります。",
                en="$v$ is an average of squares: its root brings it back to the unit of a gradient.",
            ),
        ),
        slip(
            f"epsilon.{place}.two_roots",
            f"update_{place} = -lr * g_t / (sqrt(v) + sqrt(eps))",
            Localized(ja="√v と √ε に分けている", en="split into √v and √ε"),
            Localized(
                ja="$\\sqrt{v + \\varepsilon}$ は $\\sqrt{v} + \\sqrt{\\varepsilon}$ に分けられません。外に置くなら ε に根号は付きません。",
                en="$\\sqrt{v + \\varepsilon}$ does not split into two roots, and outside there is no "
                "root over ε at all.",
            ),
        ),
    )


def _wrong_factors(place: str, divisor: str) -> tuple[Slip, ...]:
    """Return the slips that keep the right divisor and do something else with it."""
    return (
        slip(
            f"epsilon.{place}.gradient_forgotten",
            f"update_{place} = -lr / {divisor}",
            Localized(ja="勾配 g を掛け忘れている", en="the gradient g is forgotten"),
            Localized(
                ja="これは実効的な学習率です。更新量にするには勾配 $g_t$ を掛けます。",
                en="This is the effective rate; the update still needs the factor $g_t$.",
            ),
        ),
        slip(
            f"epsilon.{place}.multiplied",
            f"update_{place} = -lr * g_t * {divisor}",
            Localized(ja="割らずに掛けている", en="multiplied instead of divided"),
            Localized(
                ja="勾配が大きかった成分ほど歩幅を小さくするので、割ります。",
                en="Steps get smaller where gradients were large, so it divides.",
            ),
        ),
    )


_EXCHANGED = (
    slip(
        "epsilon.outside.put_inside",
        "update_outside = -lr * g_t / sqrt(v + eps)",
        Localized(ja="ε を根号の中に入れている", en="ε is put inside the root"),
        Localized(
            ja="この問題の定義では ε は根号の外です。$\\sqrt{v}$ を先に計算し、そこに ε を足します。",
            en="Here ε stands outside: take $\\sqrt{v}$ first and add ε to it.",
        ),
    ),
    slip(
        "epsilon.outside.subtracted",
        "update_outside = -lr * g_t / (sqrt(v) - eps)",
        Localized(ja="ε を引いている", en="ε is subtracted"),
        Localized(
            ja="ε は分母が 0 にならないように足すものです。引くと、かえって 0 に近づきます。",
            en="ε is added to keep the divisor away from 0; subtracting brings it nearer.",
        ),
    ),
    slip(
        "epsilon.inside.put_outside",
        "update_inside = -lr * g_t / (sqrt(v) + eps)",
        Localized(ja="ε を根号の外に出している", en="ε is put outside the root"),
        Localized(
            ja="この問題の定義では ε は根号の中です。先に $v + \\varepsilon$ を計算し、それから平方根を取ります。",
            en="Here ε stands inside: add it to $v$ first and take the root of the sum.",
        ),
    ),
)

SLIPS = (
    *_wrong_divisors("outside"),
    *_wrong_factors("outside", "(sqrt(v) + eps)"),
    *_wrong_divisors("inside"),
    *_wrong_factors("inside", "sqrt(v + eps)"),
    *_EXCHANGED,
)
