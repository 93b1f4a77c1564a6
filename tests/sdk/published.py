"""The vendor's client as published: its browser bundle, fetched once from npm and kept outside the repository.

Only the one file is taken; its dependencies are inside it. It is checked against the pinned hashes each time.
"""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "@webex/contact-center"
VERSION = "3.12.0"
INTEGRITY = "5i6BXSgdU7Mq2rCLYVCrx4Mj1x848L4410NYaPyj/KY5M8cZw3yAVS0EGP1JNyEcTyT/kevz9IgorgdeQbExUw=="
"""SHA-512 of the package, as the registry's `dist.integrity` gives it."""
BUNDLE_SHA256 = "6679c036884ab7ea4f3384114afda41346fbc0e41c613ea48bb201891559d293"
_IN_PACKAGE = "package/umd/contact-center.min.js"

CACHE = Path(__file__).parents[2] / ".cache" / "sdk"
FETCH_SECONDS = 300


class NotAvailable(Exception):
    """The bundle is not here and cannot be fetched; the message says what is missing and what to do."""


def bundle(cache: Path = CACHE) -> Path:
    """The bundle's file. NotAvailable when it is not in the cache and there is no npm, or npm cannot fetch it."""
    kept = cache / f"contact-center-{VERSION}.min.js"
    if kept.is_file() and _sha256(kept.read_bytes()) == BUNDLE_SHA256:
        return kept
    npm = shutil.which("npm")
    if npm is None:
        raise NotAvailable(
            f"The vendor's SDK ({PACKAGE} {VERSION}) is not in {cache.name} and npm was not found to fetch it; "
            "install Node.js to run these tests."
        )
    content = _bundle_in(_fetched(npm))
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=cache, delete=False) as half:
        half.write(content)
    os.replace(half.name, kept)
    return kept


def _fetched(npm: str) -> bytes:
    """The package's archive, checked against the pinned integrity."""
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", f"{PACKAGE}@{VERSION}", "--ignore-scripts", "--silent", "--pack-destination", folder]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=FETCH_SECONDS, check=False)
        archives = list(Path(folder).glob("*.tgz"))
        if done.returncode != 0 or len(archives) != 1:
            raise NotAvailable(
                f"npm could not fetch {PACKAGE} {VERSION} (exit status {done.returncode}); check the network or npm's "
                "registry setting, and run the tests again."
            )
        archive = archives[0].read_bytes()
    if base64.b64encode(hashlib.sha512(archive).digest()).decode() != INTEGRITY:
        raise NotAvailable(
            f"What npm fetched as {PACKAGE} {VERSION} is not the package that was pinned; do not use it."
        )
    return archive


def _bundle_in(archive: bytes) -> bytes:
    with tempfile.TemporaryFile() as file:
        file.write(archive)
        file.seek(0)
        with tarfile.open(fileobj=file) as package:
            member = package.extractfile(_IN_PACKAGE)
            content = member.read() if member else b""
    if _sha256(content) != BUNDLE_SHA256:
        raise NotAvailable(f"{_IN_PACKAGE} of {PACKAGE} {VERSION} is not the file that was pinned; do not use it.")
    return content


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
