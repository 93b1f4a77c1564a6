"""Serves the page with the vendor's widgets: `python serve.py PORT`. It is at http://127.0.0.1:PORT/?catalogue=ADDRESS.

The first start fetches the widgets from npm, which takes about a minute.
"""

from __future__ import annotations

import contextlib
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from packages import HERE, NotAvailable, widgets

_SITE = HERE / "site"
_WIDGETS = "/widgets/"


class _Page(SimpleHTTPRequestHandler):
    """The page's own files, and below /widgets/ what was made of the packages."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *given: Any, made: Path, **named: Any) -> None:
        self._made = str(made)
        super().__init__(*given, directory=str(_SITE), **named)

    def translate_path(self, path: str) -> str:
        if not path.startswith(_WIDGETS):
            return super().translate_path(path)
        self.directory, site = self._made, self.directory
        try:
            return super().translate_path(path.removeprefix(_WIDGETS))
        finally:
            self.directory = site

    def log_message(self, format: str, *args: object) -> None:
        pass


def main() -> None:
    """Serve until the process is ended."""
    if len(sys.argv) != 2 or not sys.argv[1].isdigit():
        sys.exit("Say which port: python serve.py PORT")
    port = int(sys.argv[1])
    try:
        made = widgets()
    except NotAvailable as reason:
        sys.exit(str(reason))
    with ThreadingHTTPServer(("127.0.0.1", port), partial(_Page, made=made)) as server:
        sys.stdout.write(f"The widgets are at http://127.0.0.1:{server.server_port}/\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()


if __name__ == "__main__":
    main()
