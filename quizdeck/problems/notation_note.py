"""The note in a prompt that says whose letters it is written in, and what they stand for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from quizdeck.optimizers.method import Method
from quizdeck.optimizers.notations import Notation
from quizdeck.optimizers.relettering import Relettering
from quizdeck.optimizers.symbols import letters_of
from quizdeck.text import Localized

_WHOSE = Localized(ja="{source}の記号を用いる", en="notation of {source}")
_WHOSE_AND_WHAT = Localized(
    ja="{source}の記号を用い、{roles} と書く", en="notation of {source}: {roles}"
)

_DECAY_RATE = Localized(ja="減衰率", en="decay rate")
_ROLES = {
    r"\mathrm{lr}": Localized(ja="学習率", en="learning rate"),
    r"\alpha": Localized(ja="モーメンタムの係数", en="momentum coefficient"),
    r"\rho": _DECAY_RATE,
    r"\beta_1": _DECAY_RATE,
    r"\beta_2": _DECAY_RATE,
    r"\varepsilon": Localized(ja="安定化のための定数", en="stabilising constant"),
    r"\theta": Localized(ja="パラメータ", en="parameter"),
}
_MOMENTS = {
    "m": Localized(ja="1次モーメント", en="first moment"),
    "v": Localized(ja="2次モーメント", en="second moment"),
}


def notation_note(book_text: str, method: Method, notation: Notation) -> Localized:
    """Return whose letters ``notation`` has, and the meaning of those that change in the problem.

    ``book_text`` is the problem in the book's letters.
    """
    family = letters_of(method)
    source = notation.source_for(family)
    letters = _letters_of_roles(book_text, notation.relettering(family))
    if not letters:
        return Localized(_WHOSE.ja.format(source=source.ja), _WHOSE.en.format(source=source.en))
    return Localized(
        ja=_WHOSE_AND_WHAT.ja.format(source=source.ja, roles=_in_japanese(letters)),
        en=_WHOSE_AND_WHAT.en.format(source=source.en, roles=_in_english(letters)),
    )


def _letters_of_roles(
    book_text: str, relettering: Relettering
) -> Mapping[Localized, Sequence[str]]:
    """Return the new letters by what they stand for; other quantities are told by the convention.

    Only Adam and its kin call ``v`` a moment, and they have an ``m`` as well.
    """
    changed = relettering.letters_in(book_text)
    told = {**_ROLES, **(_MOMENTS if "m" in relettering.letters else {})}
    letters: dict[Localized, list[str]] = defaultdict(list)
    for letter, role in told.items():
        if letter in changed:
            letters[role].append(relettering.word_for(letter))
    return letters


def _in_japanese(letters: Mapping[Localized, Sequence[str]]) -> str:
    return "、".join(f"{role.ja}を {', '.join(own)}" for role, own in letters.items())


def _in_english(letters: Mapping[Localized, Sequence[str]]) -> str:
    return ", ".join(
        f"{role.en}{'s' if len(own) > 1 else ''} {', '.join(own)}" for role, own in letters.items()
    )
