"""The command that opens the app in a browser."""

import asyncio
import os
from argparse import Namespace
from importlib.util import find_spec

from quizdeck.cli.surroundings import Surroundings
from quizdeck.errors import ExitCode, ServeError
from quizdeck.language.catalogue import text

_NEEDED = ("aiohttp", "textual_serve")
_INSTALL = "python -m pip install '.[web]'"


def serve(options: Namespace, around: Surroundings) -> int:
    """Serve the app to the browsers of this machine until Ctrl+C."""
    around.require_banks()
    missing = next((name for name in _NEEDED if find_spec(name) is None), None)
    if missing is not None:
        raise ServeError("serve.not_installed", missing=missing, command=_INSTALL)
    # no other command needs a server, and not everybody has one
    from quizdeck.web.address import address_of, listen  # noqa: PLC0415
    from quizdeck.web.server import Server  # noqa: PLC0415
    from quizdeck.web.server import serve as serve_pages  # noqa: PLC0415

    with listen(options.port) as listening:
        server = Server(
            address_of(listening), around.language, window_words(options, around), around.complain
        )

        def announce() -> None:
            around.say(server.url)
            around.stdout.flush()
            around.complain(text("serve.how_to_stop", around.language))

        asyncio.run(serve_pages(listening, server, announce))
    return ExitCode.DONE


def window_words(options: Namespace, around: Surroundings) -> tuple[str, ...]:
    """Return the command line of every window.

    A language that was not asked for is the one chosen in the app, and may change there.
    """
    language = ("--lang", options.lang) if options.lang else ()
    return (*language, *(word for bank in around.banks for word in ("--bank", os.fspath(bank))))
