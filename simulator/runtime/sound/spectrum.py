"""Which tones are in a stretch of sound: a plain discrete Fourier transform, enough for one window at a time."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence

_WEAKEST = 0.16
"""The height of a peak beside the strongest below which it is no frequency of its own: -16 dB."""
_APART_HERTZ = 50
"""What lies nearer to a stronger frequency is no frequency of its own."""


def loudness(samples: Sequence[int]) -> float:
    """The root mean square of signed 16-bit samples, as a part of the loudest there is: 0 to 1."""
    if not samples:
        return 0.0
    return math.sqrt(sum(sample * sample for sample in samples) / len(samples)) / 32_768


def frequencies(samples: Sequence[int], rate: int) -> tuple[float, ...]:
    """The frequencies in samples taken `rate` times a second, the strongest first; their number is a power of two.

    Each is right to a fraction of `rate / len(samples)` for a steady tone: a peak is interpolated between bins. What is
    much weaker than the strongest, or close to a stronger one, is a trace of it.
    """
    count = len(samples)
    hann = (0.5 - 0.5 * math.cos(2 * math.pi * n / count) for n in range(count))
    powers = [abs(value) for value in _transform([s * w for s, w in zip(samples, hann, strict=True)])[: count // 2]]
    peaks = (n for n in range(1, len(powers) - 1) if powers[n - 1] <= powers[n] > powers[n + 1])
    found: list[float] = []
    least = _WEAKEST * max(powers)
    for peak in sorted(peaks, key=powers.__getitem__, reverse=True):
        if powers[peak] < least:
            break
        left, middle, right = powers[peak - 1 : peak + 2]
        hertz = (peak + 0.5 * (left - right) / (left - 2 * middle + right)) * rate / count
        if all(abs(hertz - stronger) >= _APART_HERTZ for stronger in found):
            found.append(hertz)
    return tuple(found)


def _transform(values: Sequence[complex]) -> list[complex]:
    count = len(values)
    if count == 1:
        return list(values)
    even, odd = _transform(values[0::2]), _transform(values[1::2])
    turned = [cmath.rect(1, -2 * math.pi * k / count) * odd[k] for k in range(count // 2)]
    return [even[k] + turned[k] for k in range(count // 2)] + [even[k] - turned[k] for k in range(count // 2)]
