"""The files of the desktop as they are served: what its page loads, with the hash of its content in its name, and the
sources behind it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from deskproof.simulator.desktop.bundle import bundle

STATIC = Path(__file__).parent / "static"

FOLDER = "/desktop/"
"""The address of the files."""

SCRIPT = "desk.js"
"""The bundle of all modules."""

STYLES = "desk.css"
"""The style sheets of the desktop, after that of boot.js."""

TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
"""The media type of each suffix that is served; files with other suffixes are not served."""

_ENTRY = "main.js"
_SHEETS = ("style", "dialogs", "desk", "small", "notices", "layout", "teams", "calls")
"""The sheets in the order of their precedence."""

_VENDOR = "vendor/"
"""The modules below it stay files of their own, which the bundle imports."""

_LIT = "vendor/lit-3.3.3.js"
_HASHED = ("boot.js", "styles/boot.css", "mark.svg")
"""What the page loads beside Lit, the bundle and its styles."""

_HASH_CHARACTERS = 12
_HAS_VERSION = re.compile(r"-\d+\.\d+\.\d+\.js$")


@dataclass(frozen=True, kw_only=True)
class File:
    """One file as it is served."""

    name: str
    """The name without a hash, by which faults act on it."""
    content: bytes
    media_type: str
    etag: str
    is_immutable: bool


@dataclass(frozen=True, kw_only=True)
class Files:
    """All files, by their path below FOLDER."""

    by_path: Mapping[str, File]
    hashed: Mapping[str, str]
    """Of what the page loads the path with the hash, by the name without."""

    def page(self, name: str) -> File:
        """The page, with the hashes of what it loads."""
        text = self.by_path[name].content.decode()
        for plain, path in self.hashed.items():
            text = text.replace(f'"{FOLDER}{plain}"', f'"{FOLDER}{path}"')
        return served_file(name, text.encode())


def files() -> Files:
    """The files as they are on the disk now. Raises CannotBundle."""
    return _files(tuple((path, (now := path.stat()).st_mtime_ns, now.st_size) for path in _paths().values()))


def loaded_names() -> tuple[str, ...]:
    """The names of what the page loads."""
    return (SCRIPT, STYLES, _LIT, *_HASHED)


@cache
def _paths() -> Mapping[str, Path]:
    """The files by their path below the folder; a look-up, so that nothing outside the folder is reachable."""
    return {
        path.relative_to(STATIC).as_posix(): path
        for path in STATIC.rglob("*")
        if path.suffix in TYPES and path.is_file()
    }


@lru_cache(maxsize=1)
def _files(_: tuple[tuple[Path, int, int], ...]) -> Files:
    """Made again when a file has changed: after an edit of the desktop, a reload shows it."""
    sources = {name: path.read_bytes() for name, path in _paths().items()}
    script = bundle(_ENTRY, lambda name: sources[name].decode(), is_outside=lambda name: name.startswith(_VENDOR))
    map_ = f"{SCRIPT}.map"
    made = {
        SCRIPT: f"{script.text}\n//# sourceMappingURL={map_}\n".encode(),
        STYLES: b"\n".join(sources[f"styles/{sheet}.css"] for sheet in _SHEETS),
        **{name: sources[name] for name in _HASHED},
    }
    by_path = {name: served_file(name, content) for name, content in sources.items()}
    by_path[map_] = served_file(map_, script.source_map().encode())
    hashed = {}
    for name, content in made.items():
        stem, dot, suffix = name.rpartition(".")
        path = hashed[name] = f"{stem}-{hashlib.sha256(content).hexdigest()[:_HASH_CHARACTERS]}{dot}{suffix}"
        by_path[path] = served_file(name, content, is_immutable=True)
    return Files(by_path=by_path, hashed=hashed)


def served_file(name: str, content: bytes, *, is_immutable: bool = False) -> File:
    """The file with this content; its type is that of its suffix."""
    return File(
        name=name,
        content=content,
        media_type=TYPES[name[name.rindex(".") :]],
        etag=f'"{hashlib.sha256(content).hexdigest()[:32]}"',
        is_immutable=is_immutable or bool(_HAS_VERSION.search(name)),
    )
