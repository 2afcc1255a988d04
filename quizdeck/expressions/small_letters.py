"""Text in the subscript and superscript characters that Unicode has."""

from collections.abc import Mapping

SUBSCRIPTS = dict(zip("0123456789+−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True)) | dict(
    zip("aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
SUPERSCRIPTS = (
    dict(zip("0123456789+−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", strict=True))
    | dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True))
    | dict(zip("ABDEGHIJKLMNOPRTUVW", "ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ", strict=True))
    | {"⊤": "ᵀ", "∗": "*", "∘": "°"}
)


def as_subscript(text: str) -> str | None:
    """Return ``text`` in subscript characters, or None if one of them does not exist."""
    return _translated(text, SUBSCRIPTS)


def as_superscript(text: str) -> str | None:
    """Return ``text`` in superscript characters, or None if one of them does not exist."""
    return _translated(text, SUPERSCRIPTS)


def _translated(text: str, table: Mapping[str, str]) -> str | None:
    forms = [table.get(character) for character in text]
    return None if None in forms else "".join(form for form in forms if form)
