"""The pictures of a report: each distinct one once, and small enough together that the page can be sent by mail.

Rule: as long as they fit, pictures are included as they were taken. Otherwise a picture that is mostly like an earlier
one becomes the parts in which it differs, which the page draws upon that one (`reports.html.patches`). Where this is
too much, they are made smaller, at a quality that is chosen on a sample first, so that none is encoded twice. What is
still too much is left out, pictures of scenarios that passed first. A picture that cannot be read is left out too and
is not an error.
"""

from __future__ import annotations

import base64
import io
import itertools
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, JpegImagePlugin

from deskproof.reports.baseline.image_diff import UNREADABLE
from deskproof.reports.html.patches import Box, Drawing, drawings
from deskproof.reports.record.facts import Run


@dataclass(frozen=True, kw_only=True)
class Size:
    """How pictures are encoded: at most so many pixels wide, as WebP at this quality; with the quality None as they
    were taken. `budget` is in bytes, for all together.
    """

    width: int
    quality: int | None
    budget: int


MEGABYTE = 1024 * 1024
AS_TAKEN = 14 * MEGABYTE
"""Bytes up to which whole pictures are included as they were taken; in base64 that is 19 MB of page."""

SIZES = (
    Size(width=1280, quality=None, budget=18 * MEGABYTE),
    Size(width=1280, quality=60, budget=20 * MEGABYTE),
    Size(width=1280, quality=40, budget=22 * MEGABYTE),
    Size(width=960, quality=50, budget=24 * MEGABYTE),
    Size(width=720, quality=48, budget=28 * MEGABYTE),
)
"""Tried in this order; the last one's budget is the most that the page can have, 37 MB in base64. The whole suite's
pictures have 24 MB, and 8 MB in the first of these. Text of the size on a desktop is sharp in the first three."""

_PLAIN = Size(width=1280, quality=60, budget=MEGABYTE)
_EFFORT = 2
"""Of six, for WebP: the next one takes twice as long for a twentieth less."""
_SAMPLE = 32
_OF_BROWSERS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A picture in the page: its key, its pixels, the key of the picture under it if there is one, and its parts.

    `data` has a line for each part: left, top, width and height in the picture's pixels, and a data URI.
    """

    key: str
    width: int
    height: int
    under: str | None
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
    run_folder: Path, paths: Iterable[str], *, as_taken: int = AS_TAKEN, sizes: tuple[Size, ...] = SIZES
) -> Mapping[str, Shown]:
    """Each picture of `paths` that can be read and fits, by its path; those that look the same share one."""
    folder = run_folder.resolve()
    every = tuple(path for path in paths if (folder / path).resolve().is_relative_to(folder))
    total = sum(file.stat().st_size for path in every if (file := folder / path).is_file())
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        if total <= as_taken:
            needed = tuple(one for path in every if (one := _whole(folder, path)))
            size, room = sizes[0], as_taken
        else:
            needed = tuple(drawings(folder, every, pool))
            size, room = _size(folder, needed, sizes), sizes[-1].budget
        found: dict[str, Shown] = {}
        keys = itertools.count()
        for drawing, parts in zip(needed, pool.map(lambda one: _encoded(folder, one, size), needed), strict=True):
            length = sum(len(part.data) for part in parts)
            under = found.get(drawing.under) if drawing.under else None
            if length > room or len(parts) < len(drawing.boxes) or (drawing.under and not under):
                continue
            room -= length
            found[drawing.path] = _shown(f"p{next(keys)}", drawing, parts, under) if parts or not under else under
    return found


def made(key: str, picture: Image.Image) -> Shown:
    """A picture of our own making, under `key`."""
    box = (0, 0, *picture.size)
    drawing = Drawing(path="", width=picture.width, height=picture.height, under=None, boxes=(box,))
    return _shown(key, drawing, (_webp(picture, box, _PLAIN),), None)


@dataclass(frozen=True, kw_only=True)
class _Part:
    box: Box
    data: bytes
    kind: str


def _shown(key: str, drawing: Drawing, parts: tuple[_Part, ...], under: Shown | None) -> Shown:
    lines = (
        f"{part.box[0]} {part.box[1]} {part.box[2] - part.box[0]} {part.box[3] - part.box[1]} "
        f"data:image/{part.kind};base64,{base64.b64encode(part.data).decode()}"
        for part in parts
    )
    return Shown(
        key=key,
        width=drawing.width,
        height=drawing.height,
        under=under.key if under else None,
        data="\n".join(lines),
    )


def _size(folder: Path, needed: tuple[Drawing, ...], sizes: tuple[Size, ...]) -> Size:
    """The first size at which all pictures fit its budget, judged by a sample of large and small; else the last."""
    ordered = sorted(needed, key=lambda drawing: drawing.area)
    sample = ordered[:: max(1, len(ordered) // _SAMPLE)]
    share = sum(drawing.area for drawing in sample) / max(1, sum(drawing.area for drawing in needed))
    for size in sizes[:-1]:
        length = sum(len(part.data) for drawing in sample for part in _encoded(folder, drawing, size))
        if length <= size.budget * share:
            return size
    return sizes[-1]


def _whole(folder: Path, path: str) -> Drawing | None:
    try:
        with Image.open(folder / path) as found:
            width, height = found.size
    except UNREADABLE:
        return None
    return Drawing(path=path, width=width, height=height, under=None, boxes=((0, 0, width, height),))


def _encoded(folder: Path, drawing: Drawing, size: Size) -> tuple[_Part, ...]:
    """The parts of a picture; none where it has none, or cannot be read."""
    file = folder / drawing.path
    try:
        with Image.open(file) as found:
            if size.quality is None and drawing.under is None and found.format in _OF_BROWSERS:
                return (_Part(box=drawing.boxes[0], data=file.read_bytes(), kind=found.format.lower()),)
            if size.quality is None and isinstance(found, JpegImagePlugin.JpegImageFile):
                found.draft("YCbCr", found.size)
                return tuple(_jpeg(found, box) for box in drawing.boxes)
            picture = found.convert("RGB")
    except UNREADABLE:
        return ()
    return tuple(_webp(picture, box, _PLAIN if size.quality is None else size) for box in drawing.boxes)


def _jpeg(picture: JpegImagePlugin.JpegImageFile, box: Box) -> _Part:
    """A part as it was taken: with the file's tables and on the grid of its blocks, it is coded as it is there."""
    buffer = io.BytesIO()
    sampling = JpegImagePlugin.get_sampling(picture)
    picture.crop(box).save(buffer, "JPEG", qtables=picture.quantization, subsampling=sampling, optimize=True)
    return _Part(box=box, data=buffer.getvalue(), kind="jpeg")


def _webp(picture: Image.Image, box: Box, size: Size) -> _Part:
    part = picture if box == (0, 0, *picture.size) else picture.crop(box)
    if picture.width > size.width:
        width, height = (max(1, round(length * size.width / picture.width)) for length in part.size)
        part = part.resize((width, height), reducing_gap=2)
    buffer = io.BytesIO()
    part.save(buffer, "WEBP", quality=size.quality, method=_EFFORT)
    return _Part(box=box, data=buffer.getvalue(), kind="webp")
