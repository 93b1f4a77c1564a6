"""A picture as seventeen numbers, from which the difference to another picture is estimated.

Rule: each number is the sum of some of the picture's pixels, each with a fixed sign. The sum of the squared
differences between two such sequences estimates how much light differs between the pictures, wherever it differs (a
count sketch). So an approval is bound to a picture that is not stored, and the least noise changes no hash.
Decision 0013 has the measurements behind `TOLERANCE`.
"""

from __future__ import annotations

import base64
import hashlib
import math
import struct
from functools import lru_cache

from PIL import Image, ImageChops

NUMBERS = 17
"""A prime, so that the pixels of a small spot fall to all of them: a distance is then right to a sixth, mostly."""

REDUCED = 2
"""Pixels a side that count as one: letters are smoothed, and JPEG is noisy in single pixels."""

TOLERANCE = 450.0
"""Pictures closer than this look the same.

In levels of 255: the root of the summed squares of what the reduced pixels differ by in red, green and blue.
"""

_STEP = 8
_MOST = 32767
_FORMAT = f">{NUMBERS}h"


def fingerprint(picture: Image.Image) -> str:
    """The fingerprint of `picture` as text: its size, a colon, and the numbers in base64."""
    small = picture.convert("RGB").reduce(REDUCED)
    flat = Image.new("L", (small.width, small.height * 3))
    for index, band in enumerate(small.split()):
        flat.paste(band, (0, index * small.height))
    signed = Image.composite(flat, ImageChops.invert(flat), _signs(flat.size)).tobytes()
    sums = (sum(part) - 255 * len(part) / 2 for part in (signed[number::NUMBERS] for number in range(NUMBERS)))
    numbers = (max(-_MOST, min(_MOST, round(total / _STEP))) for total in sums)
    encoded = base64.urlsafe_b64encode(struct.pack(_FORMAT, *numbers)).decode().rstrip("=")
    return f"{picture.width}x{picture.height}:{encoded}"


def distance(first: str, other: str) -> float:
    """How much light differs between two pictures, by their fingerprints; infinite where one has another size or the
    text is not a fingerprint.
    """
    before, after = _numbers(first), _numbers(other)
    if before is None or after is None or first.partition(":")[0] != other.partition(":")[0]:
        return math.inf
    return math.dist(before, after) * _STEP


def alike(first: str, other: str) -> bool:
    """Whether two pictures look the same, by their fingerprints."""
    return first == other or distance(first, other) < TOLERANCE


def _numbers(text: str) -> tuple[int, ...] | None:
    encoded = text.partition(":")[2]
    try:
        return struct.unpack(_FORMAT, base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    except (ValueError, struct.error):
        return None


@lru_cache(maxsize=4)
def _signs(size: tuple[int, int]) -> Image.Image:
    """White for plus and black for minus, for pictures of this size: by chance, but always the same."""
    width, height = size
    length = (width + 7) // 8 * height
    return Image.frombytes("1", size, hashlib.shake_128(f"{width} {height}".encode()).digest(length)).convert("L")
