"""The page, and the few files that it is made of."""

from functools import cache
from html import escape
from importlib.util import find_spec
from pathlib import Path
from string import Template

from quizdeck.language.catalogue import text
from quizdeck.text import Language
from quizdeck.web.address import Address
from quizdeck.web.guard import SOCKET

_HERE = Path(__file__).parent


def page(address: Address, language: Language) -> str:
    """Return the HTML of the page."""
    filled = {
        "language": language,
        "socket": f"ws://{address.authority}{SOCKET}",
        "loading": text("serve.loading", language),
        "closed": text("serve.closed", language),
        "again": text("serve.again", language),
    }
    html = Template((_HERE / "page.html").read_text(encoding="utf-8"))
    return html.substitute({name: escape(value) for name, value in filled.items()})


@cache
def files() -> dict[str, Path]:
    """Return every file that the page may ask for, by its name."""
    ours, terminal = _HERE / "static", _terminal()
    return {
        "page.css": ours / "page.css",
        "page.js": ours / "page.js",
        "terminal.css": terminal / "css" / "xterm.css",
        "terminal.js": terminal / "js" / "textual.js",
        "terminal.ttf": terminal / "fonts" / "RobotoMono-VariableFont_wght.ttf",
    }


def _terminal() -> Path:
    """Return the folder of the page's terminal; the server beside it is not even loaded."""
    found = find_spec("textual_serve")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).with_name("static")
