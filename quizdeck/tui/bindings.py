"""The bindings of a screen, made from the one table of keys."""

from collections.abc import Iterator

from textual.binding import Binding, BindingType

from quizdeck.present.keys import KEYS, NUMBER, Key, Place


def bindings_of(place: Place) -> list[BindingType]:
    """Return the bindings of a screen, described by catalogue keys."""
    return [binding for key in KEYS[place] for binding in _bindings(key)]


def _bindings(key: Key) -> Iterator[Binding]:
    if NUMBER not in key.action:
        yield _binding(key, key.names, key.action, is_shown=key.in_footer)
        return
    for place, name in enumerate(key.names.split(",")):
        action = key.action.replace(NUMBER, name)
        yield _binding(key, name, action, is_shown=key.in_footer and place == 0)


def _binding(key: Key, names: str, action: str, *, is_shown: bool) -> Binding:
    return Binding(
        names,
        action,
        key.word,
        show=is_shown,
        key_display=key.shown,
        priority=key.is_first,
        tooltip=key.explained,
    )
