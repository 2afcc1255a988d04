import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.web.packets import HEAD, length_in, packet_of, size_of
from quizdeck.web.window import environment_of

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def test_what_is_typed_arrives_as_bytes() -> None:
    assert packet_of('["stdin", "１"]') == b"D\x00\x00\x00\x03" + "１".encode()


def test_a_new_size_is_told() -> None:
    packet = packet_of('["resize", {"width": 120, "height": 40}]')
    assert packet is not None
    assert packet[:1] == b"M"
    assert json.loads(packet[HEAD:]) == {"type": "resize", "width": 120, "height": 40}


@pytest.mark.parametrize("kind", ["focus", "blur"])
def test_focus_is_told(kind: str) -> None:
    packet = packet_of(json.dumps([kind]))
    assert packet is not None
    assert json.loads(packet[HEAD:]) == {"type": kind}


@pytest.mark.parametrize("message", ['["ping", "1"]', '["quit"]', '["exit", {}]', "{}", "NaN"])
def test_nothing_else_is_passed_on(message: str) -> None:
    assert packet_of(message) is None


@given(st.text() | JSON.map(json.dumps))
def test_any_message_is_a_whole_packet_or_none(message: str) -> None:
    packet = packet_of(message)
    assert packet is None or length_in(packet[:HEAD]) == len(packet) - HEAD


@given(st.text())
def test_typed_text_is_not_changed(text: str) -> None:
    packet = packet_of(json.dumps(["stdin", text]))
    assert packet is not None
    assert packet[HEAD:].decode() == text.encode(errors="replace").decode()


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        ("120", "40", (120, 40)),
        ("", "", (80, 24)),
        ("1e9", "40", (80, 24)),
        ("99999999999", "-5", (1000, 1)),
        ("9" * 5000, "1", (80, 24)),
    ],
)
def test_a_size_is_bounded(width: str, height: str, size: tuple[int, int]) -> None:
    assert size_of(width, height) == size


def test_a_window_keeps_the_environment_but_not_a_wish_to_debug() -> None:
    around = {"QUIZDECK_HOME": "h", "TEXTUAL": "debug", "TEXTUAL_LOG": "x", "COLUMNS": "7"}
    environment = environment_of(around, (100, 30))
    assert environment["QUIZDECK_HOME"] == "h"
    assert not {"TEXTUAL", "TEXTUAL_LOG"} & set(environment)
    assert (environment["COLUMNS"], environment["ROWS"]) == ("100", "30")
