"""Where the page is found: an address that only this machine can reach."""

import errno
import socket
from collections.abc import Sequence
from dataclasses import dataclass

from quizdeck.errors import ServeError

LOOPBACK = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))

_NOT_HERE = frozenset({errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT})
_REFUSALS = {
    errno.EADDRINUSE: "serve.port_in_use",
    errno.EACCES: "serve.port_not_allowed",
    errno.EPERM: "serve.port_not_allowed",
}


@dataclass(frozen=True, slots=True)
class Address:
    """A host and a port as a browser writes them."""

    host: str
    port: int

    @property
    def authority(self) -> str:
        """Return what the ``Host`` header has to be."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        # a browser leaves the usual port out
        return host if self.port == 80 else f"{host}:{self.port}"  # noqa: PLR2004

    @property
    def origin(self) -> str:
        """Return what the ``Origin`` header has to be."""
        return f"http://{self.authority}"


def address_of(listening: socket.socket) -> Address:
    """Return where ``listening`` is found."""
    host, port, *_ = listening.getsockname()
    return Address(host, port)


def listen(
    port: int, hosts: Sequence[tuple[socket.AddressFamily, str]] = LOOPBACK
) -> socket.socket:
    """Return a socket that listens on the first of ``hosts`` that this machine has.

    Port 0 means any that is free. Raises ``ServeError``.
    """
    for family, host in hosts:
        try:
            return socket.create_server((host, port), family=family)
        except OSError as error:
            if error.errno not in _NOT_HERE:
                raise refusal(error, port) from error
    raise ServeError("serve.no_loopback")


def refusal(error: OSError, port: int) -> ServeError:
    """Return why ``port`` cannot be had."""
    if error.errno in _REFUSALS:
        return ServeError(_REFUSALS[error.errno], port=port)
    return ServeError("serve.port_unusable", port=port, reason=error.strerror or str(error))
