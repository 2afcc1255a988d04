"""What a page of somebody else, a rebound name or another user of the machine can try."""

import socket

import aiohttp
import pytest

from tests.web.helpers import UPGRADE, Served, ask

FOREIGN = ("http://evil.example", "null", "https://{authority}", "http://127.0.0.1:1", "")
FILES = ("page.css", "page.js", "terminal.css", "terminal.js", "terminal.ttf")


def test_the_url_that_was_printed_opens_the_page(served: Served) -> None:
    first = ask(served, served.url.removeprefix(served.origin))
    assert (first.status, first.headers["Location"]) == (303, "/")
    cookie, *attributes = first.headers["Set-Cookie"].split("; ")
    assert cookie == served.cookie
    assert {"HttpOnly", "SameSite=Strict"} <= set(attributes)
    page = ask(served, Cookie=cookie)
    assert page.status == 200
    assert f'"ws://{served.authority}/ws"' in page.body
    assert served.token not in page.body


@pytest.mark.parametrize("name", FILES)
def test_the_page_gets_its_files(served: Served, name: str) -> None:
    assert f"/static/{name}" in ask(served, Cookie=served.cookie).body
    assert ask_bytes(served, f"/static/{name}") > 100


def ask_bytes(served: Served, path: str) -> int:
    answer = ask(served, path, method="HEAD", Cookie=served.cookie)
    assert answer.status == 200
    return int(answer.headers["Content-Length"])


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_foreign_page_gets_no_window(served: Served, origin: str) -> None:
    named = origin.format(authority=served.authority)
    answer = ask(served, "/ws", Origin=named, Cookie=served.cookie, **UPGRADE)
    assert answer.status == 403


async def test_a_foreign_page_gets_none_by_a_real_socket_either(served: Served) -> None:
    async with aiohttp.ClientSession() as client:
        headers = {"Cookie": served.cookie}
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await client.ws_connect(
                f"ws://{served.authority}/ws", origin="http://evil.example", headers=headers
            )


def test_a_socket_without_an_origin_is_refused(served: Served) -> None:
    assert ask(served, "/ws", Cookie=served.cookie, **UPGRADE).status == 403


def test_a_socket_of_our_own_page_is_accepted(served: Served) -> None:
    answer = ask(served, "/ws", Origin=served.origin, Cookie=served.cookie, **UPGRADE)
    assert answer.status == 101


@pytest.mark.parametrize("path", ["/", "/static/page.js", "/ws", "/nothing"])
@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost:{port}", None]
)
def test_a_name_bound_to_this_machine_is_refused(
    served: Served, path: str, host: str | None
) -> None:
    port = served.authority.rpartition(":")[2]
    named = None if host is None else host.format(port=port)
    origin = f"http://{named}"
    answer = ask(served, path, Host=named, Origin=origin, Cookie=served.cookie, **UPGRADE)
    assert answer.status in {400, 403}


@pytest.mark.parametrize("path", ["/", "/static/page.js", "/ws", "/nothing"])
@pytest.mark.parametrize("cookie", ["", "wrong", "{token}x", "ü"])
def test_who_does_not_know_the_token_is_refused(served: Served, path: str, cookie: str) -> None:
    name = served.cookie.partition("=")[0]
    known = f"{name}={cookie.format(token=served.token)}".encode().decode("latin-1")
    answer = ask(served, path, Origin=served.origin, Cookie=known, **UPGRADE)
    assert answer.status == 403
    assert "quizdeck serve" in answer.body
    assert ask(served, path).status == 403


@pytest.mark.parametrize("token", ["", "wrong", "%00", "%ff", "%F0%9F%98%80", "{token}x"])
def test_a_wrong_token_in_the_url_is_refused(served: Served, token: str) -> None:
    path = f"/?token={token.format(token=served.token)}"
    assert ask(served, path).status == 403
    assert ask(served, path, Cookie=served.cookie).status == 403


def test_the_token_opens_only_the_page(served: Served) -> None:
    for path in ("/static/page.js", "/ws"):
        answer = ask(served, f"{path}?token={served.token}", Origin=served.origin, **UPGRADE)
        assert answer.status == 403


@pytest.mark.parametrize(
    "path",
    [
        "/static/",
        "/static",
        "/static/page.html",
        "/static/../page.html",
        "/static/../../cli/serving.py",
        "/static/..%2f..%2fcli%2fserving.py",
        "/static/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/static//etc/passwd",
        "/static/page.js%00",
        "/static/..\\page.html",
        "/download/1",
        "/page.html",
    ],
)
def test_no_other_file_is_given_away(served: Served, path: str) -> None:
    assert ask(served, path, Cookie=served.cookie).status in {400, 404}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_the_page_is_only_looked_at(served: Served, method: str) -> None:
    assert ask(served, method=method, Cookie=served.cookie).status == 405
    assert ask(served, method=method, Origin="http://evil.example").status == 403


@pytest.mark.parametrize("path", ["/", "/?token=wrong", "/static/page.js", "/nothing", "/ws"])
def test_every_answer_is_protected(served: Served, path: str) -> None:
    for cookie in (None, served.cookie):
        headers = ask(served, path, Cookie=cookie).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        policy = headers["Content-Security-Policy"].split("; ")
        assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"} <= set(policy)
        assert f"connect-src ws://{served.authority}" in policy
        assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01 hello\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET /" + b"x" * 100_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: \xff\r\nCookie: \xff=\xff\r\n\r\n",
    ],
    ids=["no-http", "two-hosts", "foreign-target", "long", "bytes"],
)
def test_rubbish_is_refused(served: Served, sent: bytes) -> None:
    host, _, port = served.authority.rpartition(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        connection.sendall(sent)
        assert connection.recv(12).split()[1] in {b"400", b"403"}


def test_the_server_listens_only_at_its_address(served: Served) -> None:
    port = int(served.authority.rpartition(":")[2])
    with socket.socket() as connection:
        assert connection.connect_ex(("127.0.0.2", port)) != 0


def test_none_of_this_is_written_down(served: Served) -> None:
    ask(served, f"/?token={served.token}")
    ask(served, "/?token=wrong")
    complaints = served.complaints()
    assert complaints.count("\n") == 1
    assert "token" not in complaints
