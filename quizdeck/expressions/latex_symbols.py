"""The symbols of the supported LaTeX subset, in Unicode and in ASCII."""

from collections.abc import Mapping
from types import MappingProxyType

from quizdeck.expressions.latex_tree import Kind, Symbol

_LOWER_GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "vartheta": "ϑ",
}  # fmt: skip
_UPPER_GREEK = {
    "Gamma": "Γ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
_GREEK_VARIANTS = {"varepsilon": "epsilon", "varphi": "phi"}

_UnicodeAndPlain = tuple[str, str]
_SIGNS: dict[Kind, dict[str, _UnicodeAndPlain]] = {
    Kind.LETTER: {r"\ell": ("ℓ", "ell"), r"\emptyset": ("∅", "emptyset")},
    Kind.MARK: {
        r"\infty": ("∞", "inf"), r"\top": ("⊤", "T"), r"\prime": ("′", "'"),
        r"\%": ("%", "%"), r"\_": ("_", "_"), r"\#": ("#", "#"), r"\&": ("&", "&"),
        r"\$": ("$", "$"), "!": ("!", "!"), "?": ("?", "?"),
    },
    Kind.DOTS: {
        r"\ldots": ("…", "..."), r"\dots": ("…", "..."), r"\cdots": ("⋯", "..."),
    },
    Kind.SPACE: {
        r"\!": ("", ""), r"\,": (" ", " "), r"\:": (" ", " "), r"\;": (" ", " "),
        "\\ ": (" ", " "), "~": (" ", " "), r"\quad": ("  ", "  "), r"\qquad": ("    ", "    "),
    },
    Kind.LARGE: {
        r"\sum": ("∑", "sum"), r"\prod": ("∏", "prod"), r"\int": ("∫", "int"),
    },
    Kind.PREFIX: {
        r"\nabla": ("∇", "nabla"), r"\partial": ("∂", "d"), r"\Delta": ("Δ", "Delta"),
    },
    Kind.SUM: {
        "+": ("+", "+"), "-": ("−", "-"), r"\pm": ("±", "+-"), r"\mp": ("∓", "-+"),
        r"\cup": ("∪", "cup"), r"\cap": ("∩", "cap"), r"\oplus": ("⊕", "(+)"),
    },
    Kind.PRODUCT: {r"\cdot": ("·", "*"), r"\times": ("×", "*")},
    Kind.ELEMENTWISE: {
        "*": ("∗", "*"), r"\ast": ("∗", "*"), r"\div": ("÷", "/"), r"\odot": ("⊙", ".*"),
        r"\oslash": ("⊘", "./"), r"\otimes": ("⊗", "(x)"), r"\circ": ("∘", "o"),
    },
    Kind.SLASH: {"/": ("/", "/")},
    Kind.RELATION: {
        "=": ("=", "="), "<": ("<", "<"), ">": (">", ">"), ":": (":", ":"), ":=": (":=", ":="),
        r"\le": ("≤", "<="), r"\ge": ("≥", ">="), r"\ne": ("≠", "!="), r"\approx": ("≈", "~="),
        r"\equiv": ("≡", "=="), r"\propto": ("∝", "propto"), r"\ll": ("≪", "<<"),
        r"\gg": ("≫", ">>"), r"\sim": ("∼", "~"), r"\simeq": ("≃", "~="), r"\in": ("∈", "in"),
        r"\notin": ("∉", "not in"), r"\subset": ("⊂", "subset"), r"\subseteq": ("⊆", "subseteq"),
        r"\leftarrow": ("←", "<-"), r"\to": ("→", "->"), r"\mapsto": ("↦", "|->"),
        r"\leftrightarrow": ("↔", "<->"), r"\Leftarrow": ("⇐", "<=="),
        r"\Rightarrow": ("⇒", "=>"), r"\Leftrightarrow": ("⇔", "<=>"), r"\mid": ("|", "|"),
    },
    Kind.PUNCTUATION: {",": (",", ","), ".": (".", "."), ";": (";", ";"), r"\colon": (":", ":")},
    Kind.OPEN: {
        "(": ("(", "("), "[": ("[", "["), r"\{": ("{", "{"), r"\lvert": ("|", "|"),
        r"\lVert": ("‖", "||"), r"\langle": ("⟨", "<"), r"\lfloor": ("⌊", "floor("),
        r"\lceil": ("⌈", "ceil("),
    },
    Kind.CLOSE: {
        ")": (")", ")"), "]": ("]", "]"), r"\}": ("}", "}"), r"\rvert": ("|", "|"),
        r"\rVert": ("‖", "||"), r"\rangle": ("⟩", ">"), r"\rfloor": ("⌋", ")"),
        r"\rceil": ("⌉", ")"),
    },
    Kind.BAR: {"|": ("|", "|"), r"\vert": ("|", "|"), r"\|": ("‖", "||"), r"\Vert": ("‖", "||")},
}  # fmt: skip
_ALIASES = {
    r"\leq": r"\le", r"\geq": r"\ge", r"\neq": r"\ne", r"\gets": r"\leftarrow",
    r"\rightarrow": r"\to", r"\implies": r"\Rightarrow", r"\iff": r"\Leftrightarrow",
    r"\lbrace": r"\{", r"\rbrace": r"\}", r"\lbrack": "[", r"\rbrack": "]",
    r"\thinspace": r"\,",
}  # fmt: skip
_FUNCTION_NAMES = (
    "log", "ln", "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arg", "det", "dim", "deg",
)  # fmt: skip
_LIMIT_FUNCTION_NAMES = ("max", "min", "lim", "sup", "inf", "Pr")


def _table() -> dict[str, Symbol]:
    table = {
        source: Symbol(text, plain, kind)
        for kind, signs in _SIGNS.items()
        for source, (text, plain) in signs.items()
    }
    for name, letter in (_LOWER_GREEK | _UPPER_GREEK).items():
        table["\\" + name] = Symbol(letter, name, Kind.LETTER)
    for name in _FUNCTION_NAMES:
        table["\\" + name] = Symbol(name, name, Kind.FUNCTION)
    for name in _LIMIT_FUNCTION_NAMES:
        table["\\" + name] = Symbol(name, name, Kind.LIMIT_FUNCTION)
    table |= {"\\" + variant: table["\\" + name] for variant, name in _GREEK_VARIANTS.items()}
    return table | {alias: table[source] for alias, source in _ALIASES.items()}


SYMBOLS: Mapping[str, Symbol] = MappingProxyType(_table())

DELIMITERS: Mapping[str, Symbol] = MappingProxyType(
    {s: x for s, x in SYMBOLS.items() if x.kind in {Kind.OPEN, Kind.CLOSE, Kind.BAR}}
    | {".": Symbol("", "", Kind.MARK)}
)

ACCENTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        r"\hat": ("\u0302", "hat"),
        r"\widehat": ("\u0302", "hat"),
        r"\bar": ("\u0304", "bar"),
        r"\overline": ("\u0305", "bar"),
        r"\tilde": ("\u0303", "tilde"),
        r"\widetilde": ("\u0303", "tilde"),
        r"\dot": ("\u0307", "dot"),
        r"\ddot": ("\u0308", "ddot"),
        r"\vec": ("\u20d7", "vec"),
    }
)

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DOUBLE_STRUCK = dict(zip(_CAPITALS, "𝔸𝔹ℂ𝔻𝔼𝔽𝔾ℍ𝕀𝕁𝕂𝕃𝕄ℕ𝕆ℙℚℝ𝕊𝕋𝕌𝕍𝕎𝕏𝕐ℤ", strict=True))
_SCRIPT = dict(zip(_CAPITALS, "𝒜ℬ𝒞𝒟ℰℱ𝒢ℋℐ𝒥𝒦ℒℳ𝒩𝒪𝒫𝒬ℛ𝒮𝒯𝒰𝒱𝒲𝒳𝒴𝒵", strict=True))
_BOLD_LETTERS = {
    letter: chr(first + i)
    for first, letters in (
        (0x1D400, _CAPITALS),
        (0x1D41A, _CAPITALS.lower()),
        (0x1D7CE, "0123456789"),
        (0x1D6A8, "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ"),
        (0x1D6C2, "αβγδεζηθικλμνξοπρςστυφχψω"),
    )
    for i, letter in enumerate(letters)
}

FONTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {r"\mathrm": {}, r"\mathit": {}, r"\mathsf": {}, r"\mathtt": {}}
    | {r"\mathbb": _DOUBLE_STRUCK, r"\mathcal": _SCRIPT}
    | {r"\mathbf": _BOLD_LETTERS, r"\boldsymbol": _BOLD_LETTERS, r"\bm": _BOLD_LETTERS}
)
