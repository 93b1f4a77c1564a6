"""What the page needs of each picture: all of it, or only the parts in which it differs from an earlier one.

Rule: pictures are compared in colour at a quarter of their size, and only where nothing differs at all does a picture
use what is below it. Rectangles of changed rows are kept, on the grid on which JPEG codes colours, so that they can be
cut out of the file without a visible seam.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

from deskproof.reports.baseline.image_diff import UNREADABLE

Box = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""

_QUARTER = 4
_GRID = 4
"""Of a quarter's pixels: JPEG codes colours in blocks of 16 pixels a side."""
_COARSE = 8
_GAP = 2 * _GRID
"""Rows without a change, of a quarter's pixels, that part two rectangles."""
_SHARE = 0.2
"""The share of its area up to which a picture is kept in parts; one that differs in more is kept whole, and others are
drawn upon it. With twice the share the pictures of the whole suite take a fifth more bytes. With half of it they take
as many as now, and twice as many are kept whole.
"""
_LAYERS = 6
"""The most pictures on one another; each further one saves less than the one before."""
_GROUNDS = 64
"""Pictures that the next is compared with: those used last."""
_AHEAD = 64
"""Pictures that are in memory before they are compared."""


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A picture as the page has it: `boxes` of it, upon the picture at `under`; all of it where that is None.

    Without boxes it looks like the one under it.
    """

    path: str
    width: int
    height: int
    under: str | None
    boxes: tuple[Box, ...]

    @property
    def area(self) -> int:
        """Its pixels that the page needs."""
        return sum(map(_area, self.boxes))


@dataclass(frozen=True, kw_only=True)
class _Look:
    """What a picture is compared by: its size, a quarter of it in colour, and that smaller once more."""

    size: tuple[int, int]
    quarter: Image.Image
    coarse: Image.Image


@dataclass(frozen=True, kw_only=True)
class _Ground:
    look: _Look
    layers: int


def drawings(folder: Path, paths: tuple[str, ...], pool: Executor) -> Iterator[Drawing]:
    """A drawing of each picture in `folder` that can be read, in the order of `paths`; the one under it comes first."""
    grounds: dict[str, _Ground] = {}
    for start in range(0, len(paths), _AHEAD):
        chunk = paths[start : start + _AHEAD]
        for path, look in zip(chunk, pool.map(lambda path: _look(folder / path), chunk), strict=True):
            if look is not None:
                yield _drawing(path, look, grounds)


def _look(file: Path) -> _Look | None:
    try:
        with Image.open(file) as found:
            size = found.size
            found.draft("YCbCr", (max(1, size[0] // _QUARTER), max(1, size[1] // _QUARTER)))
            quarter = found.convert("YCbCr")
            if quarter.size == size:
                quarter = quarter.reduce(_QUARTER)
            return _Look(size=size, quarter=quarter, coarse=quarter.reduce(_COARSE))
    except UNREADABLE:
        return None


def _drawing(path: str, look: _Look, grounds: dict[str, _Ground]) -> Drawing:
    """The drawing of one picture; `grounds` then has what the next may be drawn upon, the last used last."""
    width, height = look.size
    under = _nearest(look, grounds)
    boxes: tuple[Box, ...] = ((0, 0, width, height),)
    layers = 1
    if under is not None:
        ground = grounds.pop(under)
        grounds[under] = ground
        changed = _changed(ground.look, look)
        if sum(map(_area, changed)) <= _SHARE * width * height:
            boxes, layers = changed, ground.layers + 1
        else:
            under = None
    if boxes and layers < _LAYERS:
        grounds[path] = _Ground(look=look, layers=layers)
        if len(grounds) > _GROUNDS:
            del grounds[next(iter(grounds))]
    return Drawing(path=path, width=width, height=height, under=under, boxes=boxes)


def _nearest(look: _Look, grounds: dict[str, _Ground]) -> str | None:
    """The picture of that size that differs in the smallest rectangle, roughly; of several the last used."""
    differing = {
        path: _area(ImageChops.difference(ground.look.coarse, look.coarse).getbbox())
        for path, ground in reversed(grounds.items())
        if ground.look.size == look.size
    }
    return min(differing, key=differing.__getitem__, default=None)


def _changed(before: _Look, after: _Look) -> tuple[Box, ...]:
    """The rectangles in which two pictures of the same size differ."""
    differs = ImageChops.difference(before.quarter, after.quarter)
    found: list[Box] = []
    for top in range(0, differs.height, _GRID):
        row = differs.crop((0, top, differs.width, top + _GRID)).getbbox()
        if row is None:
            continue
        left, right = row[0], row[2]
        if found and top + row[1] - found[-1][3] <= _GAP:
            left, right = min(left, found[-1][0]), max(right, found[-1][2])
            found[-1] = (left, found[-1][1], right, top + row[3])
        else:
            found.append((left, top + row[1], right, top + row[3]))
    return tuple(_on_grid(box, after.size) for box in found)


def _on_grid(box: Box, size: tuple[int, int]) -> Box:
    """`box`, of a quarter's pixels, with a pixel around it and widened to the grid, in the picture's pixels."""
    left, top = (max(0, edge - 1) // _GRID * _GRID * _QUARTER for edge in box[:2])
    right, bottom = (
        min(length, -(-(edge + 1) // _GRID) * _GRID * _QUARTER) for edge, length in zip(box[2:], size, strict=True)
    )
    return left, top, right, bottom


def _area(box: Box | None) -> int:
    return (box[2] - box[0]) * (box[3] - box[1]) if box else 0
