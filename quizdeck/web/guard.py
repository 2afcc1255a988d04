"""Who may come in: the page that this run has opened, and no other.

Any page that a browser shows can send requests to this machine. It cannot choose their ``Origin``,
a name that it has bound to this machine stands in their ``Host``, and it does not know the token.
"""

import secrets

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from quizdeck.web.address import Address

TOKEN = "token"  # noqa: S105, the name of the parameter
SOCKET = "/ws"
START = "/"

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "quizdeck",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",  # the terminal of the page writes its own style elements
    "font-src 'self'",
    "connect-src ws://{authority}",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
)


def new_token() -> str:
    """Return a secret that nobody can guess."""
    return secrets.token_urlsafe(32)


def cookie_of(address: Address) -> str:
    """Return the name of the cookie: browsers keep one jar for all ports of a host."""
    return f"quizdeck-{address.port}"


def guarded(address: Address, token: str, refusal: str) -> Middleware:
    """Return what answers with 403 and ``refusal`` unless address, origin and token are right."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        is_welcome = (
            request.headers.getall("Host", []) == [address.authority]
            and _comes_from(request, address.origin)
            and _knows(request, token, cookie_of(address))
        )
        if not is_welcome:
            raise web.HTTPForbidden(text=refusal)
        return await handler(request)

    return guard


def _comes_from(request: web.Request, origin: str) -> bool:
    """Return whether our own page sent this; a browser names no origin where one only looks."""
    origins = request.headers.getall("Origin", [])
    return origins == [origin] or (not origins and request.path != SOCKET)


def _knows(request: web.Request, token: str, cookie: str) -> bool:
    if request.path == START and TOKEN in request.query:
        shown = request.query[TOKEN]
    else:
        shown = request.cookies.get(cookie, "")
    return secrets.compare_digest(shown.encode(errors="replace"), token.encode())


def protection(address: Address) -> dict[str, str]:
    """Return the headers of every answer."""
    policy = "; ".join(_POLICY).format(authority=address.authority)
    return {**_HEADERS, "Content-Security-Policy": policy}
