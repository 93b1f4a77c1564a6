"""Whether two pictures of a page look the same, and where they differ.

Rule: a picture has changed when at least `PIXELS` of its pixels differ by more than `LEVELS` of 255 in any colour.
Below that lie the noise of JPEG and the smoothing of letters; a single changed letter lies above it. Random
parts of a picture are painted over before.
"""

from __future__ import annotations

from math import ceil, floor
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, UnidentifiedImageError

from deskproof.reports.record.observed import Picture

LEVELS = 32
PIXELS = 12
_PAINT = (128, 128, 128)
_BLOCK = 8
"""JPEG works on blocks of so many pixels a side; a change in a block affects all of it."""
_MARK = (208, 32, 48)
_PALE = 0.72

UNREADABLE = (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError)
"""What Pillow raises for a file that is not a complete picture."""


def opened(folder: Path, path: str) -> Image.Image | None:
    """The picture at `path` in `folder`, None where it cannot be read."""
    file = (folder / path).resolve()
    if not file.is_relative_to(folder.resolve()):
        return None
    try:
        with Image.open(file) as found:
            return found.convert("RGB")
    except UNREADABLE:
        return None


def without_random(folder: Path, picture: Picture) -> Image.Image | None:
    """`picture` as `opened` returns it, with the parts that differ in every run painted over."""
    image = opened(folder, picture.path)
    if image is not None and picture.random:
        draw = ImageDraw.Draw(image)
        size = image.size * 2
        for spot in picture.random:
            left, top, right, bottom = (share * length / _BLOCK for share, length in zip(spot, size, strict=True))
            edges = (floor(left), floor(top), ceil(right), ceil(bottom))
            draw.rectangle([edge * _BLOCK for edge in edges], fill=_PAINT)
    return image


def changed_spots(before: Image.Image, after: Image.Image) -> Image.Image:
    """Of the size of `after`: white where the two differ by more than `LEVELS`, else black."""
    same_size = before
    if before.size != after.size:
        same_size = Image.new("RGB", after.size, (255, 255, 255))
        same_size.paste(before, (0, 0))
    red, green, blue = ImageChops.difference(same_size, after).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point([255 if level > LEVELS else 0 for level in range(256)])


def changed(before: Image.Image, after: Image.Image) -> bool:
    """Whether a person would see a difference."""
    return before.size != after.size or changed_spots(before, after).histogram()[255] >= PIXELS


def difference(before: Image.Image, after: Image.Image) -> Image.Image:
    """`after`, pale and grey, with what changed since `before` painted over."""
    grey = after.convert("L").convert("RGB")
    pale = Image.blend(grey, Image.new("RGB", after.size, (255, 255, 255)), _PALE)
    spots = changed_spots(before, after).filter(ImageFilter.MaxFilter(5))
    pale.paste(_MARK, mask=spots)
    return pale


class ImageDiff:
    """Whether two runs' pictures look the same. Each pair is compared once."""

    def __init__(self, before: Path, after: Path) -> None:
        self.before, self.after = before, after
        self._alike: dict[tuple[str, str], bool] = {}

    def __call__(self, before: Picture, after: Picture) -> bool:
        """Files are named by their content, so equal names need no comparison. An unreadable picture differs."""
        pair = before.path, after.path
        if pair not in self._alike:
            self._alike[pair] = before.path == after.path or self._look(before, after)
        return self._alike[pair]

    def _look(self, before: Picture, after: Picture) -> bool:
        first, other = without_random(self.before, before), without_random(self.after, after)
        return first is not None and other is not None and not changed(first, other)
