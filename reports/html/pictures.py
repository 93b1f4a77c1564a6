"""The pictures of a report: made small, each distinct one once.

Rule: the page as a whole stays under a size that a mail or a CI server takes. How strongly pictures are compressed is
tried on a sample first, so that no picture is encoded twice. A picture that cannot be read is left out, never an
error.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from reports.facts import Run

BUDGET = 30 * 1024 * 1024
"""Bytes for all pictures together; in base64 that is 40 MB of page."""

_SAMPLE = 24


@dataclass(frozen=True, kw_only=True)
class Size:
    """How a picture is made small: at most so many pixels wide, WebP at this quality."""

    width: int
    quality: int


SIZES = (
    Size(width=1440, quality=78),
    Size(width=1120, quality=68),
    Size(width=900, quality=58),
    Size(width=700, quality=48),
)


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A picture as the page holds it: its key, pixels, and WebP data in base64."""

    key: str
    width: int
    height: int
    data: str


def paths(run: Run) -> tuple[str, ...]:
    """The distinct pictures of a run, in the order in which they come."""
    steps = (
        step
        for scenario in run.scenarios
        for part in (*(attempt.steps or () for attempt in scenario.attempts), scenario.steps)
        for step in part
    )
    return tuple(dict.fromkeys(picture.path for step in steps if step.evidence for picture in step.evidence.pictures))


def shown(run_folder: Path, wanted: Iterable[str], budget: int = BUDGET) -> Mapping[str, Shown]:
    """Each picture of `wanted` that can be read, by its path."""
    every = tuple(wanted)
    size = _size(run_folder, every, budget)
    with ThreadPoolExecutor(max_workers=2) as pool:
        made = pool.map(lambda path: _encode(run_folder, path, size), every)
    found: dict[str, Shown] = {}
    for path, encoded in zip(every, made, strict=True):
        if encoded is not None:
            data, width, height = encoded
            key = f"p{len(found)}"
            found[path] = Shown(key=key, width=width, height=height, data=base64.b64encode(data).decode())
    return found


def _size(run_folder: Path, every: tuple[str, ...], budget: int) -> Size:
    """The best size at which all pictures fit the budget, judged by a sample."""
    step = max(1, len(every) // _SAMPLE)
    sample = every[::step][:_SAMPLE]
    for size in SIZES:
        sizes = [len(encoded[0]) for path in sample if (encoded := _encode(run_folder, path, size))]
        if not sizes or sum(sizes) / len(sizes) * len(every) <= budget:
            return size
    return SIZES[-1]


def _encode(run_folder: Path, path: str, size: Size) -> tuple[bytes, int, int] | None:
    file = (run_folder / path).resolve()
    if not file.is_relative_to(run_folder.resolve()):
        return None
    try:
        with Image.open(file) as opened:
            picture = opened.convert("RGB")
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError):
        return None
    if picture.width > size.width:
        picture = picture.resize((size.width, max(1, round(picture.height * size.width / picture.width))))
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=size.quality, method=3)
    return buffer.getvalue(), picture.width, picture.height
