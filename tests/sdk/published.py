"""The vendor's packages as published: the bundle of each, fetched once from npm and kept outside the repository.

Only the one file is taken; its dependencies are inside it. It is checked against the pinned hashes each time.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Package:
    """One file of a package at a fixed version."""

    name: str
    version: str
    integrity: str
    """SHA-512 of the package, as the registry's `dist.integrity` gives it."""
    file: str
    """The file in the archive."""
    sha256: str
    """Of the file; empty where the archive alone is checked."""

    @property
    def kept_as(self) -> str:
        """The name in the cache."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.js"


CLIENT = Package(
    name="@webex/contact-center",
    version="3.12.0",
    integrity="5i6BXSgdU7Mq2rCLYVCrx4Mj1x848L4410NYaPyj/KY5M8cZw3yAVS0EGP1JNyEcTyT/kevz9IgorgdeQbExUw==",
    file="package/umd/contact-center.min.js",
    sha256="6679c036884ab7ea4f3384114afda41346fbc0e41c613ea48bb201891559d293",
)
"""The client of applications that stand alone."""
DESKTOP_SDK = Package(
    name="@wxcc-desktop/sdk",
    version="2.0.15",
    integrity="TjpBgG1jbG0y+lyP0VnE8rqIXqCY0/kY0SJG89VKEfq8gwjjMhRKP939iZBQpEz5Ga6anNxEibG5k2qV61Emlg==",
    file="package/dist/index.js",
    sha256="c9bcfb59a7518d05c10077ebd518aaaaf41fc032906065663ebbcb0d8ad3d773",
)
"""The SDK of custom elements in the vendor's desktop; a script that loads it has it as `WxccDesktopSDK`."""
CALLING = Package(
    name="webex",
    version="3.12.0",
    integrity="l697aG7SwFIgrQEu6dFXRduKKBaWBNdZ5vyfVT3ctHq+vhfzW4Xe5YhcZdxoI1fFG02asVr0De3rqgSnbf3H5w==",
    file="package/umd/calling.min.js",
    sha256="062162f918fa5d3982517fdda71654b0c5da94851b75bbbb011a3955e88aea2d",
)
"""The calling client: a telephone in a page; a script that loads it has it as `Calling`."""

OTHER_CLIENT = "DESKPROOF_CLIENT"
CACHE = Path(__file__).parents[2] / ".cache" / "sdk"
FETCH_SECONDS = 300


class NotAvailable(Exception):
    """A bundle is not here and cannot be fetched; the message says what is missing and what to do."""


def bundle(package: Package, cache: Path = CACHE) -> Path:
    """The package's file. NotAvailable when it is not in the cache and there is no npm, or npm cannot fetch it.

    The client is that of `DESKPROOF_CLIENT`, a version or `latest`, where it is set: `make drift` sets it.
    """
    asked = os.environ.get(OTHER_CLIENT, "")
    if asked and package is CLIENT:
        return other(package, asked, cache)
    kept = cache / package.kept_as
    if kept.is_file() and _sha256(kept.read_bytes()) == package.sha256:
        return kept
    npm = shutil.which("npm")
    if npm is None:
        raise NotAvailable(
            f"The vendor's SDK ({package.name} {package.version}) is not in {cache.name} and npm was not found to "
            "fetch it; install Node.js to run these tests."
        )
    content = _file_in(_fetched(package, npm), package)
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=cache, delete=False) as half:
        half.write(content)
    os.replace(half.name, kept)
    return kept


def other(package: Package, asked: str, cache: Path) -> Path:
    """The file of another version of the package, checked against what npm says of it now."""
    npm = shutil.which("npm")
    if npm is None:
        raise NotAvailable(f"npm was not found, which fetches {package.name}@{asked}; install Node.js and try again.")
    command = [npm, "view", f"{package.name}@{asked}", "version", "dist.integrity", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=FETCH_SECONDS, check=False)
    try:
        found = json.loads(done.stdout)
        version, integrity = found["version"], found["dist.integrity"].removeprefix("sha512-")
    except (ValueError, KeyError, TypeError):
        raise NotAvailable(f"npm knows no {package.name}@{asked}; name a version or a tag such as latest.") from None
    named = replace(package, version=version, integrity=integrity, sha256="")
    kept = cache / "other" / named.kept_as
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(_file_in(_fetched(named, npm), named))
    return kept


def _fetched(package: Package, npm: str) -> bytes:
    """The package's archive, checked against the pinned integrity."""
    named = f"{package.name}@{package.version}"
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", named, "--ignore-scripts", "--silent", "--pack-destination", folder]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=FETCH_SECONDS, check=False)
        archives = list(Path(folder).glob("*.tgz"))
        if done.returncode != 0 or len(archives) != 1:
            raise NotAvailable(
                f"npm could not fetch {named} (exit status {done.returncode}); check the network or npm's registry "
                "setting, and run the tests again."
            )
        archive = archives[0].read_bytes()
    if base64.b64encode(hashlib.sha512(archive).digest()).decode() != package.integrity:
        raise NotAvailable(f"What npm fetched as {named} is not the package that was pinned; do not use it.")
    return archive


def _file_in(archive: bytes, package: Package) -> bytes:
    with tempfile.TemporaryFile() as file:
        file.write(archive)
        file.seek(0)
        with tarfile.open(fileobj=file) as opened:
            member = opened.extractfile(package.file)
            content = member.read() if member else b""
    if package.sha256 and _sha256(content) != package.sha256:
        raise NotAvailable(
            f"{package.file} of {package.name} {package.version} is not the file that was pinned; do not use it."
        )
    return content


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
