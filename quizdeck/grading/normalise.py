"""One spelling for everything an answer can be typed with: full-width, IME and superscript forms.

What is left is ASCII digits, ``. e E + - * / ^ ( ) ,``, single spaces and ``√``. Text is never
handed to ``int``, ``float`` or ``Fraction`` before: they accept ``1_0`` and the digits of every
script, and Unicode's own folding turns ``10²`` into ``102``.
"""

import re
import unicodedata

from quizdeck.grading.unreadable import Unreadable
from quizdeck.text import without_controls

__all__ = ["LONGEST", "Unreadable", "normalise"]

LONGEST = 80  # characters of an answer

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾", "0123456789+-()")
_SUPERSCRIPT_RUN = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾]+")
_PLAIN_DIGITS = frozenset("0123456789０１２３４５６７８９")
_SAME = str.maketrans(
    {
        **dict.fromkeys("−‐‑‒–—―", "-"),
        **dict.fromkeys("×⋅∙✕✖∗", "*"),
        **dict.fromkeys("÷∕⁄", "/"),
        **dict.fromkeys("、;", ","),
        "[": "(",
        "]": ")",
    }
)
# A Japanese IME leaves the long-vowel mark where a minus was meant; in ルート it is a letter.
_IME_MINUS = re.compile("(?<![ぁ-ゖァ-ヺ])ー")
_IME_POINT = re.compile("(?<=[0-9])。(?=[0-9])")
_TIMES_TEN = re.compile("(?<=[0-9.]) ?[xX] ?(?=10(?![0-9]))")
_ROOT_WORD = re.compile("sqrt", re.IGNORECASE)
_PRODUCT_RUN = re.compile("[*×⋅∙✕✖∗]{2,}")

_EXPONENT_MARK = re.compile("(?<=[0-9.])[eE](?![^\\W\\d_])")
_LETTERS = re.compile("[^\\W\\d_]+")
_STRANGER = re.compile("[^0-9.eE+*/^()√ ,-]")
_MIDDLE_DOTS = "・·•‧"
_PERCENT_SIGNS = "%‰‱"


def normalise(text: str) -> str:
    """Return ``text`` in the one spelling that the reader knows; doing it twice changes nothing.

    Raises ``Unreadable`` for text that is empty, too long or holds a character of no answer.
    """
    text = without_controls(text).strip()
    _refuse_length(text)
    if not text.isascii():
        text = _SUPERSCRIPT_RUN.sub(_as_power, text)
        _refuse_styled_digits(text)
        text = unicodedata.normalize("NFKC", text)
    text = " ".join(text.split())
    if not text:
        raise Unreadable("answer.empty")
    text = _one_spelling(text)
    _refuse_strangers(text)
    _refuse_length(text)
    return text


def _refuse_length(text: str) -> None:
    if len(text) > LONGEST:
        raise Unreadable("answer.too_long", limit=LONGEST)


def _as_power(run: re.Match[str]) -> str:
    return f"^({run[0].translate(_SUPERSCRIPTS)})"


def _refuse_styled_digits(text: str) -> None:
    """Refuse digits that NFKC would turn into plain ones: ½, ①, Ⅲ, ₂, ٣, 𝟏; and 三."""
    for character in text:
        if character in _PLAIN_DIGITS or not character.isnumeric():
            continue
        kind = unicodedata.category(character)
        if unicodedata.decomposition(character).startswith("<fraction>"):
            fraction = unicodedata.normalize("NFKC", character).replace("⁄", "/")
            raise Unreadable("answer.vulgar_fraction", character=character, fraction=fraction)
        key = "answer.styled_digit" if kind in {"No", "Nl"} else "answer.other_digits"
        raise Unreadable(key, character=_visible(character))


def _one_spelling(text: str) -> str:
    for run in _PRODUCT_RUN.findall(text):
        if run != "**":
            raise Unreadable("answer.misplaced_operator", operator=run)
    text = text.replace("**", "^").translate(_SAME)
    text = _IME_MINUS.sub("-", text)
    text = _IME_POINT.sub(".", text)
    text = _TIMES_TEN.sub("*", text)
    return _ROOT_WORD.sub("√", text)


def _refuse_strangers(text: str) -> None:
    without_exponents = _EXPONENT_MARK.sub(" ", text)
    if letters := _LETTERS.search(without_exponents):
        raise Unreadable("answer.letters", letters=letters[0])
    if stranger := _STRANGER.search(without_exponents):
        character = stranger[0]
        if character in _MIDDLE_DOTS:
            raise Unreadable("answer.middle_dot", character=character)
        if character in _PERCENT_SIGNS:
            raise Unreadable("answer.percent", character=character)
        raise Unreadable("answer.unknown_character", character=_visible(character))


def _visible(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"
