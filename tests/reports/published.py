"""Schemas of others' formats as published on npm: fetched once, pinned by hash, kept outside the repository."""

import hashlib
import io
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

import pytest

CACHE = Path(__file__).parents[2] / ".cache" / "schemas"
FETCH_SECONDS = 300


def published_schema(package: str, version: str, member: str, sha256: str) -> dict[str, Any]:
    """The JSON file `member` of an npm package. Without npm the test is skipped, except in CI, where it fails."""
    found: dict[str, Any] = json.loads(published_file(package, version, member, sha256).read_bytes())
    return found


def published_file(package: str, version: str, member: str, sha256: str) -> Path:
    """The file `member` of an npm package, kept in the cache. Without npm the test is skipped, except in CI."""
    saved = CACHE / f"{package.replace('/', '-')}-{version}" / Path(member).name
    if not saved.is_file():
        content = _fetched(package, version, member)
        saved.parent.mkdir(parents=True, exist_ok=True)
        saved.write_bytes(content)
    assert hashlib.sha256(saved.read_bytes()).hexdigest() == sha256, (
        f"{saved} is not the file that was looked at; remove it"
    )
    return saved


def tool(name: str, needed_for: str) -> str:
    """The program `name`. Where it is missing the test is skipped, except in CI, where it fails."""
    found = shutil.which(name)
    if found is None:
        sentence = f"{name} was not found, and {needed_for} needs it; install Node.js."
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return found


def published_package(package: str, version: str, sha256: str) -> Path:
    """The folder of an npm package with everything in it, unpacked in the cache. Without npm as `published_file`."""
    folder = CACHE / f"{package.replace('/', '-')}-{version}-whole"
    if not folder.is_dir():
        archive = _packed(package, version)
        assert hashlib.sha256(archive).hexdigest() == sha256, f"{package} {version} is not what was looked at"
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as place, tarfile.open(fileobj=io.BytesIO(archive)) as opened:
            opened.extraction_filter = getattr(tarfile, "data_filter", None)  # Python 3.11.4 and newer
            opened.extractall(place)
            os.replace(Path(place) / "package", folder)
    return folder


def _fetched(package: str, version: str, member: str) -> bytes:
    with tarfile.open(fileobj=io.BytesIO(_packed(package, version))) as opened:
        content = opened.extractfile(member)
        assert content is not None
        return content.read()


def _packed(package: str, version: str) -> bytes:
    npm = tool("npm", f"fetching {package} {version}, which is not in .cache,")
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", f"{package}@{version}", "--ignore-scripts", "--silent", "--pack-destination", folder]
        subprocess.run(command, cwd=folder, capture_output=True, timeout=FETCH_SECONDS, check=True)
        (archive,) = Path(folder).glob("*.tgz")
        return archive.read_bytes()
