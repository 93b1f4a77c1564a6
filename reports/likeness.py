"""Whether two pictures of a page look the same, and where they do not.

Rule: a picture has changed when at least `PIXELS` of its pixels differ by more than `LEVELS` of 255 in any colour.
Below that lie the noise of JPEG and the smoothing of letters; a single changed letter lies above it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter, UnidentifiedImageError

LEVELS = 32
PIXELS = 12
_MARK = (208, 32, 48)
_PALE = 0.72

UNREADABLE = (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError)
"""What Pillow raises for a file that is no picture, or only a part of one."""


def opened(folder: Path, path: str) -> Image.Image | None:
    """The picture at `path` in `folder`, None where there is none in it that can be read."""
    file = (folder / path).resolve()
    if not file.is_relative_to(folder.resolve()):
        return None
    try:
        with Image.open(file) as found:
            return found.convert("RGB")
    except UNREADABLE:
        return None


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
    """Whether somebody who looks would see a difference."""
    return before.size != after.size or changed_spots(before, after).histogram()[255] >= PIXELS


def difference(before: Image.Image, after: Image.Image) -> Image.Image:
    """`after`, pale and grey, with what changed since `before` painted over."""
    grey = after.convert("L").convert("RGB")
    pale = Image.blend(grey, Image.new("RGB", after.size, (255, 255, 255)), _PALE)
    spots = changed_spots(before, after).filter(ImageFilter.MaxFilter(5))
    pale.paste(_MARK, mask=spots)
    return pale


class Likeness:
    """Tells of two runs' pictures, by their paths, whether they look the same. Each pair is looked at once."""

    def __init__(self, before: Path, after: Path) -> None:
        self.before, self.after = before, after
        self._alike = cache(self._look)

    def __call__(self, before: str, after: str) -> bool:
        """Files are named by their content, so equal names need no look. One that cannot be read is not alike."""
        return before == after or self._alike(before, after)

    def _look(self, before: str, after: str) -> bool:
        one, other = opened(self.before, before), opened(self.after, after)
        return one is not None and other is not None and not changed(one, other)
