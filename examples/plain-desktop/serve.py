"""Serve the desktop: the pages of `site`, and the vendor's SDK, which is fetched once with npm and kept outside of git.

python serve.py PORT
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).parent
PACKAGE = "@webex/contact-center@3.12.0"
INTEGRITY = "5i6BXSgdU7Mq2rCLYVCrx4Mj1x848L4410NYaPyj/KY5M8cZw3yAVS0EGP1JNyEcTyT/kevz9IgorgdeQbExUw=="
"""SHA-512 of the package, as the registry gives it."""
BUNDLE = HERE.parents[1] / ".cache" / "sdk" / "contact-center-3.12.0.min.js"
BUNDLE_SHA256 = "6679c036884ab7ea4f3384114afda41346fbc0e41c613ea48bb201891559d293"


class Handler(SimpleHTTPRequestHandler):
    """The page, its files, and the bundle."""

    protocol_version = "HTTP/1.1"
    error_message_format = """<!doctype html><html lang="en"><meta charset="utf-8"><title>%(code)d</title>
        <link rel="icon" href="data:,"><main><h1>%(message)s</h1></main></html>"""

    def translate_path(self, path: str) -> str:
        path = urlsplit(path).path
        if path == "/contact-center.min.js":
            return str(BUNDLE)
        return super().translate_path(path)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def bundle() -> bytes:
    """The vendor's bundle out of the cache, or out of the package that npm fetches; SystemExit where it is another."""
    if BUNDLE.is_file():
        return BUNDLE.read_bytes()
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit(f"npm is needed once, to fetch {PACKAGE}.")
    with tempfile.TemporaryDirectory() as folder:
        # npm is the one of this machine, and what it fetches is checked below.
        subprocess.run([npm, "pack", PACKAGE, "--ignore-scripts", "--silent"], cwd=folder, check=True, timeout=300)  # noqa: S603
        (archive,) = Path(folder).glob("*.tgz")
        if base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() != INTEGRITY:
            raise SystemExit(f"What npm fetched is not the {PACKAGE} that was pinned.")
        with tarfile.open(archive) as package:
            member = package.extractfile("package/umd/contact-center.min.js")
            return member.read() if member else b""


def main(port: int) -> None:
    content = bundle()
    if hashlib.sha256(content).hexdigest() != BUNDLE_SHA256:
        raise SystemExit(f"{BUNDLE.name} is not the file that was pinned; delete it and start again.")
    if not BUNDLE.is_file():
        BUNDLE.parent.mkdir(parents=True, exist_ok=True)
        BUNDLE.write_bytes(content)
    with ThreadingHTTPServer(
        ("127.0.0.1", port), lambda *given: Handler(*given, directory=str(HERE / "site"))
    ) as server:
        server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]))
