"""The pictures of a report: each distinct one once, and small enough together that the page can go by mail.

Rule: as long as they fit, pictures go in as they were taken, which costs nothing. Where they do not, they are made
smaller: how strongly is tried on a sample first, so that none is encoded twice. What would still be too much is left
out, pictures of scenarios that passed first. A picture that cannot be read is left out too, never an error.
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


@dataclass(frozen=True, kw_only=True)
class Size:
    """A way to make pictures small: at most so many pixels wide, WebP at this quality; `budget` is for all together."""

    width: int
    quality: int
    budget: int


MEGABYTE = 1024 * 1024
AS_TAKEN = 14 * MEGABYTE
"""Bytes up to which pictures go in as they were taken; in base64 that is 19 MB of page."""

SIZES = (
    Size(width=1280, quality=60, budget=16 * MEGABYTE),
    Size(width=960, quality=55, budget=22 * MEGABYTE),
    Size(width=720, quality=48, budget=30 * MEGABYTE),
)
"""Tried in this order; the last one's budget is what the page holds at most, 40 MB in base64."""

_SAMPLE = 16


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A picture as the page holds it: its key, its pixels, and its data as a data URI."""

    key: str
    width: int
    height: int
    data: str


def paths(run: Run) -> tuple[str, ...]:
    """The distinct pictures of a run, those of scenarios that did not pass first."""
    ordered = sorted(run.scenarios, key=lambda scenario: scenario.status == "passed")
    steps = (
        step
        for scenario in ordered
        for part in (scenario.steps, *(attempt.steps or () for attempt in scenario.attempts))
        for step in part
    )
    return tuple(dict.fromkeys(picture.path for step in steps if step.evidence for picture in step.evidence.pictures))


def shown(
    run_folder: Path, wanted: Iterable[str], *, as_taken: int = AS_TAKEN, sizes: tuple[Size, ...] = SIZES
) -> Mapping[str, Shown]:
    """Each picture of `wanted` that can be read and has room, by its path."""
    folder = run_folder.resolve()
    every = tuple(path for path in wanted if (folder / path).resolve().is_relative_to(folder))
    total = sum(file.stat().st_size for path in every if (file := folder / path).is_file())
    size = None if total <= as_taken else _size(folder, every, sizes)
    room = as_taken if size is None else sizes[-1].budget
    found: dict[str, Shown] = {}
    with ThreadPoolExecutor(max_workers=2) as pool:
        for path, encoded in zip(every, pool.map(lambda path: _encode(folder / path, size), every), strict=True):
            if encoded is not None and len(encoded[0]) <= room:
                data, kind, width, height = encoded
                room -= len(data)
                uri = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
                found[path] = Shown(key=f"p{len(found)}", width=width, height=height, data=uri)
    return found


def _size(folder: Path, every: tuple[str, ...], sizes: tuple[Size, ...]) -> Size:
    """The best size at which all pictures fit its budget, judged by a sample; the last where none does."""
    sample = every[:: max(1, len(every) // _SAMPLE)][:_SAMPLE]
    for size in sizes[:-1]:
        lengths = [len(encoded[0]) for path in sample if (encoded := _encode(folder / path, size))]
        if not lengths or sum(lengths) / len(lengths) * len(every) <= size.budget:
            return size
    return sizes[-1]


def _encode(file: Path, size: Size | None) -> tuple[bytes, str, int, int] | None:
    """The picture's bytes, kind, width and height: as taken where `size` is None and a browser knows its kind."""
    try:
        with Image.open(file) as opened:
            kind = (opened.format or "").lower()
            if size is None and kind in ("jpeg", "png", "webp"):
                opened.verify()
                return file.read_bytes(), kind, opened.width, opened.height
            opened.draft("RGB", (SIZES[0].width, SIZES[0].width))
            picture = opened.convert("RGB")
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError):
        return None
    wanted = size or SIZES[0]
    if picture.width > wanted.width:
        height = max(1, round(picture.height * wanted.width / picture.width))
        picture = picture.resize((wanted.width, height), reducing_gap=2)
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=wanted.quality, method=0)
    return buffer.getvalue(), "webp", picture.width, picture.height
