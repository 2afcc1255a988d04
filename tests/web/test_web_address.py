import errno
import os
import socket

import pytest

from quizdeck.errors import ServeError
from quizdeck.language.catalogue import error_text
from quizdeck.text import Language
from quizdeck.web.address import Address, address_of, listen, refusal

NOT_HERE = (socket.AF_INET, "192.0.2.1")  # kept for examples: no machine has it
HERE = (socket.AF_INET, "127.0.0.1")


def test_a_free_port_is_found_on_loopback() -> None:
    with listen(0) as listening:
        address = address_of(listening)
    assert address.host in {"127.0.0.1", "::1"}
    assert address.origin == f"http://{address.authority}"


def test_a_machine_without_the_first_address_uses_the_next() -> None:
    with listen(0, (NOT_HERE, HERE)) as listening:
        assert address_of(listening).host == "127.0.0.1"


def test_a_machine_without_any_says_so() -> None:
    with pytest.raises(ServeError) as caught:
        listen(0, (NOT_HERE,))
    assert "::1" in error_text(caught.value, Language.ENGLISH)


def test_a_port_in_use_is_named() -> None:
    with listen(0) as listening, pytest.raises(ServeError) as caught:
        listen(address_of(listening).port)
    assert caught.value.key == "serve.port_in_use"
    for language in Language:
        assert str(caught.value.details["port"]) in error_text(caught.value, language)


@pytest.mark.parametrize(
    ("number", "key"),
    [(errno.EACCES, "serve.port_not_allowed"), (errno.ENOBUFS, "serve.port_unusable")],
)
def test_a_port_that_cannot_be_had_is_told_of(number: int, key: str) -> None:
    error = refusal(OSError(number, os.strerror(number)), 80)
    assert (error.key, error.details["port"]) == (key, 80)
    assert "--port" in error_text(error, Language.JAPANESE)


@pytest.mark.parametrize(
    ("host", "port", "authority"),
    [
        ("127.0.0.1", 8000, "127.0.0.1:8000"),
        ("::1", 8000, "[::1]:8000"),
        ("127.0.0.1", 80, "127.0.0.1"),
    ],
)
def test_an_address_is_written_as_browsers_do(host: str, port: int, authority: str) -> None:
    assert Address(host, port).authority == authority
