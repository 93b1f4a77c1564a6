"""Which tone is in a stretch of sound: a plain discrete Fourier transform, enough for one window at a time."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence


def loudness(samples: Sequence[int]) -> float:
    """The root mean square of signed 16-bit samples, as a part of the loudest there is: 0 to 1."""
    if not samples:
        return 0.0
    return math.sqrt(sum(sample * sample for sample in samples) / len(samples)) / 32_768


def dominant_hertz(samples: Sequence[int], rate: int) -> float:
    """The strongest frequency in samples taken `rate` times a second; their number is a power of two.

    Right to a fraction of `rate / len(samples)` for a steady tone: the peak is interpolated between bins.
    """
    count = len(samples)
    hann = (0.5 - 0.5 * math.cos(2 * math.pi * n / count) for n in range(count))
    powers = [abs(value) for value in _transform([s * w for s, w in zip(samples, hann, strict=True)])[: count // 2]]
    peak = max(range(1, len(powers) - 1), key=powers.__getitem__)
    left, middle, right = powers[peak - 1 : peak + 2]
    bend = left - 2 * middle + right
    shift = 0.0 if bend == 0 else 0.5 * (left - right) / bend
    return (peak + shift) * rate / count


def _transform(values: Sequence[complex]) -> list[complex]:
    count = len(values)
    if count == 1:
        return list(values)
    even, odd = _transform(values[0::2]), _transform(values[1::2])
    turned = [cmath.rect(1, -2 * math.pi * k / count) * odd[k] for k in range(count // 2)]
    return [even[k] + turned[k] for k in range(count // 2)] + [even[k] - turned[k] for k in range(count // 2)]
