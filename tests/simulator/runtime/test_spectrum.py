"""Tones are recognised by their frequency, and silence by its loudness."""

import math

import pytest

from deskproof.simulator.runtime.spectrum import dominant_hertz, loudness

RATE, COUNT = 8_000, 2_048


def tone(hertz: float, part: float = 0.5) -> list[int]:
    return [round(32_767 * part * math.sin(2 * math.pi * hertz * n / RATE)) for n in range(COUNT)]


@pytest.mark.parametrize("hertz", [100, 397.5, 440, 1_000, 3_200])
def test_the_frequency_of_a_tone_is_found_between_the_bins(hertz: float) -> None:
    assert dominant_hertz(tone(hertz), RATE) == pytest.approx(hertz, abs=1)


def test_the_stronger_of_two_tones_is_the_dominant_one() -> None:
    mixed = [a + b for a, b in zip(tone(440, 0.1), tone(1_000, 0.4), strict=True)]
    assert dominant_hertz(mixed, RATE) == pytest.approx(1_000, abs=1)


def test_a_tone_has_the_loudness_of_its_height_over_the_root_of_two() -> None:
    assert loudness(tone(440, 0.5)) == pytest.approx(0.5 / math.sqrt(2), rel=0.01)


def test_nothing_is_silent() -> None:
    assert loudness([]) == loudness([0] * COUNT) == 0
