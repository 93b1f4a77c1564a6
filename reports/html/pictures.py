"""The pictures of a report: each distinct one once, and small enough together that the page can be sent by mail.

Rule: as long as they fit, pictures are included as they were taken. Otherwise those that look the same share one, and
the rest is made smaller: the quality is chosen on a sample first, so that none is encoded twice. What is still too much
is left out, pictures of scenarios that passed first. A picture that cannot
be read is left out too and is not an error.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

from deskproof.reports.baseline.image_diff import UNREADABLE
from deskproof.reports.record.facts import Run


@dataclass(frozen=True, kw_only=True)
class Size:
    """A way to make pictures small: at most so many pixels wide, WebP at this quality; `budget` is for all together."""

    width: int
    quality: int
    budget: int


MEGABYTE = 1024 * 1024
AS_TAKEN = 14 * MEGABYTE
"""Bytes up to which pictures are included as they were taken; in base64 that is 19 MB of page. Those of the whole
suite are 24 MB: as they were taken the page is written in 4.8 s instead of 12.7 s, but it has 38 MB instead of 25 MB,
which few mail servers accept.
"""

SIZES = (
    Size(width=1280, quality=60, budget=20 * MEGABYTE),
    Size(width=1280, quality=40, budget=22 * MEGABYTE),
    Size(width=960, quality=50, budget=24 * MEGABYTE),
    Size(width=720, quality=48, budget=28 * MEGABYTE),
)
"""Tried in this order; the last one's budget is the most that the page can have, 37 MB in base64. Text of the size on a
desktop is sharp in the first two."""

_EFFORT = 1
"""Of six: the next one takes one and a half times as long for a sixth less."""
_SAMPLE = 16
_QUARTER = 4
_ALIKE = 3
"""Levels of 255. Two pictures look the same when no spot of four by four pixels differs by more, which a changed
letter does and the noise of JPEG does not."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A picture in the page: its key, its pixels, and its data as a data URI."""

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
    run_folder: Path, paths: Iterable[str], *, as_taken: int = AS_TAKEN, sizes: tuple[Size, ...] = SIZES
) -> Mapping[str, Shown]:
    """Each picture of `paths` that can be read and fits, by its path; those that look the same share one."""
    folder = run_folder.resolve()
    every = tuple(path for path in paths if (folder / path).resolve().is_relative_to(folder))
    total = sum(file.stat().st_size for path in every if (file := folder / path).is_file())
    found: dict[str, Shown] = {}
    with ThreadPoolExecutor(max_workers=2) as pool:
        twins = {} if total <= as_taken else _twins(every, pool.map(lambda path: _look(folder / path), every))
        distinct = tuple(path for path in every if path not in twins)
        size = None if total <= as_taken else _size(folder, distinct, sizes)
        room = as_taken if size is None else sizes[-1].budget
        for path, encoded in zip(distinct, pool.map(lambda path: _encode(folder / path, size), distinct), strict=True):
            if encoded is not None and len(encoded[0]) <= room:
                room -= len(encoded[0])
                found[path] = _shown(f"p{len(found)}", *encoded)
    return {path: picture for path in every if (picture := found.get(twins.get(path, path)))}


def made(key: str, picture: Image.Image) -> Shown:
    """A picture of our own making, under `key`."""
    return _shown(key, *_webp(picture, SIZES[0]))


def _shown(key: str, data: bytes, kind: str, width: int, height: int) -> Shown:
    uri = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    return Shown(key=key, width=width, height=height, data=uri)


def _size(folder: Path, every: tuple[str, ...], sizes: tuple[Size, ...]) -> Size:
    """The best size at which all pictures fit its budget, judged by a sample; the last where none does."""
    sample = every[:: max(1, len(every) // _SAMPLE)][:_SAMPLE]
    for size in sizes[:-1]:
        lengths = [len(encoded[0]) for path in sample if (encoded := _encode(folder / path, size))]
        if not lengths or sum(lengths) / len(lengths) * len(every) <= size.budget:
            return size
    return sizes[-1]


@dataclass(frozen=True, kw_only=True)
class _Look:
    """What two pictures are compared by: the picture grey, a quarter as wide, and that once more."""

    quarter: Image.Image
    sixteenth: Image.Image


def _look(file: Path) -> _Look | None:
    try:
        with Image.open(file) as found:
            small = (max(1, found.width // _QUARTER), max(1, found.height // _QUARTER))
            found.draft("L", small)
            quarter = found.convert("L").resize(small, Image.Resampling.BOX)
            return _Look(quarter=quarter, sixteenth=quarter.reduce(_QUARTER))
    except UNREADABLE:
        return None


def _twins(every: tuple[str, ...], looks: Iterable[_Look | None]) -> Mapping[str, str]:
    """For each picture that looks like an earlier one, that earlier one."""
    twins: dict[str, str] = {}
    saved: dict[object, list[tuple[str, _Look]]] = {}
    for path, look in zip(every, looks, strict=True):
        if look is None:
            continue
        blur = look.quarter.resize((12, 8), Image.Resampling.BOX).point([level >> 5 for level in range(256)]).tobytes()
        alike = saved.setdefault((look.quarter.size, blur), [])
        twin = next((other for other, seen in alike if _same(seen, look)), None)
        if twin is None:
            alike.append((path, look))
        else:
            twins[path] = twin
    return twins


def _same(first: _Look, other: _Look) -> bool:
    """Whether no spot differs; the mean of spots, with one level for rounding, differs no more than they do."""
    return _difference(first.sixteenth, other.sixteenth) <= _ALIKE + 1 and (
        _difference(first.quarter, other.quarter) <= _ALIKE
    )


def _difference(first: Image.Image, other: Image.Image) -> int:
    """The largest difference of two grey pictures, in levels of 255."""
    extrema = ImageChops.difference(first, other).getextrema()
    return int(extrema[1])  # type: ignore[arg-type]  # a grey picture has one pair


def _encode(file: Path, size: Size | None) -> tuple[bytes, str, int, int] | None:
    """The picture's bytes, kind, width and height: as taken where `size` is None and a browser knows its kind."""
    try:
        with Image.open(file) as found:
            kind = (found.format or "").lower()
            if size is None and kind in ("jpeg", "png", "webp"):
                found.verify()
                return file.read_bytes(), kind, found.width, found.height
            found.draft("RGB", (SIZES[0].width, SIZES[0].width))
            picture = found.convert("RGB")
    except UNREADABLE:
        return None
    return _webp(picture, size or SIZES[0])


def _webp(picture: Image.Image, size: Size) -> tuple[bytes, str, int, int]:
    if picture.width > size.width:
        height = max(1, round(picture.height * size.width / picture.width))
        picture = picture.resize((size.width, height), reducing_gap=2)
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=size.quality, method=_EFFORT)
    return buffer.getvalue(), "webp", picture.width, picture.height
