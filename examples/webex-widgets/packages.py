"""The vendor's widgets as published: fetched from npm once, made into one script for the browser, and kept in a cache.

`package-lock.json` pins every package with its hash, which npm checks. Nothing that is fetched is in the repository.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
_PINNED = ("package.json", "package-lock.json", "nothing/package.json")
_PAGE = "site/page.jsx"
_ICONS = "node_modules/@momentum-design/icons/dist/svg"
_LOADERS = {".scss": "empty", ".woff": "file", ".woff2": "file", ".ttf": "file", ".png": "file", ".svg": "file"}
_NOT_THERE = ("ringo/engine", "util", "worker_threads", "../fonts/*")
"""What the packages ask for only in Node.js, and fonts that are not published with them."""

OTHER = "DESKPROOF_WIDGETS"
FETCH_SECONDS = 600
BUILD_SECONDS = 120


class NotAvailable(Exception):
    """The widgets are not here and cannot be fetched; the message says what is missing and what to do."""


def widgets(cache: Path | None = None) -> Path:
    """The folder with the page together with the widgets, as `page.js` and `page.css`, and with their icons; it is made
    where it is not there yet.

    With `DESKPROOF_WIDGETS`, a version or a tag of npm, it is made of that version of the widgets, and of
    what npm then takes for them. `cache` is where it is kept, `DESKPROOF_WIDGETS_CACHE` or a folder in the user's cache
    where none is given. Raises NotAvailable without npm, and where npm cannot fetch the packages or the script cannot
    be made of them.
    """
    cache = cache or Path(
        os.environ.get("DESKPROOF_WIDGETS_CACHE") or Path.home() / ".cache" / "deskproof-webex-widgets"
    )
    asked = os.environ.get(OTHER, "")
    kept = cache / (f"{_fingerprint()}-{asked}" if asked else _fingerprint())
    if asked:
        shutil.rmtree(kept, ignore_errors=True)
    elif kept.is_dir():
        return kept
    npm = shutil.which("npm")
    if npm is None:
        raise NotAvailable("npm was not found, which fetches the vendor's widgets; install Node.js and try again.")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix="fetching-") as name:
        folder = Path(name)
        for file in (*_PINNED, _PAGE):
            (folder / file).parent.mkdir(exist_ok=True)
            shutil.copy(HERE / file, folder / file)
        if asked:
            _ask_for(asked, folder)
        fetch = [npm, "install" if asked else "ci", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund"]
        _run(fetch, folder, FETCH_SECONDS)
        _run([str(folder / "node_modules" / ".bin" / "esbuild"), *_build()], folder, BUILD_SECONDS)
        (folder / _ICONS).rename(folder / "made" / "icons")
        try:
            (folder / "made").rename(kept)
        except OSError:
            if not kept.is_dir():  # another process was first
                raise
    return kept


def _ask_for(version: str, folder: Path) -> None:
    """Name another version of the vendor's widgets in the package, and pin nothing."""
    file = folder / "package.json"
    package = json.loads(file.read_text(encoding="utf-8"))
    for name in package["dependencies"]:
        if name.startswith("@webex/"):
            package["dependencies"][name] = version
    file.write_text(json.dumps(package), encoding="utf-8")
    (folder / "package-lock.json").unlink()


def _fingerprint() -> str:
    """A name for what is made of these files, which changes with each of them."""
    digest = hashlib.sha256()
    for file in (*_PINNED, _PAGE, "packages.py"):
        digest.update((HERE / file).read_bytes())
    return digest.hexdigest()[:16]


def _build() -> list[str]:
    return [
        _PAGE,
        "--bundle",
        "--minify",
        "--outdir=made",
        "--define:global=globalThis",
        '--define:process.env.NODE_ENV="production"',
        "--log-level=error",
        *(f"--loader:{suffix}={loader}" for suffix, loader in _LOADERS.items()),
        *(f"--external:{name}" for name in _NOT_THERE),
    ]


def _run(command: list[str], folder: Path, seconds: int) -> None:
    try:
        done = subprocess.run(  # noqa: S603  npm, and what it has fetched and checked
            command, cwd=folder, capture_output=True, text=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise NotAvailable(
            f"{Path(command[0]).name} was not done after {seconds} seconds; check the network or npm's registry."
        ) from late
    if done.returncode != 0:
        raise NotAvailable(
            f"{Path(command[0]).name} ended with exit status {done.returncode}; check the network or npm's registry "
            f"setting, and try again. It wrote:\n{(done.stderr or done.stdout).strip()}"
        )
