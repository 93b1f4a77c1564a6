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
    kept = CACHE / f"{package.replace('/', '-')}-{version}.json"
    if not kept.is_file():
        npm = shutil.which("npm")
        if npm is None:
            sentence = f"{package} {version} is not in .cache and npm was not found to fetch it; install Node.js."
            if os.environ.get("CI"):
                pytest.fail(sentence)
            pytest.skip(sentence)
        with tempfile.TemporaryDirectory() as folder:
            command = [
                npm,
                "pack",
                f"{package}@{version}",
                "--ignore-scripts",
                "--silent",
                "--pack-destination",
                folder,
            ]
            subprocess.run(command, cwd=folder, capture_output=True, timeout=FETCH_SECONDS, check=True)
            (archive,) = Path(folder).glob("*.tgz")
            with tarfile.open(fileobj=io.BytesIO(archive.read_bytes())) as opened:
                content = opened.extractfile(member)
                assert content is not None
                data = content.read()
        CACHE.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(data)
    data = kept.read_bytes()
    assert hashlib.sha256(data).hexdigest() == sha256, f"{kept} is not the file that was looked at; remove it"
    found: dict[str, Any] = json.loads(data)
    return found
