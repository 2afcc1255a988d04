from collections.abc import Callable
from contextlib import closing

import pytest

from quizdeck.cli import serving
from quizdeck.web.address import address_of, listen
from tests.cli.helpers import Ran

Run = Callable[..., Ran]


def test_a_port_in_use_is_named_with_a_way_out(run: Run) -> None:
    with closing(listen(0)) as listening:
        port = str(address_of(listening).port)
        for language, word in (("ja", "ほかのプログラム"), ("en", "Another program")):
            ran = run("serve", "--port", port, "--lang", language)
            assert (ran.code, ran.out) == (3, "")
            assert word in ran.err
            assert port in ran.err
            assert "--port" in ran.err


@pytest.mark.parametrize("port", ["0", "-1", "65536", "http", ""])
def test_what_is_no_port_is_no_use(run: Run, port: str) -> None:
    ran = run("serve", "--port", port)
    assert (ran.code, ran.out) == (2, "")
    assert "1–65535" in ran.err


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_not_installed_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(serving, "_NEEDED", ("aiohttp", "no_such_server"))
    ran = run("serve", "--lang", language)
    assert (ran.code, ran.out) == (3, "")
    assert "no_such_server" in ran.err
    assert "pip install '.[web]'" in ran.err


def test_a_bank_that_is_not_there_is_told_of_before_a_page_is_served(run: Run) -> None:
    ran = run("serve", "--bank", "nowhere", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "nowhere" in ran.err
