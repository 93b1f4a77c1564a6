"""Tones are recognised by their frequency, and silence by its loudness."""

import math

import pytest

from deskproof.simulator.runtime.sound.spectrum import frequencies, loudness

RATE, COUNT = 8_000, 2_048


def tone(hertz: float, part: float = 0.5, samples: int = COUNT) -> list[int]:
    """A tone that lasts for so many of the samples, and silence after it."""
    heard = [round(32_767 * part * math.sin(2 * math.pi * hertz * n / RATE)) for n in range(samples)]
    return heard + [0] * (COUNT - samples)


def together(*tones: list[int]) -> list[int]:
    return [sum(samples) for samples in zip(*tones, strict=True)]


@pytest.mark.parametrize("hertz", [100, 397.5, 440, 1_000, 3_200])
def test_the_frequency_of_a_tone_is_found_between_the_bins(hertz: float) -> None:
    assert frequencies(tone(hertz), RATE) == pytest.approx((hertz,), abs=1)


def test_the_stronger_of_two_tones_comes_first() -> None:
    mixed = together(tone(440, 0.1), tone(1_000, 0.4))
    assert frequencies(mixed, RATE) == pytest.approx((1_000, 440), abs=1)


@pytest.mark.parametrize("stronger", [697, 941, 1_209, 1_633])
def test_what_is_much_weaker_or_close_is_a_trace_of_the_stronger(stronger: int) -> None:
    mixed = together(tone(stronger, 0.5), tone(stronger + 40, 0.3), tone(2_500, 0.05))
    assert frequencies(mixed, RATE) == pytest.approx((stronger,), abs=8)
    apart = together(tone(stronger, 0.5), tone(stronger + 59, 0.5), tone(2_500, 0.1))
    assert sorted(frequencies(apart, RATE)) == pytest.approx((stronger, stronger + 59, 2_500), abs=1)


@pytest.mark.parametrize("samples", [400, 1_024, 2_000])
def test_a_tone_that_stops_is_one_frequency(samples: int) -> None:
    assert frequencies(tone(941, 0.5, samples), RATE) == pytest.approx((941,), abs=10)


def test_silence_has_no_frequency() -> None:
    assert frequencies([0] * COUNT, RATE) == ()


def test_a_tone_has_the_loudness_of_its_height_over_the_root_of_two() -> None:
    assert loudness(tone(440, 0.5)) == pytest.approx(0.5 / math.sqrt(2), rel=0.01)


def test_nothing_is_silent() -> None:
    assert loudness([]) == loudness([0] * COUNT) == 0
